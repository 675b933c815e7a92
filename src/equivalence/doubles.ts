import type { Expr, FunctionName } from '../types.js';
import { exactValue, isStatedExactly } from './rational.js';

/** A value with a bound on its error; or why there is none. */
export type Evaluation =
  | { readonly kind: 'value'; readonly value: number; readonly error: number }
  /** No value here: a division by zero, a root or logarithm of a negative number, 0^0. */
  | { readonly kind: 'undefined' }
  /** Doubles cannot tell: out of range, or too close to where it is undefined. */
  | { readonly kind: 'unknown' };

/** What an evaluation works with: values and their errors by name. It returns its own error and state in the last two fields. */
export type DoubleScope = {
  readonly values: ReadonlyMap<string, number>;
  readonly errors: ReadonlyMap<string, number>;
  error: number;
  state: 0 | 1 | 2;
};
const DEFINED = 0;
const NOWHERE = 1;
const UNKNOWN = 2;

const UNIT = 2 ** -53;
const TINY = Number.MIN_VALUE;

const fail = (scope: DoubleScope, state: 1 | 2): number => {
  if (scope.state === DEFINED) scope.state = state;
  scope.error = Infinity;
  return Number.NaN;
};
const give = (scope: DoubleScope, value: number, error: number): number => {
  if (!(error < Infinity) || !(Math.abs(value) < Infinity)) return fail(scope, UNKNOWN);
  scope.error = error;
  return value;
};

const integerPower = (a: number, ea: number, n: number, scope: DoubleScope): number => {
  const size = Math.abs(a);
  if (size <= ea) {
    if (ea === 0) return n > 0 ? give(scope, 0, 0) : fail(scope, NOWHERE);
    return n > 0 ? give(scope, 0, (size + ea) ** n * (1 + 8 * UNIT)) : fail(scope, UNKNOWN);
  }
  const value = a ** n;
  return give(
    scope,
    value,
    Math.abs(value) * (Math.expm1(Math.abs(n) * (ea / (size - ea)) * (1 + 4 * UNIT)) + 4 * UNIT) + TINY,
  );
};

const realPower = (a: number, ea: number, b: number, eb: number, scope: DoubleScope): number => {
  if (a + ea < 0) return fail(scope, NOWHERE);
  if (a - ea <= 0) {
    if (a !== 0 || ea !== 0) return fail(scope, UNKNOWN);
    return b - eb > 0 ? give(scope, 0, 0) : fail(scope, b + eb <= 0 ? NOWHERE : UNKNOWN);
  }
  const value = a ** b;
  const relative = Math.abs(b) * (ea / (a - ea)) + (Math.abs(Math.log(a)) + ea / (a - ea)) * eb;
  return give(scope, value, value * (Math.expm1(relative * (1 + 4 * UNIT)) + 4 * UNIT) + TINY);
};

const power = (base: Expr, exponent: Expr, scope: DoubleScope): number => {
  if (base.kind === 'constant' && base.name === 'e') {
    const u = evaluateDouble(exponent, scope);
    return scope.state === DEFINED ? exponential(u, scope.error, scope) : Number.NaN;
  }
  const a = evaluateDouble(base, scope);
  const ea = scope.error;
  if (scope.state !== DEFINED) return Number.NaN;
  const b = evaluateDouble(exponent, scope);
  const eb = scope.error;
  if (scope.state !== DEFINED) return Number.NaN;
  if (eb === 0 && Number.isInteger(b)) return integerPower(a, ea, b, scope);
  if (a - ea <= 0 && eb !== 0 && Math.abs(b - Math.round(b)) <= eb) {
    const exact = exactValue(exponent);
    if (exact === undefined) return fail(scope, UNKNOWN);
    if (exact.denominator === 1n) return integerPower(a, ea, Number(exact.numerator), scope);
  }
  return realPower(a, ea, b, eb, scope);
};

const exponential = (u: number, eu: number, scope: DoubleScope): number => {
  const value = Math.exp(u);
  return give(scope, value, value * (Math.expm1(eu) + 2 * UNIT) + TINY);
};

