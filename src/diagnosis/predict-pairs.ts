/** What two faults at once give, where that is more than the two side by side. */

import { perform } from '../misconceptions/index.js';
import type { Problem } from '../types.js';
import { createColumn } from './columns.js';
import { allowsPairs, limitsFor } from './patience.js';
import { isMoving, numericFaults, numericQuestions, outcomeOf, rightPlaces } from './predict-numbers.js';
import type { NumericPredictions, Outcome, PairTable } from './prediction.js';

const same = (a: Outcome | undefined, b: Outcome | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.length === b.length &&
  a.every((value, i) => {
    const other = b[i];
    if (typeof value !== 'number' || typeof other !== 'number') return value === other;
    return Math.abs(value - other) <= 1e-8 * Math.max(1e-3, Math.abs(value));
  });

/** Whether a pair's answers are those of its faults side by side, or of one of them alone. */
const isSideBySide = (
  pair: readonly (Outcome | undefined)[],
  first: readonly (Outcome | undefined)[],
  second: readonly (Outcome | undefined)[],
  right: readonly (Outcome | undefined)[],
): boolean => {
  const equals = (others: readonly (Outcome | undefined)[]): boolean =>
    pair.every((outcome, i) => outcome === undefined || same(outcome, others[i]));
  const beside = pair.every((outcome, i) => {
    if (outcome === undefined) return true;
    if (same(second[i], right[i])) return same(outcome, first[i]);
    return same(first[i], right[i]) && same(outcome, second[i]);
  });
  return beside || equals(first) || equals(second) || equals(right);
};

/** Runs every pair of faults, which takes some seconds for a hundred and fifty of them; none where the data are many. */
export const predictNumberPairs = (problem: Problem, { columns }: NumericPredictions): PairTable => {
  const questions = numericQuestions(problem);
  const builders = questions.map(() => createColumn());
  const faults = allowsPairs(problem.model) ? numericFaults(problem.model) : [];
  const answersOf = (h: number): readonly (Outcome | undefined)[] =>
    columns.map(({ outcomes, answers: places }) => outcomes[places[h] ?? -1]);
  const limits = limitsFor(problem.model, 'pair');
  const singles = [0, ...faults.map((_, i) => i + 1)].map(answersOf);
  const [right = []] = singles;
  const pairs: (readonly [number, number])[] = [];
  const answers = questions.map((): number[] => []);
  for (const [i, first] of faults.entries()) {
    for (const [j, second] of faults.entries()) {
      if (j <= i) continue;
      const performance = perform(problem.model, [first, second, ...limits]);
      const ended = performance.ending.kind !== 'unsettled';
      const outcomes = questions.map(({ asked }) =>
        asked === undefined || (isMoving(asked) && !ended) ? undefined : outcomeOf(performance, asked),
      );
      if (ended && isSideBySide(outcomes, singles[i + 1] ?? [], singles[j + 1] ?? [], right)) continue;
      pairs.push([i + 1, j + 1]);
      for (const [column, outcome] of outcomes.entries()) {
        answers[column]?.push(outcome === undefined ? -1 : (builders[column]?.add(outcome) ?? -1));
      }
    }
  }
  return {
    first: pairs.map(([first]) => first),
    second: pairs.map(([, second]) => second),
    columns: questions.map(({ question, asked }, column) => {
      const { outcomes = [], places = [] } = builders[column]?.sort() ?? {};
      return {
        question: question.id,
        moves: isMoving(asked),
        outcomes,
        right: rightPlaces(question, outcomes, right[column]),
        answers: (answers[column] ?? []).map((place) => (place < 0 ? -1 : (places[place] ?? -1))),
      };
    }),
  };
};
