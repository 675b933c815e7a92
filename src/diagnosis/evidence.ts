/** The answers of a submission as evidence: what was given, to which digits, right or wrong. */

import { componentCount } from '../em/index.js';
import { createMemory, once } from '../memory/index.js';
import type { AnswerSpec, GradedQuestion, Precision, Problem } from '../types.js';
import { agrees, matching, readGiven, type Given } from './agreement.js';
import { optionNumber } from './option-number.js';
import type { Column, NumericPredictions } from './prediction.js';

export type Evidence = {
  readonly question: string;
  readonly kind: AnswerSpec['kind'];
  /** Place of the column in the predictions. */
  readonly column: number;
  readonly right: boolean;
  /** Right in all digits given. */
  readonly exact: boolean;
  readonly given: readonly Given[];
  /** Places of the outcomes that agree with the answer. */
  readonly hits: ReadonlySet<number>;
  /** Places of the outcomes that a procedure behind this answer can have given. */
  readonly possible: ReadonlySet<number>;
  /** Outcomes that would be graded right. */
  readonly rightOutcomes: ReadonlySet<number>;
  /** Asked at the same moment of the run: what is wrong there has one origin more often than not. */
  readonly moment: string;
  /** The iteration it is asked at, 0 at the start: what is right later than all that is wrong may come of a mended program. */
  readonly stage: number;
  /** Nothing but whole numbers and numbers the problem states, where others are asked. */
  readonly plain: boolean;
  /** Wrong only for want of digits: the right numbers, rounded to fewer than were asked. Told apart: where other answers have many digits. */
  readonly coarse?: 'like-others' | 'unlike-others';
  /** In how many ways the answer can be wrong, where it is one of a few. */
  readonly alternatives?: number;
};

/** Whether an answer is known by its digits, rather than one of a few. */
export const isDigital = ({ kind }: Pick<Evidence, 'kind'>): boolean => kind !== 'choice' && kind !== 'assignments';

const precisionOf = (spec: AnswerSpec): Precision =>
  spec.kind === 'number' || spec.kind === 'list' || spec.kind === 'table' ? spec.precision : {};

const wrongWays = (spec: AnswerSpec, components: number, length: number): number | undefined => {
  if (spec.kind === 'choice') return Math.max(1, Object.keys(spec.options).length - 1);
  return spec.kind === 'assignments' ? Math.max(1, components ** length - 1) : undefined;
};

const momentOf = (spec: AnswerSpec): string => ('key' in spec && !('stated' in spec.key) ? String(spec.key.at) : '');

const stageOf = (spec: AnswerSpec): number => {
  if (!('key' in spec) || 'stated' in spec.key) return 0;
  const { at } = spec.key;
  return at === 'start' ? 0 : at === 'converged' ? Number.POSITIVE_INFINITY : at;
};

/** The numbers a problem states: data and start. */
const statedIn = ({ model }: Problem): ReadonlySet<number> =>
  new Set([model.data, ...Object.values(model.start ?? {})].flat(2).filter((value) => typeof value === 'number'));

const isBlank = ({ value }: Given): boolean => value === 'blank';

/** Whether nothing is wrong with an answer but that entries are blank. */
export const isOnlyIncomplete = ({ verdict, proof }: GradedQuestion): boolean =>
  verdict === 'partial' && proof.method === 'entries' && !proof.entries.includes('incorrect');

const isPlain = ({ value }: Given, stated: ReadonlySet<number>): boolean =>
  typeof value === 'number' && (Number.isInteger(value) || stated.has(value));

/** The numbers of a graded answer: as they were read, or, for a choice, the option as a number. */
const givenIn = (graded: GradedQuestion, spec: AnswerSpec): readonly Given[] | undefined => {
  if (spec.kind === 'formula') return undefined;
  if (spec.kind === 'choice') {
    const option = optionNumber(spec, graded.fingerprint ?? '');
    return option === undefined ? undefined : [{ value: option, halfWidth: 0.1 }];
  }
  if (graded.values === undefined) return undefined;
  return readGiven(graded.values, graded.answer, precisionOf(spec));
};

/** What an answer says of the outcomes of a column. */
export type Sight = Pick<Evidence, 'hits' | 'possible' | 'rightOutcomes'>;

/**
 * An outcome is possible beside a right answer where it would be right too; where the answer has further digits, and the right ones
 * (`exact`), it must have them as well, except at the end of a run, which depends on when one stops. Where entries are blank, it may
 * differ from the right ones in those.
 */
export const look = (
  given: readonly Given[],
  right: boolean,
  exact: boolean,
  column: Pick<Column, 'moves' | 'outcomes' | 'right'>,
): Sight => {
  const hits = matching(given, column.outcomes);
  const rightOutcomes = new Set(Array.from(column.right));
  const strict = exact && !column.moves;
  const possible = !right
    ? hits
    : given.some(isBlank)
      ? new Set([...rightOutcomes, ...hits])
      : new Set([...rightOutcomes].filter((place) => hits.has(place) || !strict));
  return { hits, rightOutcomes, possible };
};