const factorial = (n: number, scope: DoubleScope): number => {
  if (!Number.isInteger(n) || n < 0) return fail(scope, NOWHERE);
  if (n > 170) return fail(scope, UNKNOWN);
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return give(scope, product, n > 18 ? product * (n * UNIT) : 0);
};

const applyFunction = (name: FunctionName, a: number, e: number, scope: DoubleScope): number => {
  const size = Math.abs(a);
  switch (name) {
    case 'sqrt': {
      if (a + e < 0) return fail(scope, NOWHERE);
      if (a - e <= 0)
        return a === 0 && e === 0
          ? give(scope, 0, 0)
          : give(scope, Math.sqrt(Math.max(0, a)), a >= e ? Math.sqrt(a + e) : Infinity);
      const root = Math.sqrt(a);
      return give(scope, root, e / (2 * Math.sqrt(a - e)) + root * UNIT);
    }
    case 'cbrt': {
      const root = Math.cbrt(a);
      const slope = size > e ? e / (3 * Math.cbrt(size - e) ** 2) : 2 * Math.cbrt(e);
      return give(scope, root, slope * (1 + 8 * UNIT) + Math.abs(root) * 2 * UNIT);
    }
    case 'abs':
      return give(scope, size, e);
    case 'exp':
      return exponential(a, e, scope);
    case 'ln':
    case 'log10':
    case 'log2': {
      if (a + e < 0 || (a === 0 && e === 0)) return fail(scope, NOWHERE);
      if (a - e <= 0) return fail(scope, UNKNOWN);
      const value = name === 'ln' ? Math.log(a) : name === 'log2' ? Math.log2(a) : Math.log10(a);
      return give(scope, value, (e / (a - e)) * 1.5 + Math.abs(value) * 4 * UNIT);
    }
    case 'sin':
      return give(scope, Math.sin(a), Math.min(e, 2) + 2 * UNIT);
    case 'cos':
      return give(scope, Math.cos(a), Math.min(e, 2) + 2 * UNIT);
    case 'tan': {
      const value = Math.tan(a);
      const steep = 1 + value * value;
      return e * steep > 0.01 ? fail(scope, UNKNOWN) : give(scope, value, 2 * e * steep + 4 * UNIT * Math.abs(value));
    }
    case 'asin':
    case 'acos': {
      if (size - e > 1) return fail(scope, NOWHERE);
      const edge = 1 - (size + e) ** 2;
      if (edge <= 0 && !(e === 0 && size === 1)) return fail(scope, UNKNOWN);
      const value = name === 'asin' ? Math.asin(a) : Math.acos(a);
      return give(scope, value, (e === 0 ? 0 : (e / Math.sqrt(edge)) * 1.001) + 4 * UNIT);
    }
    case 'atan':
      return give(scope, Math.atan(a), e + 2 * UNIT);
    case 'sinh':
      return give(scope, Math.sinh(a), e * Math.cosh(size + e) * 1.001 + Math.abs(Math.sinh(a)) * 8 * UNIT);
    case 'cosh':
      return give(scope, Math.cosh(a), e * Math.cosh(size + e) * 1.001 + Math.cosh(a) * 8 * UNIT);
    case 'tanh':
      return give(scope, Math.tanh(a), e + 4 * UNIT);
    case 'factorial':
      return e === 0 ? factorial(a, scope) : fail(scope, UNKNOWN);
    case 'min':
    case 'max':
      return give(scope, a, e);
  }
};

