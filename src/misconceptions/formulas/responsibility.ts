/** Wrong formulas for p(y = k | x), the responsibility of a component. */

import type { Expr } from '../../types.js';
import { each, type FormulaEntry } from './entry.js';
import { allReplaced, factorsAdded, squared, sumsMultiplied, without } from './factors.js';
import { parenthesesOfFractionsLost } from './parentheses.js';
import { denominatorsAveraged, denominatorsLost, denominatorsMultiplied, inverted } from './quotients.js';
import type { FormulaQuestion } from './question.js';
import { componentFixed, crossed } from './renaming.js';
import {
  atQuotients,
  call,
  inDenominators,
  inNumerators,
  namesIn,
  negate,
  number,
  quotient,
  sum,
  termsOf,
} from './shapes.js';
import { signChangedBelow } from './sums.js';

const isDensity =
  ({ isProbability }: FormulaQuestion) =>
  (name: string): boolean =>
    !isProbability(name);

/** What can be done to the priors of a formula; nothing where it has none. */
const toPriors = (expr: Expr, { isProbability }: FormulaQuestion, make: () => Iterable<Expr>): Iterable<Expr> =>
  namesIn(expr).some(isProbability) ? make() : [];

/** One prior for both terms below the line: that of component k, or of one component. */
function* samePriorBelow(expr: Expr, q: FormulaQuestion): Generator<Expr> {
  for (const prior of namesIn(expr).filter(q.isProbability)) {
    yield* inDenominators(expr, (denominator) => [allReplaced(denominator, q.isProbability, prior)]);
  }
}

/** One component divided by another: π_k N_k / (π₂ N₂), π₁ N₁ / (π₂ N₂). */
const odds = (expr: Expr): Iterable<Expr> =>
  atQuotients(expr, function* ({ numerator, denominator }) {
    const terms = termsOf(denominator);
    if (terms.length < 2) return;
    for (const below of terms) {
      yield quotient(numerator, below);
      for (const above of terms) if (above !== below) yield quotient(above, below);
    }
  });

export const responsibilityMisconceptions = [
  { id: 'resp-no-prior', plausibility: 'H', rewrite: (e, q) => [without(e, q.isProbability)] },
  { id: 'resp-same-prior-cancels', plausibility: 'L', rewrite: samePriorBelow },
  { id: 'resp-unnormalised', plausibility: 'M', rewrite: denominatorsLost },
  {
    id: 'resp-likelihood-only',
    plausibility: 'M',
    rewrite: (e, q) => toPriors(e, q, () => denominatorsLost(without(e, q.isProbability))),
  },
  {
    id: 'resp-prior-only',
    plausibility: 'L',
    rewrite: (e, q) =>
      toPriors(e, q, () => {
        const priors = without(e, isDensity(q));
        return each(denominatorsLost(priors), [priors]);
      }),
  },
  {
    id: 'resp-denominator-no-prior',
    plausibility: 'M',
    rewrite: (e, q) => inDenominators(e, (denominator) => [without(denominator, q.isProbability)]),
  },
  {
    id: 'resp-numerator-no-prior',
    plausibility: 'M',
    rewrite: (e, q) => inNumerators(e, (numerator) => [without(numerator, q.isProbability)]),
  },
  { id: 'resp-missing-parentheses', plausibility: 'H', rewrite: parenthesesOfFractionsLost },
  {
    id: 'resp-component-fixed',
    plausibility: 'H',
    rewrite: componentFixed,
  },
  { id: 'resp-denominator-product', plausibility: 'L', rewrite: denominatorsMultiplied },
  {
    id: 'resp-denominator-crossed',
    plausibility: 'M',
    rewrite: (e, q) => inDenominators(e, (denominator) => crossed(denominator, q.isProbability)),
  },
  { id: 'resp-odds', plausibility: 'M', rewrite: odds },
  { id: 'resp-inverted', plausibility: 'M', rewrite: inverted },
  { id: 'resp-sum-of-products-split', plausibility: 'L', rewrite: sumsMultiplied },
  {
    id: 'resp-added',
    plausibility: 'L',
    rewrite: (e) =>
      each(
        [factorsAdded(e)],
        inDenominators(e, (denominator) => [factorsAdded(denominator)]),
      ),
  },
  { id: 'resp-other-component', plausibility: 'M', rewrite: (e) => [sum([number(1), negate(e)])] },
  { id: 'resp-denominator-averaged', plausibility: 'L', rewrite: denominatorsAveraged },
  {
    id: 'resp-prior-squared',
    plausibility: 'L',
    rewrite: (e, q) =>
      each(
        inNumerators(e, (numerator) => [squared(numerator, q.isProbability)]),
        [squared(e, q.isProbability)],
      ),
  },
  { id: 'resp-sign', plausibility: 'L', rewrite: signChangedBelow },
  { id: 'resp-log-left', plausibility: 'M', rewrite: (e) => [call('ln', e)] },
] as const satisfies readonly FormulaEntry[];
