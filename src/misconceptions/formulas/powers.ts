/** Rewrites of powers: lost, changed, moved. */

import type { Expr } from '../../types.js';
import { call, everywhere, power, rebuild } from './shapes.js';

export const powersLost = (expr: Expr): Expr => rebuild(expr, (node) => (node.kind === 'power' ? node.base : node));

export const powersChanged = (expr: Expr, exponent: number): Expr =>
  rebuild(expr, (node) => (node.kind === 'power' ? power(node.base, exponent) : node));

/** The square of each deviation replaced by its absolute value. */
export const powersToAbsolute = (expr: Expr): Expr =>
  rebuild(expr, (node) => (node.kind === 'power' ? call('abs', node.base) : node));

/** Only the first term of each deviation kept: (x − m)² becomes x². */
export const deviationsToFirstTerm = (expr: Expr): Expr =>
  rebuild(expr, (node) => {
    const [first] = node.kind === 'power' && node.base.kind === 'sum' ? node.base.terms : [];
    return node.kind === 'power' && first !== undefined ? { ...node, base: first } : node;
  });

/** The square taken from each term and put on the sum above the line, or on the whole. */
export function* squareOutside(expr: Expr): Generator<Expr> {
  const flat = powersLost(expr);
  yield power(flat, 2);
  yield* everywhere(flat, (node) =>
    node.kind === 'quotient' ? [{ ...node, numerator: power(node.numerator, 2) }] : [],
  );
}
