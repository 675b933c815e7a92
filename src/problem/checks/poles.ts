import { evaluateAt } from '../../equivalence/index.js';
import { children, printText, symbolsOf } from '../../expression/index.js';
import type { Domains, Expr } from '../../types.js';
import { type Point, sample } from './sample.js';

/** What a formula must not make zero, and where in its domains it does. */
export type Pole = { readonly of: string; readonly where: string };

const trials = 40;

/**
 * Something the formula divides by, or takes the logarithm of, that is zero inside the domains (it is above zero here and below there, and changes
 * steadily in between), or all along an edge of one of them. Single points are met by no sample.
 */
export const poleOf = (expr: Expr, domains: Domains): Pole | undefined => {
  for (const part of divisorsIn(expr)) {
    const names = symbolsOf(part);
    if (names.length === 0) continue;
    const points = Array.from({ length: trials }, (_, trial) => sample(names, domains, trial));
    const signs = new Set(points.map((point) => signAt(part, point)));
    if (signs.has(1) && signs.has(-1)) return { of: printText(part), where: 'inside the domains of its symbols' };
    for (const name of names) {
      const domain = domains[name];
      if (typeof domain !== 'object') continue;
      for (const edge of domain) {
        if (points.every((point) => signAt(part, { ...point, [name]: edge }) === 0))
          return { of: printText(part), where: `where ${name} is ${edge}, at the edge of its domain` };
      }
    }
  }
  return undefined;
};

/** The sign of a value; nothing where there is none. */
const signAt = (expr: Expr, point: Point): number | undefined => {
  const value = evaluateAt(expr, point);
  return value.kind === 'value' ? Math.sign(value.value) : undefined;
};

/** A power or a product is zero where what it is made of is. */
const factorsOf = (expr: Expr): readonly Expr[] => {
  if (expr.kind === 'product') return expr.factors.flatMap(factorsOf);
  if (expr.kind === 'negate') return factorsOf(expr.argument);
  if (expr.kind === 'power') return factorsOf(expr.base);
  if (expr.kind === 'call' && (expr.name === 'sqrt' || expr.name === 'abs')) return expr.arguments.flatMap(factorsOf);
  return [expr];
};

const divisorsIn = (expr: Expr): readonly Expr[] => {
  const own =
    expr.kind === 'quotient'
      ? factorsOf(expr.denominator)
      : expr.kind === 'power' && expr.exponent.kind === 'negate'
        ? factorsOf(expr.base)
        : expr.kind === 'call' && logarithms.includes(expr.name)
          ? expr.arguments.flatMap(factorsOf)
          : [];
  return [...own, ...children(expr).flatMap(divisorsIn)];
};

const logarithms: readonly string[] = ['ln', 'log2', 'log10'];
