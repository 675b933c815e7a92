/** The chance that answers which are wrong for another reason agree as well with something listed. */

import type { Case } from './case.js';
import { bears } from './numeric-index.js';
import { shareOf } from './spread.js';

/** The chance that a fault in no list gives these answers because several listed ones do, ruled out by right answers or not. */
export const coincidence = (explains: readonly number[], { evidence, index, standing }: Case): number => {
  const flagged = explains.flatMap((i) => {
    const one = evidence[i];
    return one === undefined ? [] : [index.bearingOf(one).atEnd];
  });
  const giving = new Set<number>();
  for (let h = 1; h < index.families.length; h += 1) {
    let isGiven = flagged.length > 0;
    for (let i = 0; isGiven && i < flagged.length; i += 1) isGiven = ((flagged[i]?.[h] ?? 0) & bears.hits) !== 0;
    if (isGiven) giving.add(index.families[h] ?? 0);
  }
  return shareOf(giving, standing, index.familyCount);
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
  const columns = explains.map((i) => known.evidence[i]?.column ?? -1);
  const sets = tried.pairCount > 0 ? tried.pairCount : known.index.setsPredicted(columns, tried.early);
  return Math.min(1, looks * (tried.suspected ? 1 : sets));
};
