/** The chance that answers which are wrong for another reason agree as well with something listed. */

import type { Case } from './case.js';
import { movingColumns } from './candidates.js';
import { shareOf } from './spread.js';

/** Families of faults, ruled out by right answers or not, that give all of these answers. */
const familiesThatGive = (explains: readonly number[], { evidence, predictions }: Case): ReadonlySet<string> => {
  const families = new Set<string>();
  for (const { answers, family } of predictions.hypotheses.slice(1)) {
    const gives = explains.every((i) => {
      const one = evidence[i];
      return one !== undefined && one.hits.has(answers[one.column] ?? -1);
    });
    if (gives) families.add(family);
  }
  return families;
};

/** The chance that a fault in no list gives these answers because several listed ones do. */
export const coincidence = (explains: readonly number[], known: Case): number => {
  const familyCount = new Set(known.predictions.hypotheses.map(({ family }) => family)).size;
  return shareOf(familiesThatGive(explains, known), known.standing, familyCount);
};

/** The number of different sets of answers that the predictions hold for these questions; with `early`, at all stops. */
const countPredicted = (explains: readonly number[], early: boolean, { evidence, predictions }: Case): number => {
  const columns = explains.map((i) => evidence[i]?.column ?? -1);
  const moving = movingColumns(predictions);
  const seen = new Set<string>();
  for (const { answers, course } of predictions.hypotheses.slice(1)) {
    seen.add(columns.map((column) => answers[column]).join());
    if (!early || course === undefined) continue;
    for (const stop of predictions.courses[course] ?? []) {
      seen.add(
        columns.map((column) => (moving.has(column) ? stop.answers[moving.get(column) ?? -1] : answers[column])).join(),
      );
    }
  }
  return seen.size;
};

/** Ways to choose `k` of `n`. */
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

/**
 * The chance of a match by looks: that of one, times the number of sets of answers it might have matched, times the ways to pick the
 * answers that match from the wrong ones. `pairCount` is the number of pairs tried, where a pair matched.
 */
export const chanceOfMatch = (
  explains: readonly number[],
  tried: { readonly early: boolean; readonly pairCount: number; readonly suspected: boolean },
  known: Case,
): number => {
  const looks = explains.reduce(
    (product, i) => product * (known.looks[i] ?? 1),
    choose(known.wrong.length, explains.length),
  );
  const sets = tried.pairCount > 0 ? tried.pairCount : countPredicted(explains, tried.early, known);
  return Math.min(1, looks * (tried.suspected ? 1 : sets));
};
