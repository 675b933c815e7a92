/** Formulas taken apart and put together again: what the rewrites are written with. */

import {
  call,
  children as childrenOf,
  mapChildren,
  negate,
  number,
  power as powerOf,
  product as productOf,
  quotient,
  substitute,
  sum as sumOf,
  symbol,
  symbolsOf as namesIn,
} from '../../expression/index.js';
import type { Expr } from '../../types.js';

export { call, childrenOf, namesIn, negate, number, quotient, symbol };

export type Quotient = Extract<Expr, { kind: 'quotient' }>;

export const power = (base: Expr, exponent: number): Expr => powerOf(base, number(exponent));

/** A sum; of one term, the term; of none, 0. */
export const sum = (terms: readonly Expr[]): Expr => sumOf(...terms);

/** A product; of one factor, the factor; of none, 1. */
export const product = (factors: readonly Expr[]): Expr => productOf(...factors);

export const termsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'sum' ? expr.terms : [expr]);
export const factorsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'product' ? expr.factors : [expr]);

/** The same node over other children, as many as it had. */
export const withChildren = (expr: Expr, children: readonly Expr[]): Expr => {
  let next = 0;
  return mapChildren(expr, (child) => children[next++] ?? child);
};

/** Every symbol renamed at once, so that names can be exchanged. */
export const rename = (expr: Expr, nameFor: (name: string) => string): Expr =>
  substitute(expr, new Map(namesIn(expr).map((name) => [name, symbol(nameFor(name))])));

/** Every node replaced, from the leaves up. */
export const rebuild = (expr: Expr, replace: (node: Expr) => Expr): Expr =>
  replace(mapChildren(expr, (child) => rebuild(child, replace)));

/** The formula with one node replaced: once for every node and everything `rule` makes of it. */
export function* everywhere(expr: Expr, rule: (node: Expr) => Iterable<Expr>): Generator<Expr> {
  yield* rule(expr);
  const children = childrenOf(expr);
  for (const [i, child] of children.entries()) {
    for (const replaced of everywhere(child, rule)) yield withChildren(expr, children.with(i, replaced));
  }
}

/** The formula with one of its quotients replaced. */
export const atQuotients = (expr: Expr, rule: (node: Quotient) => Iterable<Expr>): Iterable<Expr> =>
  everywhere(expr, (node) => (node.kind === 'quotient' ? rule(node) : []));

/** The formula with the numerator of one of its quotients replaced. */
export const inNumerators = (expr: Expr, rule: (numerator: Expr) => Iterable<Expr>): Iterable<Expr> =>
  atQuotients(expr, function* ({ numerator, denominator }) {
    for (const replaced of rule(numerator)) yield quotient(replaced, denominator);
  });

/** The formula with the denominator of one of its quotients replaced. */
export const inDenominators = (
  expr: Expr,
  rule: (denominator: Expr, numerator: Expr) => Iterable<Expr>,
): Iterable<Expr> =>
  atQuotients(expr, function* ({ numerator, denominator }) {
    for (const replaced of rule(denominator, numerator)) yield quotient(numerator, replaced);
  });

/** All orders of a list but the one it has. */
export const otherOrders = <T>(list: readonly T[]): readonly (readonly T[])[] => {
  const orders = (rest: readonly T[]): (readonly T[])[] =>
    rest.length === 0 ? [[]] : rest.flatMap((item, i) => orders(rest.toSpliced(i, 1)).map((tail) => [item, ...tail]));
  return orders(list).slice(1);
};
