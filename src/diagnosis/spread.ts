/** How likely it is that an answer which is wrong for an unknown reason looks just like this one. */

import { assumptions } from './assumptions.js';
import type { Given } from './agreement.js';
import type { Evidence } from './evidence.js';
import { anyOf, bears, type NumericIndex } from './numeric-index.js';
import type { Outcome, OutcomeEntry } from './prediction.js';

const isNumber = (value: unknown): value is number => typeof value === 'number';

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/**
 * The share of `sorted` values per unit length around x: the highest over windows from a 64th of their range up to all of it,
 * since wrong answers crowd around the right one and around what degenerate runs give; outside, a heavy tail.
 */
const densityAt = (sorted: readonly number[], x: number): number => {
  const low = quantile(sorted, 0.1);
  const high = quantile(sorted, 0.9);
  const range = Math.max(high - low, 1e-3 * Math.max(Math.abs(high), Math.abs(low)), 1e-6);
  const middle = quantile(sorted, 0.5);
  let density = 1 / (10 * (range + Math.abs(x - middle)));
  for (const window of [1, 1 / 4, 1 / 16, 1 / 64]) {
    const reach = range * window;
    const count = sorted.filter((value) => Math.abs(value - x) <= reach).length;
    density = Math.max(density, count / (sorted.length * 2 * reach));
  }
  return density;
};

/** Families of faults (a flag for each) that the right answers leave possible; the others count for less, the more right answers there are. */
export type Standing = { readonly families: Uint8Array; readonly discount: number };

export const standingOf = (index: NumericIndex, evidence: readonly Evidence[]): Standing => {
  const { families, familyCount, bearingOf } = index;
  const right = evidence.flatMap((one) => (one.right ? [bearingOf(one)] : []));
  const flags = anyOf(right, index);
  const standing = new Uint8Array(familyCount);
  for (let h = 1; h < families.length; h += 1) {
    if (((flags[h] ?? 0) & bears.rulesOut) === 0) standing[families[h] ?? 0] = 1;
  }
  return { families: standing, discount: assumptions.rightByChance ** Math.min(right.length, assumptions.mostRight) };
};

/**
 * The share of families of faults that give something: the chance that an unknown fault gives it too. One of them is the fault in
 * question, and does not count.
 */
export const shareOf = (giving: ReadonlySet<number>, { families, discount }: Standing, familyCount: number): number => {
  let left = 0;
  for (const family of giving) left += families[family] ?? 0;
  return (Math.max(0, left - 1) + discount * Math.max(0, giving.size - Math.max(1, left))) / familyCount;
};

/** A column's distinct wrong outcomes with the families of faults that give each. */
type Landscape = {
  readonly outcomes: readonly Outcome[];
  readonly families: readonly ReadonlySet<number>[];
  readonly reference: Outcome;
};

const landscapeOf = ({ predictions: { columns }, families }: NumericIndex, place: number): Landscape => {
  const column = columns[place];
  const familiesAt = new Map<number, Set<number>>();
  const answers = column?.answers ?? [];
  for (let h = 1; h < answers.length; h += 1) {
    const at = answers[h] ?? -1;
    if (at < 0) continue;
    const giving = familiesAt.get(at) ?? new Set();
    familiesAt.set(at, giving.add(families[h] ?? 0));
  }
  const reference = answers[0] ?? -1;
  const places = [...familiesAt.keys()].filter((at) => at !== reference);
  return {
    outcomes: places.map((at) => column?.outcomes[at] ?? []),
    families: places.map((at) => familiesAt.get(at) ?? new Set()),
    reference: column?.outcomes[reference] ?? [],
  };
};

const agreesWith = ({ value, halfWidth }: Given, other: OutcomeEntry | undefined): boolean =>
  isNumber(value) && other !== undefined && isNumber(other)
    ? Math.abs(value - other) <= Math.max(halfWidth, 1e-9 * Math.abs(value))
    : value === other || (value === 'blank' && other !== undefined);

