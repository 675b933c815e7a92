import { children, negate, number, sameShape, sum, symbolsOf } from '../expression/index.js';
import type { Domain, Domains, Expr } from '../types.js';
import type { Branch } from './branch.js';
import { rangeOf, rangeOfDomain } from './ranges.js';
import { exactValue } from './rational.js';
import type { Pair } from './real-comparison.js';

/**
 * A formula at whose zeros another one may pass from one of its pieces to another. On either side of `hard` ones it may be another analytic function, so
 * that agreement on one side says nothing of the other. At `touch` ones it may, too, but they are rarely found where the formula only comes near
 * them, as x/√(1+x²) comes near 1. The `soft` ones are places worth looking at.
 */
export type Turning = { readonly at: Expr; readonly kind: 'hard' | 'touch' | 'soft' };

const isWhole = (expr: Expr): boolean => exactValue(expr)?.denominator === 1n;
const hard = (at: Expr): Turning => ({ at, kind: 'hard' });
const touch = (at: Expr): Turning => ({ at, kind: 'touch' });
const soft = (at: Expr): Turning => ({ at, kind: 'soft' });
const ONE = number(1);

/** All turnings of a formula, inner ones last. */
const turningsOf = (expr: Expr): readonly Turning[] => [
  ...turningsHere(expr).flatMap((turning) =>
    turning.kind === 'hard' ? [turning, ...polesOf(turning.at).map(hard)] : turning,
  ),
  ...children(expr).flatMap(turningsOf),
];

const turningsHere = (expr: Expr): readonly Turning[] => {
  if (expr.kind === 'quotient') return [soft(expr.denominator)];
  if (expr.kind === 'power') return isWhole(expr.exponent) ? [] : turningsOfRoot(expr.base);
  if (expr.kind !== 'call') return [];
  const [first] = expr.arguments;
  if (first === undefined) return [];
  switch (expr.name) {
    case 'abs':
      return [hard(first)];
    case 'sqrt':
    case 'cbrt':
    case 'ln':
    case 'log2':
    case 'log10':
      return turningsOfRoot(first);
    case 'min':
    case 'max':
      return expr.arguments.flatMap((a, i) => expr.arguments.slice(i + 1).map((b) => hard(sum(a, negate(b)))));
    case 'sin':
    case 'cos':
    case 'tan':
      return [
        soft({ kind: 'call', name: 'sin', arguments: [first] }),
        soft({ kind: 'call', name: 'cos', arguments: [first] }),
      ];
    case 'asin':
    case 'acos': {
      // Where the argument reaches an end and returns, another branch of the inverse begins.
      const slope = slopeOfCircle(first);
      if (slope !== undefined) return [hard(slope)];
      const make = isAffine(first) ? soft : holdsCircle(first) ? hard : touch;
      return [make(sum(ONE, negate(first))), make(sum(ONE, first))];
    }
    case 'atan':
      return polesOf(first).map(hard);
    default:
      return [];
  }
};

/** A root or logarithm has no value beyond a plain zero; where its argument only touches zero, it turns. */
const turningsOfRoot = (of: Expr): readonly Turning[] => {
  const make = isAffine(of) ? soft : hard;
  return [make(of), ...basesOf(of).map(make)];
};

/** What a radicand squares: its zeros are no change of sign of the radicand. */
const basesOf = (radicand: Expr): readonly Expr[] =>
  radicand.kind === 'power' ? [radicand.base] : radicand.kind === 'product' ? radicand.factors.flatMap(basesOf) : [];

const isAffine = (expr: Expr): boolean => {
  switch (expr.kind) {
    case 'number':
    case 'constant':
    case 'symbol':
      return true;
    case 'negate':
      return isAffine(expr.argument);
    case 'sum':
      return expr.terms.every(isAffine);
    case 'product':
      return expr.factors.filter((factor) => symbolsOf(factor).length > 0).length < 2 && expr.factors.every(isAffine);
    case 'quotient':
      return symbolsOf(expr.denominator).length === 0 && isAffine(expr.numerator);
    case 'power':
    case 'call':
      return symbolsOf(expr).length === 0;
  }
};

