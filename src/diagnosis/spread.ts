/** How likely it is that an answer which is wrong for an unknown reason looks just like this one. */

import { assumptions } from './assumptions.js';
import type { Given } from './agreement.js';
import type { Evidence } from './evidence.js';
import type { NumericPredictions, Outcome, OutcomeEntry } from './prediction.js';

const isNumber = (value: OutcomeEntry): value is number => typeof value === 'number';

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

/** Families of faults that the right answers leave possible; the others count for less, the more right answers there are. */
export type Standing = { readonly families: ReadonlySet<string>; readonly discount: number };

export const standingOf = ({ hypotheses }: NumericPredictions, evidence: readonly Evidence[]): Standing => {
  const right = evidence.filter((one) => one.right);
  const isLeft = (answers: readonly number[]): boolean =>
    right.every(({ column, possible }) => (answers[column] ?? -1) < 0 || possible.has(answers[column] ?? -1));
  return {
    families: new Set(hypotheses.slice(1).flatMap(({ answers, family }) => (isLeft(answers) ? [family] : []))),
    discount: assumptions.rightByChance ** Math.min(right.length, assumptions.mostRight),
  };
};

/**
 * The share of families of faults that give something: the chance that an unknown fault gives it too. One of them is the fault in
 * question, and does not count.
 */
export const shareOf = (giving: ReadonlySet<string>, { families, discount }: Standing, familyCount: number): number => {
  const left = [...giving].filter((family) => families.has(family)).length;
  return (Math.max(0, left - 1) + discount * Math.max(0, giving.size - Math.max(1, left))) / familyCount;
};

/** A column's distinct wrong outcomes with the families of faults that give each. */
type Landscape = {
  readonly outcomes: readonly Outcome[];
  readonly families: readonly ReadonlySet<string>[];
  readonly familyCount: number;
  readonly reference: Outcome;
  readonly standing: Standing;
};

const landscapeOf = ({ columns, hypotheses }: NumericPredictions, place: number, standing: Standing): Landscape => {
  const column = columns[place];
  const [right, ...faults] = hypotheses;
  const familiesAt = new Map<number, Set<string>>();
  for (const { answers, family } of faults) {
    const at = answers[place] ?? -1;
    if (at >= 0) familiesAt.set(at, (familiesAt.get(at) ?? new Set()).add(family));
  }
  const reference = right?.answers[place] ?? -1;
  const places = [...familiesAt.keys()].filter((at) => at !== reference);
  return {
    outcomes: places.map((at) => column?.outcomes[at] ?? []),
    families: places.map((at) => familiesAt.get(at) ?? new Set()),
    familyCount: Math.max(1, new Set(faults.map(({ family }) => family)).size),
    reference: column?.outcomes[reference] ?? [],
    standing,
  };
};

const agreesWith = ({ value, halfWidth }: Given, other: OutcomeEntry | undefined): boolean =>
  isNumber(value) && other !== undefined && isNumber(other)
    ? Math.abs(value - other) <= Math.max(halfWidth, 1e-9 * Math.abs(value))
    : value === other;

/** The chance of one entry of a wrong answer, given the entries before it. */
const chanceOfEntry = (
  given: readonly Given[],
  i: number,
  { outcomes, families, familyCount, reference, standing }: Landscape,
): number => {
  const entry = given[i];
  if (entry === undefined) return 1;
  const { value, halfWidth } = entry;
  const before = given.slice(0, i);
  if (before.some((earlier) => agreesWith(earlier, value))) return assumptions.repeated;
  if (!isNumber(value)) return value === 'nan' ? assumptions.nan : assumptions.infinite;
  const rest = 1 - before.reduce((total, earlier) => total + (isNumber(earlier.value) ? earlier.value : 0), 0);
  if (before.length > 0 && agreesWith({ value: rest, halfWidth: halfWidth * given.length }, value))
    return assumptions.complementary;
  if (given.length > 1 && agreesWith(entry, reference[i])) return assumptions.rightEntry;
  const giving = new Set(
    outcomes.flatMap((outcome, at) => (agreesWith(entry, outcome[i]) ? [...(families[at] ?? [])] : [])),
  );
  const sorted = outcomes
    .flatMap((outcome) => outcome[i] ?? [])
    .filter(isNumber)
    .sort((a, b) => a - b);
  const byDigits = 2 * halfWidth * densityAt(sorted, value);
  return Math.min(1, Math.max(byDigits, shareOf(giving, standing, familyCount)));
};

/** q: the chance that a wrong answer to this question, given for an unknown reason, looks like this one to the digits it has. */
export const chanceOfAnswer = (
  { column, given, alternatives, kind, plain, coarse }: Evidence,
  predictions: NumericPredictions,
  standing: Standing,
): number => {
  if (kind === 'choice') return 1 / (alternatives ?? 1);
  if (coarse !== undefined) return assumptions.coarse[coarse];
  const landscape = landscapeOf(predictions, column, standing);
  if (kind === 'assignments') {
    const at = landscape.outcomes.findIndex(
      (outcome) => given.length === outcome.length && given.every((entry, i) => agreesWith(entry, outcome[i])),
    );
    const share = shareOf(landscape.families[at] ?? new Set(), standing, landscape.familyCount);
    return Math.max(1 / (alternatives ?? 1), share);
  }
  // One plain number is seldom alone.
  const least = (i: number): number => (!plain ? 0 : i === 0 ? assumptions.plainEntry : assumptions.repeated);
  return given.reduce((product, _, i) => product * Math.max(least(i), chanceOfEntry(given, i, landscape)), 1);
};
