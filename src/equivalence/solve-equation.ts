import { negate, number, substitute, sum, symbolsOf } from '../expression/index.js';
import type { Domains, Expr } from '../types.js';
import { type Division, isolate } from './isolate.js';
import { asFraction, solveLinear, solveQuadratic } from './polynomial.js';
import { rangeOf, rangeOfDomain } from './ranges.js';
import { exactValue } from './rational.js';

/** One way to satisfy an equation: a symbol as a formula in the others. */
export type Root = { readonly symbol: string; readonly value: Expr };

/** What is known when an equation is solved. `isZero` tells whether a formula is zero wherever it is defined. */
export type Solving = { readonly domains: Domains; readonly isZero: (expr: Expr) => boolean };

type Candidate = {
  readonly symbol: string;
  readonly roots: readonly Expr[];
  readonly cost: number;
  /** What was divided by on the way: where that is zero, there may be further solutions. */
  readonly divisions: readonly Division[];
};

const MOST_DEPTH = 4;
const ZERO = number(0);

const hasSymbols = (expr: Expr): boolean => symbolsOf(expr).length > 0;

/** Cheap to solve for: linear with a constant coefficient; then linear; then what leaves the domain, needs roots or has two solutions. */
const candidateFor = (left: Expr, right: Expr, symbol: string, { domains, isZero }: Solving): Candidate | undefined => {
  const difference = sum(left, negate(right));
  const asPolynomial = asFraction(difference, symbol)?.numerator.map((c) =>
    c === undefined || isZero(c) ? undefined : c,
  );
  const divisions: Division[] = [];
  let roots: readonly Expr[] | undefined;
  let cost = 0;
  if (asPolynomial !== undefined && asPolynomial[1] !== undefined && asPolynomial[2] === undefined) {
    const [constant, slope] = asPolynomial;
    roots = [solveLinear(slope, constant)];
    cost = hasSymbols(slope) ? 2 : exactValue(slope) === undefined ? 1 : 0;
    divisions.push({ divisor: slope, others: given(constant) });
  } else if (asPolynomial?.[2] !== undefined) {
    const [constant, slope, bend] = asPolynomial;
    roots = solveQuadratic(bend, slope, constant);
    cost = 6;
    divisions.push({ divisor: bend, others: [...given(slope), ...given(constant)] });
  } else {
    roots = isolate(left, right, symbol, divisions);
    cost = 4;
  }
  if (roots === undefined) return undefined;
  const domain = rangeOfDomain(Object.hasOwn(domains, symbol) ? domains[symbol] : undefined);
  const possible = roots.filter((root) => {
    const [low, high] = rangeOf(root, domains);
    return high >= domain[0] && low <= domain[1] && !(high <= 0 && domain[0] >= 0 && !isZero(root));
  });
  const stays = possible.every((root) => {
    const [low, high] = rangeOf(root, domains);
    return low >= domain[0] && high <= domain[1];
  });
  const alone = [left, right].some((side) => side.kind === 'symbol' && side.name === symbol);
  cost += (stays ? 0 : 1) + 2 * (possible.length - 1) - (alone ? 0.5 : 0);
  return { symbol, roots: possible, cost, divisions };
};

const given = (expr: Expr | undefined): readonly Expr[] => (expr === undefined ? [] : [expr]);

const candidatesFor = (left: Expr, right: Expr, solving: Solving): readonly Candidate[] =>
  symbolsOf(sum(left, right))
    .flatMap((symbol) => candidateFor(left, right, symbol, solving) ?? [])
    .toSorted((a, b) => a.cost - b.cost);

/**
 * All ways to satisfy an equation, for the symbol that is easiest to solve for and, where that was divided by something that can be zero, for
 * others: `a·b = 0` by a = 0 and by b = 0. Undefined where there is none, or where it is open whether these are all.
 */