/** Half the last digit of numbers that were not rounded by hand. */
const longWidth = 0.5e-4;

const isLong = ({ value, halfWidth }: Given): boolean => typeof value === 'number' && halfWidth < longWidth;

export type EvidenceReader = {
  /** The evidence in the answers that some numeric prediction speaks about; blank and unreadable ones say nothing. */
  readonly read: (graded: readonly GradedQuestion[]) => readonly Evidence[];
  /** A text that only the same evidence shares, however the answers behind it are written. */
  readonly keyOf: (evidence: readonly Evidence[]) => string;
};

/** All else follows from these. */
const textOf = ({ column, right, exact, coarse, given }: Evidence): string => {
  const entries = given.map((entry) => `${entry.value}~${entry.halfWidth}~${entry.coarse}`);
  return `${column} ${right} ${exact} ${coarse} ${entries.join()}`;
};

/** For one submission after the other: the same graded answer gives the very same evidence. */
export const createEvidenceReader = (problem: Problem, predictions: NumericPredictions): EvidenceReader => {
  const stated = once(() => statedIn(problem));
  const asked = predictions.columns.flatMap((column, place) => {
    const index = problem.questions.findIndex(({ id }) => id === column.question);
    const spec = problem.questions[index]?.answer;
    return spec === undefined ? [] : [{ column, place, index, spec }];
  });
  const seen = new WeakMap<GradedQuestion, readonly Evidence[]>();
  const unlike = new WeakMap<Evidence, Evidence>();
  const unlikeOthers = (one: Evidence): Evidence => {
    const changed = unlike.get(one) ?? { ...one, coarse: 'unlike-others' };
    unlike.set(one, changed);
    return changed;
  };
  const numbers = createMemory<string, number>(mostNumbered);
  const numbered = new WeakMap<Evidence, number>();
  let last = 0;
  const numberOf = (one: Evidence): number => {
    const known = numbered.get(one);
    if (known !== undefined) return known;
    const text = textOf(one);
    const number = numbers.get(text) ?? numbers.set(text, (last += 1));
    numbered.set(one, number);
    return number;
  };
  const read = (graded: readonly GradedQuestion[]): readonly Evidence[] => {
    const evidence: Evidence[] = [];
    for (const { column, place, index, spec } of asked) {
      const there = graded[index];
      const answer = there?.id === column.question ? there : graded.find(({ id }) => id === column.question);
      if (answer === undefined) continue;
      let found = seen.get(answer);
      if (found === undefined) {
        found = answerAsEvidence(answer, spec, column, place, problem, stated);
        seen.set(answer, found);
      }
      evidence.push(...found);
    }
    const writesLong =
      evidence.some(({ coarse }) => coarse !== undefined) &&
      evidence.some((one) => isDigital(one) && one.given.some(isLong));
    return writesLong ? evidence.map((one) => (one.coarse === undefined ? one : unlikeOthers(one))) : evidence;
  };
  return { read, keyOf: (evidence) => `${evidence.map(numberOf).join()};` };
};

/** Ways to answer that are kept apart; one that is forgotten gets another number. */
const mostNumbered = 20_000;

const answerAsEvidence = (
  answer: GradedQuestion,
  spec: AnswerSpec,
  column: Column,
  place: number,
  { model }: Problem,
  stated: () => ReadonlySet<number>,
): readonly Evidence[] => {
  if (answer.verdict === 'blank' || answer.verdict === 'undecided') return [];
  const given = givenIn(answer, spec);
  if (given === undefined || given.every(isBlank)) return [];
  const right = answer.verdict === 'correct' || isOnlyIncomplete(answer);
  const components = componentCount(model) ?? 2;
  const alternatives = wrongWays(spec, components, given.filter((entry) => !isBlank(entry)).length);
  const reference = column.outcomes[column.answers[0] ?? -1];
  const exact = reference !== undefined && agrees(given, reference);
  const rounded = given.map((entry) => ({ ...entry, halfWidth: (entry.coarse ?? entry.halfWidth) * (1 + 1e-6) }));
  return [
    {
      question: column.question,
      kind: spec.kind,
      column: place,
      right,
      exact,
      given,
      ...(!right && reference !== undefined && agrees(rounded, reference) ? { coarse: 'like-others' as const } : {}),
      moment: momentOf(spec),
      stage: stageOf(spec),
      plain: isDigital(spec) && given.every((entry) => isBlank(entry) || isPlain(entry, stated())),
      ...look(given, right, exact, column),
      ...(alternatives === undefined ? {} : { alternatives }),
    },
  ];
};
