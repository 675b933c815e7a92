import { negate, number, product, quotient, sum, power } from '../expression/index.js';
import { symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import { exactValue } from './rational.js';

/** Coefficients by power, as formulas that do not contain the symbol; absent ones are zero. */
type Coefficients = readonly (Expr | undefined)[];
const HIGHEST_DEGREE = 2;

const plus = (a: Expr | undefined, b: Expr | undefined): Expr | undefined =>
  a === undefined ? b : b === undefined ? a : sum(a, b);

const addAll = (items: readonly Coefficients[]): Coefficients => {
  const total: (Expr | undefined)[] = [];
  for (const item of items) for (let k = 0; k < item.length; k++) total[k] = plus(total[k], item[k]);
  return total;
};

const multiplyTwo = (a: Coefficients, b: Coefficients): Coefficients | undefined => {
  const total: (Expr | undefined)[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const [left, right] = [a[i], b[j]];
      if (left === undefined || right === undefined) continue;
      if (i + j > HIGHEST_DEGREE) return undefined;
      total[i + j] = plus(total[i + j], product(left, right));
    }
  }
  return total;
};

/**
 * Writes an equation `expr = 0` as a polynomial equation of degree at most two in one symbol, denominators multiplied out:
 * `numerator` over `denominator`, both by coefficients. Undefined where the symbol stands anywhere else.
 */
type Fraction = { readonly numerator: Coefficients; readonly denominator: Coefficients };

export const asFraction = (expr: Expr, symbol: string): Fraction | undefined => {
  const whole = { numerator: [expr], denominator: [number(1)] };
  if (!symbolsOf(expr).includes(symbol)) return whole;
  switch (expr.kind) {
    case 'symbol':
      return { numerator: [undefined, number(1)], denominator: [number(1)] };
    case 'number':
    case 'constant':
      return whole;
    case 'negate': {
      const inner = asFraction(expr.argument, symbol);
      return inner && { ...inner, numerator: inner.numerator.map((c) => c && negate(c)) };
    }
    case 'sum': {
      let total: Fraction | undefined = { numerator: [], denominator: [number(1)] };
      const free = expr.terms.filter((term) => !symbolsOf(term).includes(symbol));
      const bound = expr.terms.filter((term) => symbolsOf(term).includes(symbol));
      for (const part of free.length > 0 ? [sum(...free), ...bound] : bound) {
        const next = asFraction(part, symbol);
        if (next === undefined || total === undefined) return undefined;
        const left: Coefficients | undefined = isPlainOne(next.denominator)
          ? total.numerator
          : multiplyTwo(total.numerator, next.denominator);
        const right: Coefficients | undefined = isPlainOne(total.denominator)
          ? next.numerator
          : multiplyTwo(next.numerator, total.denominator);
        const below = multiplyPlain(total.denominator, next.denominator);
        total = left && right && below && { numerator: addAll([left, right]), denominator: below };
      }
      return total;
    }
    case 'product': {
      let total: Fraction | undefined = { numerator: [number(1)], denominator: [number(1)] };
      for (const factor of expr.factors) {
        const next = asFraction(factor, symbol);
        if (next === undefined || total === undefined) return undefined;
        const above = multiplyPlain(total.numerator, next.numerator);
        const below = multiplyPlain(total.denominator, next.denominator);
        total = above && below && { numerator: above, denominator: below };
      }
      return total;
    }
    case 'quotient': {
      const [above, below] = [asFraction(expr.numerator, symbol), asFraction(expr.denominator, symbol)];
      if (above === undefined || below === undefined) return undefined;
      const numerator = multiplyPlain(above.numerator, below.denominator);
      const denominator = multiplyPlain(above.denominator, below.numerator);
      return numerator && denominator && { numerator, denominator };
    }
    case 'power': {
      const exponent = exactValue(expr.exponent);
      if (exponent === undefined || exponent.denominator !== 1n || exponent.numerator < -2n || exponent.numerator > 2n)
        return undefined;
      const times = Number(exponent.numerator);
      const factors: Expr[] = Array.from({ length: Math.abs(times) }, () => expr.base);
      if (symbolsOf(expr.exponent).length > 0 || times === 0) return undefined;
      return asFraction(times > 0 ? product(...factors) : quotient(number(1), product(...factors)), symbol);
    }
    case 'call':
      return undefined;
  }
};

const isPlainOne = (a: Coefficients): boolean => a.length === 1 && a[0]?.kind === 'number' && a[0].text === '1';
const multiplyPlain = (a: Coefficients, b: Coefficients): Coefficients | undefined =>
  isPlainOne(a) ? b : isPlainOne(b) ? a : multiplyTwo(a, b);

/** Solutions of a·s² + b·s + c = 0 as formulas; which coefficients vanish has to be known from elsewhere. */
export const solveQuadratic = (a: Expr, b: Expr | undefined, c: Expr | undefined): readonly Expr[] => {
  if (c === undefined) return [number(0), ...(b === undefined ? [] : [negate(quotient(b, a))])];
  if (b === undefined) {
    const root: Expr = { kind: 'call', name: 'sqrt', arguments: [negate(quotient(c, a))] };
    return [root, negate(root)];
  }
  const root: Expr = {
    kind: 'call',
    name: 'sqrt',
    arguments: [sum(power(b, number(2)), negate(product(number(4), a, c)))],
  };
  return [root, negate(root)].map((signed) => quotient(sum(negate(b), signed), product(number(2), a)));
};

export const solveLinear = (b: Expr, c: Expr | undefined): Expr =>
  c === undefined ? number(0) : negate(quotient(c, b));