export const solveEquation = (left: Expr, right: Expr, solving: Solving): readonly Root[] | undefined => {
  for (const candidate of candidatesFor(left, right, solving)) {
    if (candidate.roots.length === 0) continue;
    const roots = rootsOf(candidate, solving, 0);
    if (roots !== undefined) return roots;
  }
  return undefined;
};

const rootsOf = (candidate: Candidate, solving: Solving, depth: number): readonly Root[] | undefined => {
  const roots = candidate.roots.map((value): Root => ({ symbol: candidate.symbol, value }));
  for (const division of candidate.divisions) {
    const further = lostBy(division, solving, depth);
    if (further === undefined) return undefined;
    roots.push(...further);
  }
  return roots;
};

/** What divides and what it was divided from must share a factor, for a part of the solutions to be lost that has as many dimensions as the rest. */
const lostBy = ({ divisor, others }: Division, solving: Solving, depth: number): readonly Root[] | undefined => {
  if (others.some((other) => isFree(other, divisor) || excludesZero(other, solving.domains))) return [];
  return zerosOf(divisor, solving, depth + 1)?.filter(({ symbol, value }) =>
    others.every((other) => solving.isZero(substitute(other, new Map([[symbol, value]])))),
  );
};

/** Whether a formula moves with a symbol that another one knows nothing of: then it is not zero wherever that other is. */
const isFree = (expr: Expr, other: Expr): boolean => {
  const known = symbolsOf(other);
  return symbolsOf(expr).some((symbol) => {
    if (known.includes(symbol)) return false;
    const slope = asFraction(expr, symbol)?.numerator[1];
    return slope !== undefined && (exactValue(slope)?.numerator ?? 0n) !== 0n;
  });
};

const excludesZero = (expr: Expr, domains: Domains): boolean => {
  const [low, high] = rangeOf(expr, domains);
  return low > 0 || high < 0;
};

/** The ways in which a formula can be zero inside the domains; undefined where they are not all known. */
const zerosOf = (expr: Expr, solving: Solving, depth: number): readonly Root[] | undefined => {
  if (excludesZero(expr, solving.domains)) return [];
  if (depth > MOST_DEPTH) return undefined;
  const ofAny = (parts: readonly Expr[]): readonly Root[] | undefined => {
    const zeros = parts.map((part) => zerosOf(part, solving, depth + 1));
    return zeros.every((some) => some !== undefined) ? zeros.flat() : undefined;
  };
  switch (expr.kind) {
    case 'number':
    case 'constant':
      return undefined;
    case 'symbol': {
      const [low, high] = rangeOf(expr, solving.domains);
      return low < 0 && high > 0 ? [{ symbol: expr.name, value: ZERO }] : [];
    }
    case 'negate':
      return zerosOf(expr.argument, solving, depth);
    case 'product':
      return ofAny(expr.factors);
    case 'quotient':
      return zerosOf(expr.numerator, solving, depth);
    case 'power': {
      const exponent = exactValue(expr.exponent);
      if (exponent === undefined) return expr.base.kind === 'constant' ? [] : undefined;
      return exponent.numerator > 0n ? zerosOf(expr.base, solving, depth) : [];
    }
    case 'call':
      if (expr.name === 'exp' || expr.name === 'cosh' || expr.name === 'factorial') return [];
      if (expr.name === 'sqrt' || expr.name === 'cbrt' || expr.name === 'abs') return ofAny(expr.arguments);
      return zerosOfEquation(expr, solving, depth);
    case 'sum': {
      const { domains } = solving;
      const isPositive =
        expr.terms.every((term) => rangeOf(term, domains)[0] >= 0) &&
        expr.terms.some((term) => zerosOf(term, solving, depth + 1)?.length === 0);
      return isPositive ? [] : zerosOfEquation(expr, solving, depth);
    }
  }
};

const zerosOfEquation = (expr: Expr, solving: Solving, depth: number): readonly Root[] | undefined => {
  for (const candidate of candidatesFor(expr, ZERO, solving)) {
    const roots = rootsOf(candidate, solving, depth);
    if (roots !== undefined) return roots;
  }
  return undefined;
};