/** Evaluates in doubles with a running error bound (Wilkinson's), left in `scope.error`; `scope.state` says whether there is a value. */
export const evaluateDouble = (expr: Expr, scope: DoubleScope): number => {
  switch (expr.kind) {
    case 'number': {
      const value = Number(expr.text);
      return give(scope, value, isStatedExactly(expr.text, value) ? 0 : Math.abs(value) * UNIT + TINY);
    }
    case 'constant':
      return give(scope, expr.name === 'pi' ? Math.PI : Math.E, 2 * UNIT);
    case 'symbol': {
      const value = scope.values.get(expr.name);
      if (value === undefined) return fail(scope, UNKNOWN);
      return give(scope, value, scope.errors.size === 0 ? 0 : (scope.errors.get(expr.name) ?? 0));
    }
    case 'negate':
      return -evaluateDouble(expr.argument, scope);
    case 'sum': {
      let total = 0;
      let error = 0;
      for (const term of expr.terms) {
        const value = evaluateDouble(term, scope);
        if (scope.state !== DEFINED) return Number.NaN;
        const next = total + value;
        const rest = next - total;
        const isExact = total - (next - rest) + (value - rest) === 0;
        error += scope.error + (isExact ? 0 : Math.abs(next) * UNIT);
        total = next;
      }
      return give(scope, total, error * (1 + 8 * UNIT));
    }
    case 'product': {
      let total = 1;
      let error = 0;
      for (const factor of expr.factors) {
        const value = evaluateDouble(factor, scope);
        if (scope.state !== DEFINED) return Number.NaN;
        const next = total * value;
        const isExact =
          error === 0 &&
          scope.error === 0 &&
          Number.isInteger(total) &&
          Number.isInteger(value) &&
          Number.isSafeInteger(next);
        if (!isExact)
          error =
            error * (Math.abs(value) + scope.error) + Math.abs(total) * scope.error + Math.abs(next) * UNIT + TINY;
        total = next;
      }
      return give(scope, total, error * (1 + 8 * UNIT));
    }
    case 'quotient': {
      const above = evaluateDouble(expr.numerator, scope);
      const aboveError = scope.error;
      if (scope.state !== DEFINED) return Number.NaN;
      const below = evaluateDouble(expr.denominator, scope);
      const belowError = scope.error;
      if (scope.state !== DEFINED) return Number.NaN;
      const size = Math.abs(below);
      if (size <= belowError) return fail(scope, belowError === 0 ? NOWHERE : UNKNOWN);
      const value = above / below;
      return give(
        scope,
        value,
        ((aboveError + Math.abs(value) * belowError) / (size - belowError)) * (1 + 8 * UNIT) +
          Math.abs(value) * UNIT +
          TINY,
      );
    }
    case 'power':
      return power(expr.base, expr.exponent, scope);
    case 'call':
      return applyCall(expr.name, expr.arguments, scope);
  }
};

/** The base of a square: its root is an absolute value, with a value also where rounding leaves the sign of the square open. */
export const baseOfSquare = (expr: Expr): Expr | undefined =>
  expr.kind === 'power' && expr.exponent.kind === 'number' && expr.exponent.text === '2' ? expr.base : undefined;

const applyCall = (name: FunctionName, operands: readonly Expr[], scope: DoubleScope): number => {
  const [only] = operands;
  const squared = name === 'sqrt' && only !== undefined ? baseOfSquare(only) : undefined;
  if (squared !== undefined) return Math.abs(evaluateDouble(squared, scope));
  let best = Number.NaN;
  let error = 0;
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i];
    if (operand === undefined) continue;
    const value = evaluateDouble(operand, scope);
    if (scope.state !== DEFINED) return Number.NaN;
    if (i === 0 || (name === 'min' ? value < best : value > best)) best = value;
    error = Math.max(error, scope.error);
  }
  return applyFunction(name, best, error, scope);
};

const NO_ERRORS: ReadonlyMap<string, number> = new Map();

/**
 * The value of a formula at given values of its symbols, in doubles, with a bound on the rounding error (values are taken as exact).
 * A symbol without a value makes it `unknown`.
 */
export const evaluateAt = (
  expr: Expr,
  values: Readonly<Record<string, number>> | ReadonlyMap<string, number>,
): Evaluation => {
  const map = values instanceof Map ? (values as ReadonlyMap<string, number>) : new Map(Object.entries(values));
  const scope: DoubleScope = { values: map, errors: NO_ERRORS, error: 0, state: DEFINED };
  const value = evaluateDouble(expr, scope);
  if (scope.state === DEFINED) return { kind: 'value', value, error: scope.error };
  return { kind: scope.state === NOWHERE ? 'undefined' : 'unknown' };
};
