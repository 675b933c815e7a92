/** Rewrites of indices: exchanged, fixed, not changed after copying. */

import type { Expr } from '../../types.js';
import { numericIndex, readName, transposed, withLetter, withNumber } from './indices.js';
import type { FormulaQuestion } from './question.js';
import { inNumerators, namesIn, otherOrders, rename } from './shapes.js';

type IsOfKind = (name: string) => boolean;

export const indicesTransposed = (expr: Expr): Expr => rename(expr, transposed);

/** The letter replaced by the number of a component: in all symbols, and in those of one kind. */
export function* componentFixed(
  expr: Expr,
  { components, isProbability, isParameter }: FormulaQuestion,
): Generator<Expr> {
  const kinds: readonly IsOfKind[] = [() => true, isProbability, isParameter];
  for (let k = 1; k <= components; k += 1) {
    for (const isOfKind of kinds) yield rename(expr, (name) => (isOfKind(name) ? withLetter(name, String(k)) : name));
  }
}

/** The numbers of the symbols of one kind exchanged above the line: each point with another point's weight. */
export const crossedAbove = (expr: Expr, isOfKind: IsOfKind): Iterable<Expr> =>
  inNumerators(expr, (numerator) => crossed(numerator, isOfKind));

export const crossed = (expr: Expr, isOfKind: IsOfKind): readonly Expr[] => {
  const names = namesIn(expr).filter((name) => isOfKind(name) && numericIndex(name) !== undefined);
  // The orders of five points are many, and nobody mixes up five.
  if (names.length > 4) return [];
  return otherOrders(names).map((order) => rename(expr, (name) => order[names.indexOf(name)] ?? name));
};

/** A number not changed after copying: one weight repeated in a later term. */
export function* numberRepeated(expr: Expr, isOfKind: IsOfKind): Generator<Expr> {
  const names = namesIn(expr).filter((name) => isOfKind(name) && numericIndex(name) !== undefined);
  for (const [i, kept] of names.entries()) {
    for (const repeated of names.slice(i + 1)) yield rename(expr, (name) => (name === repeated ? kept : name));
    yield rename(expr, (name) => (names.indexOf(name) > i ? kept : name));
  }
}

/** The letter of a component's parameter replaced by the number of the point it stands next to. */
export const letterFromPoint = (expr: Expr, q: FormulaQuestion): Expr => {
  if (expr.kind === 'sum' || expr.kind === 'product') {
    const names = namesIn(expr);
    const points = names.filter(q.isPoint);
    const [point] = points;
    const number = points.length === 1 && point !== undefined ? numericIndex(point) : undefined;
    if (number !== undefined) return rename(expr, (name) => (q.isParameter(name) ? withLetter(name, number) : name));
    const parts = expr.kind === 'sum' ? expr.terms : expr.factors;
    const replaced = parts.map((part) => letterFromPoint(part, q));
    return expr.kind === 'sum' ? { ...expr, terms: replaced } : { ...expr, factors: replaced };
  }
  if (expr.kind === 'negate') return { ...expr, argument: letterFromPoint(expr.argument, q) };
  if (expr.kind === 'quotient') return { ...expr, numerator: letterFromPoint(expr.numerator, q) };
  if (expr.kind === 'power') return { ...expr, base: letterFromPoint(expr.base, q) };
  return expr;
};

/** The names of the points that go with the weights of a formula: `x_1` for `gamma_k1`. */
export const pointNames = (expr: Expr, q: FormulaQuestion): readonly string[] => {
  const known = [...Object.keys(q.spec.symbols), ...Object.keys(q.spec.elsewhere ?? {})].filter(q.isPoint);
  const like = known.find((name) => readName(name).base === 'x') ?? 'x_1';
  return namesIn(expr)
    .filter(q.isProbability)
    .flatMap((name) => numericIndex(name) ?? [])
    .map((number) => withNumber(like, number));
};
