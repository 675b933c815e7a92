/** Formulas taken apart and put together again: what the rewrites are written with. */

import { children as childrenOf } from '../../expression/index.js';
import type { Expr } from '../../types.js';

export { childrenOf };

export type Quotient = Extract<Expr, { kind: 'quotient' }>;

export const number = (value: number | string): Expr => ({ kind: 'number', text: String(value) });
export const symbol = (name: string): Expr => ({ kind: 'symbol', name });
export const negate = (argument: Expr): Expr => ({ kind: 'negate', argument });
export const quotient = (numerator: Expr, denominator: Expr): Expr => ({ kind: 'quotient', numerator, denominator });
export const power = (base: Expr, exponent: number): Expr => ({ kind: 'power', base, exponent: number(exponent) });
export const call = (name: Extract<Expr, { kind: 'call' }>['name'], ...args: readonly Expr[]): Expr => ({
  kind: 'call',
  name,
  arguments: args,
});

/** A sum; of one term, the term; of none, 0. */
export const sum = (terms: readonly Expr[]): Expr => {
  const [first, ...rest] = terms;
  if (first === undefined) return number(0);
  return rest.length === 0 ? first : { kind: 'sum', terms };
};

/** A product; of one factor, the factor; of none, 1. */
export const product = (factors: readonly Expr[]): Expr => {
  const [first, ...rest] = factors;
  if (first === undefined) return number(1);
  return rest.length === 0 ? first : { kind: 'product', factors };
};

export const termsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'sum' ? expr.terms : [expr]);
export const factorsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'product' ? expr.factors : [expr]);

/** The same node over other children, as many as it had. */
export const withChildren = (expr: Expr, children: readonly Expr[]): Expr => {
  const [first = expr, second = expr] = children;
  switch (expr.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
      return expr;
    case 'negate':
      return negate(first);
    case 'sum':
      return { kind: 'sum', terms: children };
    case 'product':
      return { kind: 'product', factors: children };
    case 'quotient':
      return quotient(first, second);
    case 'power':
      return { kind: 'power', base: first, exponent: second };
    case 'call':
      return { ...expr, arguments: children };
  }
};

/** The names of the symbols in a formula, in order of appearance. */
export const namesIn = (expr: Expr): readonly string[] => [
  ...new Set(expr.kind === 'symbol' ? [expr.name] : childrenOf(expr).flatMap(namesIn)),
];

/** Every symbol renamed at once, so that names can be exchanged. */
export const rename = (expr: Expr, nameFor: (name: string) => string): Expr =>
  expr.kind === 'symbol'
    ? symbol(nameFor(expr.name))
    : withChildren(
        expr,
        childrenOf(expr).map((child) => rename(child, nameFor)),
      );

/** Every node replaced, from the leaves up. */
export const rebuild = (expr: Expr, replace: (node: Expr) => Expr): Expr =>
  replace(
    withChildren(
      expr,
      childrenOf(expr).map((child) => rebuild(child, replace)),
    ),
  );

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
