import { mapChildren, sameShape } from '../expression/index.js';
import type { Expr, FunctionName } from '../types.js';
import {
  addBalls,
  addLogs,
  type Ball,
  ballOfRational,
  divideBalls,
  exactBall,
  isExactZero,
  isNegative,
  isPositive,
  logSize,
  mayBeZero,
  multiplyBalls,
  negateBall,
  powerBall,
} from './ball.js';
import {
  asinBall,
  atanBall,
  circleBall,
  type Constants,
  expBall,
  lnBall,
  piBall,
  raiseBall,
  sqrtBall,
} from './ball-functions.js';
import { baseOfSquare } from './doubles.js';
import { exactValue, parseDecimal, type Rational } from './rational.js';

/**
 * Evaluates with many bits and a rigorous error bound. `spread` collects, in bits, how small terms are beside those they are added to: an
 * agreement of two values says something about a term only if it goes further than the term is small.
 */
export type DigitsScope = {
  readonly bits: number;
  readonly values: ReadonlyMap<string, Rational>;
  readonly constants: Constants;
  state: 'defined' | 'undefined' | 'unknown';
  spread: number;
  /** log2 of the largest intermediate value. */
  largest: number;
};

export const makeDigitsScope = (
  bits: number,
  values: ReadonlyMap<string, Rational>,
  constants: Constants,
): DigitsScope => ({
  bits,
  values,
  constants,
  state: 'defined',
  spread: 0,
  largest: -Infinity,
});

const NOTHING: Ball = exactBall(0n);
const LARGEST_EXPONENT = 2 ** 46;

const fail = (scope: DigitsScope, state: 'undefined' | 'unknown'): Ball => {
  if (scope.state === 'defined') scope.state = state;
  return NOTHING;
};
const known = (scope: DigitsScope, value: Ball | undefined): Ball => value ?? fail(scope, 'unknown');
const quotient = (scope: DigitsScope, a: Ball, b: Ball): Ball => {
  if (isExactZero(b)) return fail(scope, 'undefined');
  return known(scope, divideBalls(a, b, scope.bits));
};

const sum = (terms: readonly Expr[], scope: DigitsScope): Ball => {
  let total = NOTHING;
  let [smallest, largest] = [Infinity, -Infinity];
  for (const term of terms) {
    const value = evaluateDigits(term, scope);
    if (scope.state !== 'defined') return NOTHING;
    if (!mayBeZero(value)) {
      const size = logSize(value);
      smallest = Math.min(smallest, size);
      largest = Math.max(largest, size);
    }
    total = addBalls(total, value, scope.bits);
  }
  if (largest > smallest) scope.spread += largest - smallest;
  scope.largest = Math.max(scope.largest, largest);
  return total;
};

const integerPower = (a: Ball, times: bigint, scope: DigitsScope): Ball => {
  if (isExactZero(a)) return times > 0n ? NOTHING : fail(scope, 'undefined');
  const size = Number(times < 0n ? -times : times);
  if (!(size * (Math.abs(logSize(a)) + 1) < LARGEST_EXPONENT)) return fail(scope, 'unknown');
  const raised = powerBall(a, size, scope.bits + 64);
  return times < 0n ? quotient(scope, exactBall(1n), raised) : raised;
};

const power = (base: Expr, exponent: Expr, scope: DigitsScope): Ball => {
  if (base.kind === 'constant' && base.name === 'e') return exponential(evaluateDigits(exponent, scope), scope);
  const a = evaluateDigits(base, scope);
  if (scope.state !== 'defined') return NOTHING;
  const exact = exactAt(exponent, scope.values);
  if (exact?.denominator === 1n) return integerPower(a, exact.numerator, scope);
  if (exact?.denominator === 2n && !isNegative(a) && exact.numerator > 0n) {
    return integerPower(known(scope, sqrtBall(a, scope.bits + 16)), exact.numerator, scope);
  }
  const b = evaluateDigits(exponent, scope);
  if (scope.state !== 'defined') return NOTHING;
  if (isExactZero(a)) return isPositive(b) ? NOTHING : fail(scope, mayBeZero(b) ? 'unknown' : 'undefined');
  if (isNegative(a)) {
    // Only an integer exponent gives a value here; a ball of an irrational exponent cannot be told from an integer's.
    const isFraction = exact !== undefined;
    return fail(scope, isFraction ? 'undefined' : 'unknown');
  }
  return known(scope, raiseBall(a, b, scope.bits, scope.constants));
};

