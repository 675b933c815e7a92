/** Wrong formulas for the variance of a component. */

import type { Expr } from '../../types.js';
import { each, type FormulaEntry } from './entry.js';
import { drawnIntoPowers, drawnToFirstTerm, squared } from './factors.js';
import { readName, withBase } from './indices.js';
import { dividedByCount, numeratorsUnweighted, numeratorsWeightedTwice, unweighted } from './mean.js';
import { parenthesesOfFractionsLost, parenthesesOfPowersLost } from './parentheses.js';
import { deviationsToFirstTerm, powersChanged, powersLost, powersToAbsolute, squareOutside } from './powers.js';
import { denominatorsLost } from './quotients.js';
import type { FormulaQuestion } from './question.js';
import { componentFixed, crossedAbove, indicesTransposed, letterFromPoint } from './renaming.js';
import { call, inDenominators, namesIn, negate, number, power, rename, sum, symbol } from './shapes.js';
import { differencesAdded, oneDifferenceAdded } from './sums.js';

/** `mu_k` for `hatmu_k`: the parameter as it was before the update. */
const beforeUpdate = (name: string): string => withBase(name, readName(name).base.replace(/hat|new/, ''));

/** E[x²] − m, where m was not squared. */
const meanNotSquared = (e: Expr, q: FormulaQuestion): readonly Expr[] => {
  const moment = deviationsToFirstTerm(e);
  return namesIn(e)
    .filter(q.isParameter)
    .map((mean) => sum([moment, negate(symbol(mean))]));
};

export const varianceMisconceptions = [
  { id: 'var-no-square', plausibility: 'M', rewrite: (e) => [powersLost(e)] },
  { id: 'var-divided-by-n', plausibility: 'H', rewrite: dividedByCount },
  { id: 'var-no-denominator', plausibility: 'M', rewrite: denominatorsLost },
  { id: 'var-old-mean', plausibility: 'H', rewrite: (e) => [rename(e, beforeUpdate)] },
  { id: 'var-missing-parentheses', plausibility: 'H', rewrite: parenthesesOfFractionsLost },
  { id: 'var-sqrt', plausibility: 'M', rewrite: (e) => [call('sqrt', e)] },
  { id: 'var-gamma-inside-square', plausibility: 'M', rewrite: (e) => [drawnIntoPowers(e)] },
  { id: 'var-gamma-on-x-only', plausibility: 'M', rewrite: (e) => [drawnToFirstTerm(e)] },
  { id: 'var-square-outside-sum', plausibility: 'M', rewrite: squareOutside },
  {
    id: 'var-bessel',
    plausibility: 'M',
    rewrite: (e) => inDenominators(e, (denominator) => [sum([denominator, negate(number(1))])]),
  },
  { id: 'var-absolute', plausibility: 'L', rewrite: (e) => [powersToAbsolute(e)] },
  { id: 'var-second-moment', plausibility: 'M', rewrite: (e) => [deviationsToFirstTerm(e)] },
  { id: 'var-moment-mean-not-squared', plausibility: 'M', rewrite: meanNotSquared },
  { id: 'var-hatmu-index', plausibility: 'M', rewrite: (e, q) => [letterFromPoint(e, q)] },
  { id: 'var-component-fixed', plausibility: 'M', rewrite: componentFixed },
  { id: 'var-sign', plausibility: 'L', rewrite: (e) => each([differencesAdded(e)], oneDifferenceAdded(e)) },
  { id: 'var-points-crossed', plausibility: 'L', rewrite: (e, q) => crossedAbove(e, q.isProbability) },
  {
    id: 'var-unweighted',
    plausibility: 'M',
    rewrite: (e, q) => each(numeratorsUnweighted(e, q), unweighted(e, q)),
  },
  { id: 'var-gamma-index-transposed', plausibility: 'M', rewrite: (e) => [indicesTransposed(e)] },
  { id: 'var-square-on-mean-only', plausibility: 'M', rewrite: parenthesesOfPowersLost },
  {
    id: 'var-denominator-squared',
    plausibility: 'L',
    rewrite: (e) => inDenominators(e, (denominator) => [power(denominator, 2)]),
  },
  { id: 'var-wrong-power', plausibility: 'L', rewrite: (e) => [powersChanged(e, 3)] },
  {
    id: 'var-gamma-squared',
    plausibility: 'L',
    rewrite: (e, q) => each(numeratorsWeightedTwice(e, q), [squared(e, q.isProbability)]),
  },
] as const satisfies readonly FormulaEntry[];
