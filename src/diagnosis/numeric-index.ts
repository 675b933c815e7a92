/** The predictions of a problem, arranged for many submissions: what does not depend on the submission is found once. */

import { createMemory } from '../memory/index.js';
import type { Problem } from '../types.js';
import { assumptions } from './assumptions.js';
import type { Evidence } from './evidence.js';
import type { Hypothesis, NumericPredictions } from './prediction.js';

/** How an answer bears on a hypothesis: flags that may stand together. */
export const bears = {
  /** The answer is right, and the hypothesis would have made it wrong. */
  rulesOut: 1,
  /** The answer is wrong just as the hypothesis predicts. */
  hits: 2,
  /** The hypothesis leaves the answer right, or says nothing of it. */
  leavesRight: 4,
  /** A choice is right that the hypothesis would have made wrong: it may have been guessed, or known. */
  guessed: 8,
} as const;

/** The flags of an answer. */
export type Bearing = {
  /** By place in the outcomes of its column. */
  readonly byOutcome: Uint8Array;
  /** For each hypothesis, where its run goes to its end. */
  readonly atEnd: Uint8Array;
};

export type NumericIndex = {
  readonly problem: Problem;
  readonly predictions: NumericPredictions;
  /** Prior probability of each hypothesis but the first, which is the right procedure. */
  readonly priors: readonly number[];
  /** For each hypothesis the place of its family; that of the right procedure is 0. */
  readonly families: readonly number[];
  readonly familyCount: number;
  /** Places of the moving columns among themselves. */
  readonly moving: ReadonlyMap<number, number>;
  readonly bearingOf: (evidence: Evidence) => Bearing;
  /** The stops of a course, from the first to before the last; `answers` of each are so many apart as columns move. */
  readonly stopsOf: (course: number) => { readonly from: number; readonly to: number };
  /** The number of different sets of answers that faults give for these columns; with `early`, at all stops. */
  readonly setsPredicted: (columns: readonly number[], early: boolean) => number;
};

/** Combinations of columns whose sets are counted; a problem asks few of the many there could be. */
const mostCounted = 500;

export const indexPredictions = (problem: Problem, predictions: NumericPredictions): NumericIndex => {
  const { hypotheses, columns, courses } = predictions;
  const names = [...new Set(hypotheses.map(({ family }) => family))];
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const movingPlaces = columns.flatMap(({ moves }, column) => (moves ? [column] : []));
  const moving = new Map(movingPlaces.map((column, place) => [column, place]));

  const bearings = new WeakMap<Evidence, Bearing>();
  const stopsOf = (course: number): { readonly from: number; readonly to: number } => ({
    from: courses.starts[course] ?? 0,
    to: courses.starts[course + 1] ?? 0,
  });
  const counts = createMemory<string, number>(mostCounted);
  return {
    problem,
    predictions,
    priors: priorsOf(hypotheses),
    families: hypotheses.map(({ family }) => placeOf.get(family) ?? 0),
    familyCount: names.length,
    moving,
    bearingOf: (evidence) => {
      const known = bearings.get(evidence);
      if (known !== undefined) return known;
      const made = bear(evidence, predictions);
      bearings.set(evidence, made);
      return made;
    },
    stopsOf,
    setsPredicted: (asked, early) => {
      const key = `${asked.join()} ${early}`;
      return counts.get(key) ?? counts.set(key, countSets(predictions, moving, stopsOf, asked, early));
    },
  };
};

/** Prior probability of each hypothesis but the first, which is the right procedure. */
const priorsOf = (hypotheses: readonly Hypothesis[]): readonly number[] => {
  const weights = hypotheses.map(({ plausibility }, i) => (i === 0 ? 0 : assumptions.weight[plausibility]));
  const total = weights.reduce<number>((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (assumptions.listed * weight) / Math.max(total, 1));
};

/** The flags of a hypothesis that predicts the outcome at this place of the answer's column; −1: none. */
export const bearingAt = ({ byOutcome }: Bearing, outcome: number): number =>
  outcome < 0 ? bears.leavesRight : (byOutcome[outcome] ?? 0);

const bear = (
  { column, kind, right, hits, possible, rightOutcomes }: Evidence,
  { columns, hypotheses }: NumericPredictions,
): Bearing => {
  // By outcome first: few of them are anything to the answer.
  const otherwise = !right ? 0 : kind === 'choice' ? bears.guessed : bears.rulesOut;
  const byOutcome = new Uint8Array(columns[column]?.outcomes.length ?? 0).fill(otherwise);
  for (const outcome of right ? possible : hits) byOutcome[outcome] = right ? 0 : bears.hits;
  for (const outcome of rightOutcomes) byOutcome[outcome] = (byOutcome[outcome] ?? 0) | bears.leavesRight;
  const bearing = { byOutcome, atEnd: new Uint8Array(hypotheses.length) };
  const answers = columns[column]?.answers ?? [];
  for (let h = 0; h < hypotheses.length; h += 1) bearing.atEnd[h] = bearingAt(bearing, answers[h] ?? -1);
  return bearing;
};

/** For each hypothesis, at the end of its run, the flags that any of the answers gives it. */
export const anyOf = (bearings: readonly Bearing[], { families }: NumericIndex): Uint8Array => {
  const any = new Uint8Array(families.length);
  for (const { atEnd } of bearings) for (let h = 0; h < any.length; h += 1) any[h] = (any[h] ?? 0) | (atEnd[h] ?? 0);
  return any;
};

const countSets = (
  { hypotheses, columns, courses }: NumericPredictions,
  moving: ReadonlyMap<number, number>,
  stopsOf: NumericIndex['stopsOf'],
  asked: readonly number[],
  early: boolean,
): number => {
  const seen = new Set<string | number>();
  // Places as digits of one number, where it is exact.
  const bases = asked.map((column) => (columns[column]?.outcomes.length ?? 0) + 1);
  const isExact = bases.reduce((product, base) => product * base, 1) <= Number.MAX_SAFE_INTEGER;
  const add = (answerIn: (column: number) => number | undefined): void => {
    if (!isExact) return void seen.add(asked.map(answerIn).join());
    let code = 0;
    for (let i = 0; i < asked.length; i += 1) code = code * (bases[i] ?? 1) + (answerIn(asked[i] ?? -1) ?? -1) + 1;
    seen.add(code);
  };
  for (let h = 1; h < hypotheses.length; h += 1) {
    const course = hypotheses[h]?.course;
    add((column) => columns[column]?.answers[h]);
    if (!early || course === undefined) continue;
    const { from, to } = stopsOf(course);
    for (let stop = from; stop < to; stop += 1) {
      add((column) => {
        const place = moving.get(column);
        return place === undefined ? columns[column]?.answers[h] : courses.answers[stop * moving.size + place];
      });
    }
  }
  return seen.size;
};
