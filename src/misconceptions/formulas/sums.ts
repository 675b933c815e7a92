/** Rewrites of sums: signs, and products in their place. */

import type { Expr } from '../../types.js';
import { everywhere, inDenominators, inNumerators, negate, rebuild, sum } from './shapes.js';

const opposite = (term: Expr): Expr => (term.kind === 'negate' ? term.argument : negate(term));

/** One term of a sum, after the first, with the other sign; or the first, which is the same up to the sign of all. */
const oneSignChanged = (node: Expr): readonly Expr[] =>
  node.kind === 'sum' ? node.terms.map((term, i) => sum(node.terms.with(i, opposite(term)))) : [];

export const signChangedBelow = (expr: Expr): Iterable<Expr> => inDenominators(expr, oneSignChanged);
export const signChangedAbove = (expr: Expr): Iterable<Expr> => inNumerators(expr, oneSignChanged);

export function* signChangedBoth(expr: Expr): Generator<Expr> {
  for (const above of signChangedAbove(expr)) yield* signChangedBelow(above);
}

/** Every difference turned into a sum. */
export const differencesAdded = (expr: Expr): Expr =>
  rebuild(expr, (node) =>
    node.kind === 'sum' ? sum(node.terms.map((term) => (term.kind === 'negate' ? term.argument : term))) : node,
  );

/** One difference turned into a sum. */
export const oneDifferenceAdded = (expr: Expr): Iterable<Expr> =>
  everywhere(expr, (node) => {
    const added =
      node.kind === 'sum' ? sum(node.terms.map((term) => (term.kind === 'negate' ? term.argument : term))) : node;
    return node.kind === 'sum' && node.terms.some((term) => term.kind === 'negate') ? [added] : [];
  });

export const sumsReplaced = (expr: Expr, by: (terms: readonly Expr[]) => Expr): Iterable<Expr> =>
  everywhere(expr, (node) => (node.kind === 'sum' ? [by(node.terms)] : []));
