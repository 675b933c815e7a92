/** What numbers, assignments and choices would be if the student's earlier numbers were right. */

import { type Assessment, type PreparedQuestion, type RekeyedEntry, rekey } from '../answers/index.js';
import type { Answer, ComponentCriterion, Matrix, QuantityReference } from '../types.js';
import { type Continuation, continueFrom } from './continue-from.js';
import type { Carried } from './follow-through.js';
import type { PreparedProblem } from './prepare.js';
import { type Source, sourceFrom } from './source.js';
import { stageOf } from './stages.js';

export type Answered = {
  readonly question: PreparedQuestion;
  readonly answer: Answer | undefined;
  readonly assessment: Assessment;
};

type Target =
  | { readonly kind: 'quantity'; readonly reference: QuantityReference }
  | { readonly kind: 'criterion'; readonly criterion: ComponentCriterion };

/** Above this many numbers, how their rounding spreads is not followed up: then only what was handed in with all digits carries. */
const mostPerturbed = 40;

/** Wrong answers, taken as they are one at a time and together, and what follows from them at a later question. */
export const carryNumbers = (prepared: PreparedProblem, wrong: readonly Answered[]) => {
  const parameters = parametersOf(prepared);
  const sources = wrong.flatMap(({ question, assessment }) => sourceFrom(question, assessment, parameters) ?? []);
  return function* ({ question }: Answered): Iterable<Carried> {
    const target = targetOf(question);
    if (target === undefined) return;
    const stage = stageOf(
      target.kind === 'quantity' ? target.reference : { from: '', at: target.criterion.at },
      parameters,
    );
    const earlier = sources.filter(({ reference }) => stageOf(reference, parameters) < stage);
    for (const group of groupsOf(earlier)) {
      const entries = entriesFor(prepared, target, group);
      const rekeyed = entries && rekey(question, entries);
      if (rekeyed !== undefined) yield { from: group.map((source) => source.question), prepared: rekeyed };
    }
  };
};

const parametersOf = ({ solution }: PreparedProblem): readonly string[] =>
  Object.keys(solution.iterates[0]?.parameters ?? {});

const targetOf = ({ question: { answer } }: PreparedQuestion): Target | undefined => {
  if (answer.kind === 'formula' || 'stated' in answer.key) return undefined;
  return 'of' in answer.key
    ? { kind: 'criterion', criterion: answer.key }
    : { kind: 'quantity', reference: answer.key };
};

/** The latest alone, the others alone, then those that one run can take together. */
const groupsOf = (sources: readonly Source[]): readonly (readonly Source[])[] => {
  const alone = sources.toReversed().map((source) => [source]);
  const atEnd = sources.filter(({ reference }) => reference.at === 'converged');
  const before = sources.filter(({ reference }) => reference.at !== 'converged');
  return [...alone, ...[before, atEnd].filter((group) => group.length > 1)];
};

/** The key as the sources make it, with how far their rounding can move it. */
const entriesFor = (
  { solution }: PreparedProblem,
  target: Target,
  group: readonly Source[],
): readonly RekeyedEntry[] | undefined => {
  const values = readTarget(continueFrom(solution, group), target);
  if (values === undefined || target.kind === 'criterion') return values?.map((value) => ({ value, doubt: 0 }));
  const spread = values.map(() => 0);
  for (const changed of perturbed(group)) {
    const moved = readTarget(continueFrom(solution, changed), target);
    for (const [index, value] of values.entries()) {
      const by = (moved?.[index] ?? Number.NaN) - value;
      spread[index] = (spread[index] ?? 0) + by * by;
    }
  }
  // Each lost digit is spread evenly over its half unit; three standard deviations of their sum.
  return values.map((value, index) => {
    const doubt = Math.sqrt(3 * (spread[index] ?? 0));
    return { value, doubt: Number.isFinite(doubt) ? doubt : 0 };
  });
};

const readTarget = ({ read, choose }: Continuation, target: Target): readonly number[] | undefined => {
  if (target.kind === 'criterion') {
    const component = choose(target.criterion);
    return component === undefined ? undefined : [component];
  }
  const value = read(target.reference);
  if (value === undefined) return undefined;
  return typeof value === 'number' ? [value] : (value as Matrix).flat();
};

/** The group with one number after the other moved by half a unit of its last digit. */
function* perturbed(group: readonly Source[]): Iterable<readonly Source[]> {
  const size = group.reduce((total, { value }) => total + value.flat().length, 0);
  if (size > mostPerturbed) return;
  for (const [index, source] of group.entries()) {
    if (source.halfUnit === 0) continue;
    for (let place = 0; place < source.value.flat().length; place += 1) {
      yield group.with(index, { ...source, value: movedAt(source.value, place, source.halfUnit) });
    }
  }
}

const movedAt = (value: Source['value'], place: number, by: number): Source['value'] => {
  let index = -1;
  const move = (entry: number): number => {
    index += 1;
    return index === place ? entry + by : entry;
  };
  // Every entry of a list is a number, every entry of a table a row.
  return (value as readonly (number | readonly number[])[]).map((entry) =>
    typeof entry === 'number' ? move(entry) : entry.map(move),
  ) as Source['value'];
};
