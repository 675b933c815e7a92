/** Rewrites of factors: left out, squared, put inside a square. */

import type { Expr } from '../../types.js';
import {
  childrenOf,
  everywhere,
  factorsOf,
  power,
  product,
  rebuild,
  rename,
  sum,
  symbol,
  termsOf,
  withChildren,
} from './shapes.js';

/** All symbols of a kind left out: as factors, and as what stands alone (then 1 is left). */
export const without = (expr: Expr, isLeftOut: (name: string) => boolean): Expr => {
  const isGone = (node: Expr): boolean =>
    (node.kind === 'symbol' && isLeftOut(node.name)) || (node.kind === 'power' && isGone(node.base));
  if (isGone(expr)) return product([]);
  const kept = expr.kind === 'product' ? product(expr.factors.filter((factor) => !isGone(factor))) : expr;
  return withChildren(
    kept,
    childrenOf(kept).map((child) => without(child, isLeftOut)),
  );
};

/** Each symbol of a kind squared. */
export const squared = (expr: Expr, isSquared: (name: string) => boolean): Expr =>
  rebuild(expr, (node) => (node.kind === 'symbol' && isSquared(node.name) ? power(node, 2) : node));

/** Σ a·b turned into (Σ a)·(Σ b). */
export const sumsMultiplied = (expr: Expr): Iterable<Expr> =>
  everywhere(expr, function* (node) {
    if (node.kind !== 'sum') return;
    const rows = node.terms.map(factorsOf);
    const width = rows[0]?.length ?? 0;
    if (width < 2 || rows.some((row) => row.length !== width)) return;
    yield product(Array.from({ length: width }, (_, i) => sum(rows.flatMap((row) => row.slice(i, i + 1)))));
  });

/** Every product read as a sum of its factors: a·b + c·d becomes a + b + c + d. */
export const factorsAdded = (expr: Expr): Expr =>
  rebuild(expr, (node) => {
    if (node.kind === 'product') return sum(node.factors);
    return node.kind === 'sum' ? sum(node.terms.flatMap(termsOf)) : node;
  });

/** A weight drawn into a power: g·(x − m)² becomes (g·(x − m))². */
export const drawnIntoPowers = (expr: Expr): Expr =>
  rebuild(expr, (node) => {
    if (node.kind !== 'product') return node;
    const raised = node.factors.find((factor) => factor.kind === 'power');
    if (raised?.kind !== 'power') return node;
    return { ...raised, base: product(node.factors.map((factor) => (factor === raised ? raised.base : factor))) };
  });

/** A weight drawn into a power, but to the first term only: g·(x − m)² becomes (g·x − m)². */
export const drawnToFirstTerm = (expr: Expr): Expr =>
  rebuild(expr, (node) => {
    if (node.kind !== 'product') return node;
    const raised = node.factors.find((factor) => factor.kind === 'power');
    if (raised?.kind !== 'power') return node;
    const [first, ...rest] = termsOf(raised.base);
    if (first === undefined || rest.length === 0) return node;
    const weights = node.factors.filter((factor) => factor !== raised);
    return { ...raised, base: sum([product([...weights, first]), ...rest]) };
  });

/** Every symbol of a kind replaced by the same one. */
export const allReplaced = (expr: Expr, isReplaced: (name: string) => boolean, by: string): Expr =>
  rename(expr, (name) => (isReplaced(name) ? by : name));

/** The sum of the given symbols. */
export const sumOf = (names: readonly string[]): Expr => sum(names.map(symbol));
