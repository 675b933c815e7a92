/** The predictions of a problem, arranged for many submissions: what does not depend on the submission is found once. */

import { createMemory } from '../memory/index.js';
import type { Problem } from '../types.js';
import { assumptions } from './assumptions.js';
import type { Evidence } from './evidence.js';
import type { Hypothesis, NumericPredictions } from './prediction.js';

/** How an answer bears on each hypothesis whose run goes to its end: a flag for each. */
export type Bearing = {
  /** The answer is right, and the hypothesis would have made it wrong. */
  readonly rulesOut: Uint8Array;
  /** The answer is wrong just as the hypothesis predicts. */
  readonly hits: Uint8Array;
  /** The hypothesis leaves the answer right, or says nothing of it. */
  readonly leavesRight: Uint8Array;
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

const bear = (
  { column, right, hits, possible, rightOutcomes }: Evidence,
  { hypotheses }: NumericPredictions,
): Bearing => {
  const bearing = {
    rulesOut: new Uint8Array(hypotheses.length),
    hits: new Uint8Array(hypotheses.length),
    leavesRight: new Uint8Array(hypotheses.length),
  };
  for (const [h, { answers }] of hypotheses.entries()) {
    const outcome = answers[column] ?? -1;
    if (right && outcome >= 0 && !possible.has(outcome)) bearing.rulesOut[h] = 1;
    if (!right && outcome >= 0 && hits.has(outcome)) bearing.hits[h] = 1;
    if (outcome < 0 || rightOutcomes.has(outcome)) bearing.leavesRight[h] = 1;
  }
  return bearing;
};

const countSets = (
  { hypotheses, courses }: NumericPredictions,
  moving: ReadonlyMap<number, number>,
  stopsOf: NumericIndex['stopsOf'],
  columns: readonly number[],
  early: boolean,
): number => {
  const seen = new Set<string>();
  for (const { answers, course } of hypotheses.slice(1)) {
    seen.add(columns.map((column) => answers[column]).join());
    if (!early || course === undefined) continue;
    const { from, to } = stopsOf(course);
    for (let stop = from; stop < to; stop += 1) {
      const atStop = columns.map((column) => {
        const place = moving.get(column);
        return place === undefined ? answers[column] : courses.answers[stop * moving.size + place];
      });
      seen.add(atStop.join());
    }
  }
  return seen.size;
};