const exponential = (a: Ball, scope: DigitsScope): Ball => {
  if (scope.state !== 'defined') return NOTHING;
  if (!isExactZero(a)) scope.spread += Math.max(0, -logSize(a));
  return known(scope, expBall(a, scope.bits, scope.constants));
};

const hyperbolic = (name: FunctionName, a: Ball, scope: DigitsScope): Ball => {
  const [up, down] = [exponential(a, scope), exponential(negateBall(a), scope)];
  if (scope.state !== 'defined') return NOTHING;
  scope.spread += Math.abs(logSize(up) - logSize(down));
  const odd = addBalls(up, negateBall(down), scope.bits);
  const even = addBalls(up, down, scope.bits);
  if (name === 'tanh') return quotient(scope, odd, even);
  const twice = name === 'sinh' ? odd : even;
  return { ...twice, exponent: twice.exponent - 1, radius: twice.radius - 1 };
};

const logarithm = (a: Ball, scope: DigitsScope): Ball =>
  isNegative(a) || isExactZero(a) ? fail(scope, 'undefined') : known(scope, lnBall(a, scope.bits, scope.constants));

const factorial = (of: Expr, scope: DigitsScope): Ball => {
  const exact =
    exactValue(of) ?? (of.kind === 'symbol' ? scope.values.get(of.name) : undefined) ?? exactAt(of, scope.values);
  if (exact === undefined) return fail(scope, 'unknown');
  if (exact.denominator !== 1n || exact.numerator < 0n) return fail(scope, 'undefined');
  if (exact.numerator > 1000n) return fail(scope, 'unknown');
  let product = 1n;
  for (let k = 2n; k <= exact.numerator; k++) product *= k;
  return multiplyBalls(exactBall(product), exactBall(1n), scope.bits);
};

/** The exact value of a formula at rational values of its symbols, where it is rational. */
export const exactAt = (expr: Expr, values: ReadonlyMap<string, Rational>): Rational | undefined => {
  const replaced = (part: Expr): Expr => {
    if (part.kind !== 'symbol') return mapChildren(part, replaced);
    const value = values.get(part.name);
    if (value === undefined) return part;
    const above: Expr = { kind: 'number', text: `${value.numerator}` };
    return value.denominator === 1n
      ? above
      : { kind: 'quotient', numerator: above, denominator: { kind: 'number', text: `${value.denominator}` } };
  };
  return exactValue(replaced(expr));
};

