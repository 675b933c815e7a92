/** Wrong formulas for the mean of a component. */

import type { Expr } from '../../types.js';
import { each, type FormulaEntry } from './entry.js';
import { squared, sumOf, sumsMultiplied, without } from './factors.js';
import { parenthesesOfFractionsLost } from './parentheses.js';
import {
  denominatorsLost,
  denominatorsMultiplied,
  denominatorsReplaced,
  dividedAgain,
  dividedTermByTerm,
  inverted,
  weightsBelowReplaced,
} from './quotients.js';
import type { FormulaQuestion } from './question.js';
import { componentFixed, crossedAbove, indicesTransposed, numberRepeated } from './renaming.js';
import { inNumerators, namesIn, number, symbol } from './shapes.js';
import { signChangedAbove, signChangedBelow, signChangedBoth } from './sums.js';

/** Divided by the number of points, of the formula or of the data set, or by `n` or `N` where these are not something else. */
export const dividedByCount = (e: Expr, { sampleSize, spec, isProbability }: FormulaQuestion): Iterable<Expr> =>
  weightsBelowReplaced(e, isProbability, (terms) => [
    number(terms.length),
    ...(sampleSize > 0 ? [number(sampleSize)] : []),
    ...['n', 'N'].filter((name) => spec.symbols[name] === undefined).map(symbol),
  ]);

/** No weights at all, and the number of points below the line. */
export const unweighted = (e: Expr, q: FormulaQuestion): Iterable<Expr> =>
  inNumeratorsOf(dividedByCount(e, q), (numerator) => without(numerator, q.isProbability));

function* inNumeratorsOf(list: Iterable<Expr>, replace: (numerator: Expr) => Expr): Generator<Expr> {
  for (const expr of list) yield* inNumerators(expr, (numerator) => [replace(numerator)]);
}

export const numeratorsUnweighted = (e: Expr, q: FormulaQuestion): Iterable<Expr> =>
  inNumerators(e, (numerator) => [without(numerator, q.isProbability)]);

export const numeratorsWeightedTwice = (e: Expr, q: FormulaQuestion): Iterable<Expr> =>
  inNumerators(e, (numerator) => [squared(numerator, q.isProbability)]);

/** The second term repeats the first weight: above the line, or everywhere. */
const weightRepeated = (e: Expr, q: FormulaQuestion): Iterable<Expr> =>
  each(
    inNumerators(e, (numerator) => numberRepeated(numerator, q.isProbability)),
    numberRepeated(e, q.isProbability),
  );

export const meanMisconceptions = [
  { id: 'mu-divided-by-n', plausibility: 'H', rewrite: dividedByCount },
  { id: 'mu-no-denominator', plausibility: 'M', rewrite: denominatorsLost },
  { id: 'mu-missing-parentheses', plausibility: 'H', rewrite: parenthesesOfFractionsLost },
  { id: 'mu-unweighted', plausibility: 'M', rewrite: unweighted },
  { id: 'mu-numerator-unweighted', plausibility: 'M', rewrite: numeratorsUnweighted },
  { id: 'mu-gamma-index-transposed', plausibility: 'M', rewrite: (e) => [indicesTransposed(e)] },
  {
    id: 'mu-divided-by-x',
    plausibility: 'L',
    rewrite: (e, q) => denominatorsReplaced(e, [sumOf(namesIn(e).filter(q.isPoint))]),
  },
  { id: 'mu-points-crossed', plausibility: 'L', rewrite: (e, q) => crossedAbove(e, q.isProbability) },
  { id: 'mu-component-fixed', plausibility: 'M', rewrite: componentFixed },
  { id: 'mu-product-of-sums', plausibility: 'L', rewrite: sumsMultiplied },
  {
    id: 'mu-gamma-squared',
    plausibility: 'L',
    rewrite: (e, q) => each(numeratorsWeightedTwice(e, q), [squared(e, q.isProbability)]),
  },
  {
    id: 'mu-sign',
    plausibility: 'L',
    rewrite: (e) => each(signChangedAbove(e), signChangedBelow(e), signChangedBoth(e)),
  },
  { id: 'mu-inverted', plausibility: 'L', rewrite: inverted },
  { id: 'mu-denominator-product', plausibility: 'M', rewrite: denominatorsMultiplied },
  { id: 'mu-divided-twice', plausibility: 'M', rewrite: dividedAgain },
  { id: 'mu-copy-paste-index', plausibility: 'M', rewrite: weightRepeated },
  { id: 'mu-denominator-split', plausibility: 'L', rewrite: dividedTermByTerm },
] as const satisfies readonly FormulaEntry[];
