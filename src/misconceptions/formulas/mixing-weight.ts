/** Wrong formulas for the mixing weight of a component. */

import type { Expr } from '../../types.js';
import { each, type FormulaEntry } from './entry.js';
import { parenthesesOfFractionsLost } from './parentheses.js';
import { denominatorsLost, denominatorsReplaced, inverted } from './quotients.js';
import type { FormulaQuestion } from './question.js';
import { componentFixed, indicesTransposed, pointNames } from './renaming.js';
import {
  atQuotients,
  call,
  namesIn,
  negate,
  number,
  product,
  quotient,
  rebuild,
  sum,
  symbol,
  termsOf,
} from './shapes.js';
import { signChangedAbove, sumsReplaced } from './sums.js';

const weights = (e: Expr, q: FormulaQuestion): readonly Expr[] => namesIn(e).filter(q.isProbability).map(symbol);

/** A constant in place of the responsibilities. */
const constants = (e: Expr, q: FormulaQuestion): readonly Expr[] => [
  quotient(number(1), number(q.components)),
  quotient(number(1), number(Math.max(1, weights(e, q).length))),
  quotient(number(1), number(Math.max(1, q.sampleSize))),
  number(1),
  number(0),
];

/** Each weight multiplied by its point. */
const withPoints = (e: Expr, q: FormulaQuestion): Expr => {
  const names = namesIn(e).filter(q.isProbability);
  const points = pointNames(e, q);
  return rebuild(e, (node) => {
    const point = node.kind === 'symbol' ? points[names.indexOf(node.name)] : undefined;
    return point === undefined ? node : product([node, symbol(point)]);
  });
};

export const mixingWeightMisconceptions = [
  { id: 'pi-not-divided', plausibility: 'H', rewrite: denominatorsLost },
  { id: 'pi-missing-parentheses', plausibility: 'H', rewrite: parenthesesOfFractionsLost },
  { id: 'pi-product', plausibility: 'L', rewrite: (e, q) => each([product(weights(e, q))], sumsReplaced(e, product)) },
  { id: 'pi-constant', plausibility: 'L', rewrite: constants },
  {
    id: 'pi-normalised-by-itself',
    plausibility: 'M',
    rewrite: (e) => atQuotients(e, ({ numerator }) => [quotient(numerator, numerator)]),
  },
  { id: 'pi-gamma-index-transposed', plausibility: 'M', rewrite: (e) => [indicesTransposed(e)] },
  {
    id: 'pi-divided-by-five',
    plausibility: 'M',
    rewrite: (e, q) => (q.sampleSize > 0 ? denominatorsReplaced(e, [number(q.sampleSize)]) : []),
  },
  { id: 'pi-component-fixed', plausibility: 'M', rewrite: componentFixed },
  { id: 'pi-sign', plausibility: 'L', rewrite: signChangedAbove },
  {
    id: 'pi-one-point',
    plausibility: 'M',
    rewrite: (e, q) => weights(e, q).map((weight) => quotient(weight, sum(weights(e, q)))),
  },
  {
    id: 'pi-is-mean-numerator',
    plausibility: 'M',
    rewrite: (e, q) =>
      each(
        [withPoints(e, q)],
        denominatorsLost(withPoints(e, q)),
        atQuotients(e, ({ numerator }) => [quotient(withPoints(numerator, q), numerator)]),
      ),
  },
  { id: 'pi-other-component', plausibility: 'M', rewrite: (e) => [sum([number(1), negate(e)])] },
  {
    id: 'pi-geometric-mean',
    plausibility: 'L',
    rewrite: (e, q) => {
      const factors = weights(e, q);
      const root = quotient(number(1), number(Math.max(1, factors.length)));
      return factors.length === 2
        ? [call('sqrt', product(factors))]
        : [{ kind: 'power', base: product(factors), exponent: root }];
    },
  },
  { id: 'pi-inverted', plausibility: 'L', rewrite: inverted },
  {
    id: 'pi-divided-by-four',
    plausibility: 'M',
    rewrite: (e, q) =>
      atQuotients(e, ({ numerator }) => [quotient(numerator, number(termsOf(numerator).length * q.components))]),
  },
  {
    id: 'pi-hard',
    plausibility: 'L',
    rewrite: (e, q) => {
      const largest = call('max', ...weights(e, q));
      return [largest, ...sumsReplaced(e, (terms) => call('max', ...terms))];
    },
  },
] as const satisfies readonly FormulaEntry[];