const applyFunction = (name: FunctionName, a: Ball, scope: DigitsScope): Ball => {
  const { bits, constants } = scope;
  switch (name) {
    case 'sqrt':
      return isNegative(a) ? fail(scope, 'undefined') : known(scope, sqrtBall(a, bits));
    case 'cbrt': {
      if (isExactZero(a)) return a;
      if (mayBeZero(a)) return fail(scope, 'unknown');
      const third = ballOfRational({ numerator: 1n, denominator: 3n }, bits + 64);
      const root = known(scope, raiseBall(a.mantissa < 0n ? negateBall(a) : a, third, bits, constants));
      return a.mantissa < 0n ? negateBall(root) : root;
    }
    case 'abs':
      return a.mantissa < 0n ? negateBall(a) : a;
    case 'exp':
      return exponential(a, scope);
    case 'ln':
      return logarithm(a, scope);
    case 'log10':
    case 'log2': {
      const base = name === 'log2' ? 2n : 10n;
      return quotient(scope, logarithm(a, scope), known(scope, lnBall(exactBall(base), bits, constants)));
    }
    case 'sin':
    case 'cos':
    case 'tan': {
      if (!isExactZero(a)) scope.spread += Math.max(0, -logSize(a));
      const point = circleBall(a, bits, constants);
      if (point === undefined) return fail(scope, 'unknown');
      return name === 'sin' ? point[1] : name === 'cos' ? point[0] : quotient(scope, point[1], point[0]);
    }
    case 'asin':
    case 'acos': {
      const size = logSize(a);
      if (size > 0 && a.radius < size + Math.log2(1 - 2 ** -size) - 1) return fail(scope, 'undefined');
      const arcsine = known(scope, asinBall(a, bits, constants));
      if (name === 'asin') return arcsine;
      const pi = piBall(constants, bits);
      return addBalls({ ...pi, exponent: pi.exponent - 1, radius: pi.radius - 1 }, negateBall(arcsine), bits);
    }
    case 'atan':
      scope.spread += Math.max(0, isExactZero(a) ? 0 : Math.abs(logSize(a)));
      return known(scope, atanBall(a, bits, constants));
    case 'sinh':
    case 'cosh':
    case 'tanh':
      return hyperbolic(name, a, scope);
    case 'min':
    case 'max':
    case 'factorial':
      return a;
  }
};

const call = (name: FunctionName, operands: readonly Expr[], scope: DigitsScope): Ball => {
  const [first, ...others] = operands;
  if (first === undefined) return fail(scope, 'unknown');
  if (name === 'factorial') return factorial(first, scope);
  const squared = name === 'sqrt' ? baseOfSquare(first) : undefined;
  if (squared !== undefined) return applyFunction('abs', evaluateDigits(squared, scope), scope);
  let value = evaluateDigits(first, scope);
  for (const other of others) {
    if (sameShape(first, other)) continue;
    const next = evaluateDigits(other, scope);
    const difference = addBalls(next, negateBall(value), scope.bits);
    // Where it is open which is larger, the value is within their distance of either.
    if (mayBeZero(difference))
      value = { ...value, radius: addLogs(addLogs(value.radius, next.radius), logSize(difference) + 1e-9) };
    else if (difference.mantissa < 0n === (name === 'min')) value = next;
  }
  return scope.state === 'defined' ? applyFunction(name, value, scope) : NOTHING;
};

/** The value as a ball; read `scope.state` before believing it. */
export const evaluateDigits = (expr: Expr, scope: DigitsScope): Ball => {
  const value = evaluatePart(expr, scope);
  if (scope.state === 'defined') scope.largest = Math.max(scope.largest, logSize(value));
  return value;
};

const evaluatePart = (expr: Expr, scope: DigitsScope): Ball => {
  switch (expr.kind) {
    case 'number': {
      const value = parseDecimal(expr.text);
      return value === undefined ? fail(scope, 'unknown') : ballOfRational(value, scope.bits);
    }
    case 'constant':
      return expr.name === 'pi'
        ? piBall(scope.constants, scope.bits)
        : known(scope, expBall(exactBall(1n), scope.bits, scope.constants));
    case 'symbol': {
      const value = scope.values.get(expr.name);
      return value === undefined ? fail(scope, 'unknown') : ballOfRational(value, scope.bits);
    }
    case 'negate':
      return negateBall(evaluateDigits(expr.argument, scope));
    case 'sum':
      return sum(expr.terms, scope);
    case 'product': {
      let total = exactBall(1n);
      for (const factor of expr.factors) {
        total = multiplyBalls(total, evaluateDigits(factor, scope), scope.bits);
        if (scope.state !== 'defined') return NOTHING;
      }
      return total;
    }
    case 'quotient': {
      const above = evaluateDigits(expr.numerator, scope);
      if (scope.state !== 'defined') return NOTHING;
      const below = evaluateDigits(expr.denominator, scope);
      return scope.state === 'defined' ? quotient(scope, above, below) : NOTHING;
    }
    case 'power':
      return power(expr.base, expr.exponent, scope);
    case 'call':
      return call(expr.name, expr.arguments, scope);
  }
};