const holdsCircle = (expr: Expr): boolean =>
  (expr.kind === 'call' && ['sin', 'cos', 'tan'].includes(expr.name) && symbolsOf(expr).length > 0) ||
  children(expr).some(holdsCircle);

/** Sine and cosine reach their ends where the other one is zero, which is easier to find: there they only touch them. */
const slopeOfCircle = (expr: Expr): Expr | undefined =>
  expr.kind !== 'call'
    ? undefined
    : expr.name === 'sin'
      ? { ...expr, name: 'cos' }
      : expr.name === 'cos'
        ? { ...expr, name: 'sin' }
        : undefined;

const polesOf = (expr: Expr): readonly Expr[] => {
  const inner = children(expr).flatMap(polesOf);
  if (expr.kind === 'quotient') return [expr.denominator, ...inner];
  if (expr.kind === 'power') return (exactValue(expr.exponent)?.numerator ?? -1n) < 0n ? [expr.base, ...inner] : inner;
  if (expr.kind === 'call' && expr.name === 'tan') return [{ ...expr, name: 'cos' }, ...inner];
  return inner;
};

/** The sharpest first. */
const RANK = { hard: 0, touch: 1, soft: 2 } as const;
/** More than any two formulas whose pieces can be told have. */
const MOST_COMPARED = 200;

/** Those of both formulas that are not certain to stay away from zero, each once; the hard ones first. */
export const turningsIn = ({ a, b }: Pair): readonly Turning[] => {
  const { domains } = a.branch;
  const all = [...turningsOf(a.real), ...turningsOf(b.real)].toSorted((x, y) => RANK[x.kind] - RANK[y.kind]);
  if (all.length > MOST_COMPARED) return all.slice(0, MOST_COMPARED);
  const found: Turning[] = [];
  for (const turning of all) {
    if (!found.some(({ at }) => sameShape(at, turning.at))) found.push(turning);
  }
  return found.filter(({ at }) => canVanish(at, domains));
};

/** Symbols that no identity binds. */
export const freeNames = ({ a, names }: Pair): readonly string[] => {
  const { solution } = a.branch;
  const bound = new Set([...solution.keys(), ...[...solution.values()].flatMap(symbolsOf)]);
  return names.filter((name) => !bound.has(name));
};

export const domainOf = ({ domains }: Branch, name: string): Domain =>
  Object.hasOwn(domains, name) ? (domains[name] ?? 'real') : 'real';

/** Whether a formula can be zero inside the domains, as far as is seen without computing. */
const canVanish = (expr: Expr, domains: Domains): boolean => {
  const [low, high] = rangeOf(expr, domains);
  return low <= 0 && high >= 0 && symbolsOf(expr).length > 0 && !isPositive(expr, domains);
};

const isExponential = (expr: Expr): boolean => expr.kind === 'call' && expr.name === 'exp';

const isPositive = (expr: Expr, domains: Domains): boolean => {
  const some = (part: Expr): boolean => isPositive(part, domains);
  if (rangeOf(expr, domains)[0] > 0) return true;
  switch (expr.kind) {
    case 'symbol':
      // The ends of an interval are no inner points.
      return Object.hasOwn(domains, expr.name) && rangeOfDomain(domains[expr.name])[0] >= 0;
    case 'sum':
      return expr.terms.every((term) => rangeOf(term, domains)[0] >= 0) && expr.terms.some(some);
    case 'product':
      return expr.factors.every(some);
    case 'quotient':
      return some(expr.numerator) && some(expr.denominator);
    case 'power':
      return some(expr.base);
    case 'call':
      if (expr.name === 'ln') return expr.arguments.every((of) => isExponential(of) && children(of).every(some));
      return expr.name === 'exp' || ((expr.name === 'sqrt' || expr.name === 'abs') && expr.arguments.every(some));
    default:
      return false;
  }
};
