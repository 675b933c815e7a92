/** What a formula becomes when it is typed without its parentheses. */

import type { Expr } from '../../types.js';
import { atQuotients, childrenOf, factorsOf, negate, product, quotient, sum, termsOf, withChildren } from './shapes.js';

/**
 * `a / b*c + d` read from left to right: only the first factor of the first term is below the line.
 * `keepsProduct`: the first term kept its parentheses, the sum did not.
 */
const dividedFlat = (numerator: Expr, denominator: Expr, keepsProduct: boolean): Expr => {
  const [first = denominator, ...rest] = termsOf(denominator);
  const [divisor = first, ...factors] = keepsProduct ? [first] : factorsOf(first);
  return sum([product([quotient(numerator, divisor), ...factors]), ...rest]);
};

/** Parentheses lost above the line, below it, or both. */
export const parenthesesOfFractionsLost = (expr: Expr): Iterable<Expr> =>
  atQuotients(expr, function* ({ numerator, denominator }) {
    const above = termsOf(numerator);
    const last = above.at(-1) ?? numerator;
    const others = above.slice(0, -1);
    const lostBelow = denominator.kind === 'sum' || denominator.kind === 'product';
    if (others.length > 0) yield sum([...others, quotient(last, denominator)]);
    if (!lostBelow) return;
    for (const keepsProduct of [false, true]) {
      yield dividedFlat(numerator, denominator, keepsProduct);
      if (others.length > 0) yield sum([...others, dividedFlat(last, denominator, keepsProduct)]);
    }
  });

/** (x − m)² without its parentheses: x − m². Other nodes stay. */
const powerLost = (node: Expr): Expr => {
  const last = node.kind === 'power' && node.base.kind === 'sum' ? node.base.terms.at(-1) : undefined;
  if (node.kind !== 'power' || node.base.kind !== 'sum' || last === undefined) return node;
  const raised: Expr = last.kind === 'negate' ? negate({ ...node, base: last.argument }) : { ...node, base: last };
  return sum([...node.base.terms.slice(0, -1), raised]);
};

/** g·(x − m)² typed as g·x − m²: the weight keeps only the first term. */
const powerLostWithWeight = (node: Expr): Expr => {
  if (node.kind !== 'product') return node;
  const raised = node.factors.find((factor) => powerLost(factor) !== factor);
  if (raised === undefined) return node;
  const [first = raised, ...rest] = termsOf(powerLost(raised));
  return sum([product([...node.factors.filter((factor) => factor !== raised), first]), ...rest]);
};

/** Every node replaced, from the root down, so that a product is seen before the powers in it. */
const fromAbove = (node: Expr, replace: (inner: Expr) => Expr): Expr => {
  const replaced = replace(node);
  if (replaced !== node) return replaced;
  return withChildren(
    node,
    childrenOf(node).map((child) => fromAbove(child, replace)),
  );
};

/** The parentheses of all deviations lost, with the weight before each applied to the rest or to the first term alone. */
export const parenthesesOfPowersLost = (expr: Expr): readonly Expr[] => [
  fromAbove(expr, powerLost),
  fromAbove(expr, powerLostWithWeight),
];