/** A chance, but for what families of faults that are still possible add to it. */
type Base = { readonly least: number; readonly giving: ReadonlySet<number> };

/** The chance of one entry of a wrong answer, given the entries before it. */
const chanceOfEntry = (
  given: readonly Given[],
  i: number,
  { outcomes, families, reference }: Landscape,
): number | Base => {
  const entry = given[i];
  if (entry === undefined) return 1;
  const { value, halfWidth } = entry;
  if (value === 'blank') return 1;
  const before = given.slice(0, i).filter((earlier) => earlier.value !== 'blank');
  if (before.some((earlier) => agreesWith(earlier, value))) return assumptions.repeated;
  if (!isNumber(value)) return value === 'nan' ? assumptions.nan : assumptions.infinite;
  const rest = 1 - before.reduce((total, earlier) => total + (isNumber(earlier.value) ? earlier.value : 0), 0);
  if (
    before.length > 0 &&
    before.length === i &&
    agreesWith({ value: rest, halfWidth: halfWidth * given.length }, value)
  )
    return assumptions.complementary;
  if (given.length > 1 && agreesWith(entry, reference[i])) return assumptions.rightEntry;
  const giving = new Set(
    outcomes.flatMap((outcome, at) => (agreesWith(entry, outcome[i]) ? [...(families[at] ?? [])] : [])),
  );
  const sorted = outcomes
    .flatMap((outcome) => outcome[i] ?? [])
    .filter(isNumber)
    .sort((a, b) => a - b);
  return { least: 2 * halfWidth * densityAt(sorted, value), giving };
};

/** The chances of the entries of an answer, the answer as a whole being one where it is one of a few. */
const chancesIn = ({ given, alternatives, kind }: Evidence, landscape: Landscape): readonly (number | Base)[] => {
  if (kind !== 'assignments') return given.map((_, i) => chanceOfEntry(given, i, landscape));
  const at = landscape.outcomes.findIndex(
    (outcome) => given.length === outcome.length && given.every((entry, i) => agreesWith(entry, outcome[i])),
  );
  return [{ least: 1 / (alternatives ?? 1), giving: landscape.families[at] ?? new Set() }];
};

/** q: the chance that a wrong answer to a question, given for an unknown reason, looks like this one to the digits it has. */
export type Spread = (evidence: Evidence, standing: Standing) => number;

/** All but the standing of the families is found once for each answer. */
export const createSpread = (index: NumericIndex): Spread => {
  const familyCount = Math.max(1, index.familyCount - 1);
  const landscapes = new Map<number, Landscape>();
  const known = new WeakMap<Evidence, readonly (number | Base)[]>();
  const chancesOf = (evidence: Evidence): readonly (number | Base)[] => {
    const before = known.get(evidence);
    if (before !== undefined) return before;
    const landscape = landscapes.get(evidence.column) ?? landscapeOf(index, evidence.column);
    landscapes.set(evidence.column, landscape);
    const found = chancesIn(evidence, landscape);
    known.set(evidence, found);
    return found;
  };
  return (evidence, standing) => {
    const { alternatives, kind, plain, coarse } = evidence;
    if (kind === 'choice') return 1 / (alternatives ?? 1);
    if (coarse !== undefined) return assumptions.coarse[coarse];
    const chance = (base: number | Base): number =>
      isNumber(base) ? base : Math.max(base.least, shareOf(base.giving, standing, familyCount));
    if (kind === 'assignments') return chancesOf(evidence).reduce<number>((product, base) => product * chance(base), 1);
    // One plain number is seldom alone.
    const least = (i: number): number => (!plain ? 0 : i === 0 ? assumptions.plainEntry : assumptions.repeated);
    return chancesOf(evidence).reduce<number>(
      (product, base, i) => product * Math.max(least(i), isNumber(base) ? base : Math.min(1, chance(base))),
      1,
    );
  };
};
