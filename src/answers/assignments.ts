/** The component of each point: a point each. */

import { componentCount, type Solution } from '../em/index.js';
import type { Answer, AssignmentsSpec, Remark, Vector, Verdict } from '../types.js';
import { type Assessment, type QuestionOf, blank, mostProblems, quoted, ungradable, verdictOf } from './assessment.js';
import { openDigits } from './digit-labels.js';
import { exchangedLabels } from './exchanged.js';
import { readNumber } from './read-number.js';
import { shapeAnswer } from './shape.js';
import { solvedList } from './solved.js';

export type PreparedAssignments = {
  readonly kind: 'assignments';
  readonly question: QuestionOf<AssignmentsSpec>;
  /** Components from 1, one a point. */
  readonly key: Vector;
  /** K, the number of components to choose from. */
  readonly components: number;
};

export type AssignmentsGroundwork = Pick<PreparedAssignments, 'key' | 'components'>;

export const layAssignments = (
  { answer: { key } }: QuestionOf<AssignmentsSpec>,
  solution: Solution,
): AssignmentsGroundwork => {
  const labels = 'stated' in key ? key.stated : solvedList(solution, key);
  return { key: labels, components: Math.max(componentCount(solution.model) ?? 0, ...labels) };
};

export const prepareAssignments = (
  question: QuestionOf<AssignmentsSpec>,
  groundwork: AssignmentsGroundwork,
): PreparedAssignments => ({ kind: 'assignments', question, ...groundwork });

/**
 * A point each. Whole numbers that name no component are wrong answers (counting from 0 is told as such); anything else that
 * is no whole number is not gradable, and so is no list. A list of another length is wrong: it may be what a lost sample gives.
 */
export const assessAssignments = ({ key, components }: PreparedAssignments, answer: Answer): Assessment => {
  const shaped = shapeAnswer(openDigits(answer, key.length, components), [key.length], true);
  if (shaped.kind === 'blank') return blank;
  if (shaped.kind === 'unclear')
    return ungradable({ code: 'unreadable', problem: shaped.problem, source: shaped.source });
  const shape: readonly Remark[] =
    shaped.kind === 'other' ? [{ code: 'wrong-shape', expected: shaped.expected, given: shaped.given }] : [];
  if (shaped.entries === undefined) return ungradable(...shape);
  const labels = shaped.entries.map(({ at, answer: entry }) => ({ at, label: readLabel(entry), entry }));
  const odd = labels.filter(({ label }) => label === undefined);
  if (odd.length > 0) {
    const options = Array.from({ length: components }, (_, index) => `${index + 1}`);
    return ungradable(
      ...shape,
      ...odd
        .slice(0, mostProblems)
        .map(({ entry }): Remark => ({ code: 'not-an-option', given: quoted(`${entry}`), options })),
    );
  }
  const given = labels.map(({ label }) => label ?? Number.NaN);
  const values = given.map((label) => (Number.isNaN(label) ? ('blank' as const) : label));
  const read = { values, fingerprint: JSON.stringify(values) };
  if (shaped.kind === 'other')
    return { verdict: 'incorrect', share: 0, proof: { method: 'none' }, remarks: shape, ...read };
  return { ...judged(given, key, components), ...read };
};

const judged = (given: Vector, key: Vector, components: number): Assessment => {
  const fromZero = isCountedFromZero(given, key, components);
  const entries = given.map((label, index): Verdict =>
    Number.isNaN(label) ? 'blank' : label === key[index] && !fromZero ? 'correct' : 'incorrect',
  );
  const placesOf = (sought: Verdict): readonly (readonly number[])[] =>
    entries.flatMap((verdict, index) => (verdict === sought ? [[index]] : []));
  const [wrong, empty] = [placesOf('incorrect'), placesOf('blank')];
  const remarks: Remark[] = [];
  const named = given.every((label) => label >= 1 && label <= components);
  if (fromZero) remarks.push({ code: 'zero-based' });
  else if (named && exchangedLabels(given, key)) remarks.push({ code: 'components-exchanged' });
  else if (wrong.length > 0) remarks.push({ code: 'entries-wrong', at: wrong });
  if (empty.length > 0) remarks.push({ code: 'entries-blank', at: empty });
  const right = key.length - wrong.length - empty.length;
  return { ...verdictOf(right, key.length), proof: { method: 'entries', entries }, remarks };
};

/** Counted from 0, a 1 means the second component: then no entry is right but by accident. A lone slip of the pen is no such habit. */
const isCountedFromZero = (given: Vector, key: Vector, components: number): boolean => {
  const agreeing = (shift: number): number => given.filter((label, index) => label + shift === key[index]).length;
  return given.includes(0) && given.every((label) => label >= 0 && label < components) && agreeing(1) > agreeing(0);
};

/** `Gaussian 2`, `k=2`, `G2`. */
const component = /^\s*(?:gaussian|normal|component|cluster|class|group|[gcky])[\s_=]*(?=\d)/i;

/** A whole number, perhaps after a word for components, NaN for a blank, nothing for what is neither. */
const readLabel = (entry: string | number): number | undefined => {
  const reading = readNumber(typeof entry === 'string' ? entry.replace(component, '') : entry);
  if (reading.kind === 'blank') return Number.NaN;
  return reading.kind === 'number' && Number.isInteger(reading.double) ? reading.double : undefined;
};
