import { symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import { type Ball, isExactZero, logSize } from './ball.js';
import { evaluateDigits, makeDigitsScope } from './many-digits.js';
import { exactValue, toDouble } from './rational.js';

/** What a formula without symbols is worth. */
export type ConstantValue =
  /** Exactly `numerator / denominator`, in lowest terms with a positive denominator; `value` is the nearest double. */
  | { readonly kind: 'rational'; readonly value: number; readonly numerator: bigint; readonly denominator: bigint }
  /** A real number within `error` of `value`. */
  | { readonly kind: 'real'; readonly value: number; readonly error: number }
  /** No real value: a division by zero, a root or logarithm of a negative number, 0^0. */
  | { readonly kind: 'undefined'; readonly reason: string }
  /** A value that doubles cannot hold, or that costs too much to find. */
  | { readonly kind: 'out-of-range'; readonly reason: string }
  | { readonly kind: 'not-constant'; readonly symbols: readonly string[] };

const BITS = [192, 768] as const;

const doubleOf = (ball: Ball): number => {
  if (ball.mantissa === 0n) return 0;
  const length = ball.mantissa.toString(2).replace('-', '').length;
  const extra = Math.max(0, length - 64);
  let value = Number(ball.mantissa >> BigInt(extra));
  let exponent = ball.exponent + extra;
  while (exponent < -1000) [value, exponent] = [value * 2 ** -1000, exponent + 1000];
  while (exponent > 1000) [value, exponent] = [value * 2 ** 1000, exponent - 1000];
  return value * 2 ** exponent;
};

/**
 * The value of a number as students write it: `1/3`, `-24.5`, `sqrt(2)/2`, `ln(0.5)`. Decimals are read exactly, so `-24.5` is −49/2.
 * Never throws; whatever has no value says why.
 */
export const evaluateConstant = (expr: Expr): ConstantValue => {
  const symbols = symbolsOf(expr);
  if (symbols.length > 0) return { kind: 'not-constant', symbols };
  const exact = exactValue(expr);
  if (exact !== undefined) {
    const value = toDouble(exact);
    return Number.isFinite(value)
      ? { kind: 'rational', value, ...exact }
      : { kind: 'out-of-range', reason: 'The number is too large.' };
  }
  for (const bits of BITS) {
    const scope = makeDigitsScope(bits, new Map(), new Map());
    const ball = evaluateDigits(expr, scope);
    if (scope.state === 'undefined') {
      return {
        kind: 'undefined',
        reason:
          'This has no real value: it divides by zero, or takes a root or logarithm of a number for which there is none.',
      };
    }
    if (scope.state !== 'defined') continue;
    const isPrecise = ball.radius < logSize(ball) - 60 || isExactZero(ball);
    if (!isPrecise && bits !== BITS[1]) continue;
    const value = doubleOf(ball);
    if (!Number.isFinite(value)) return { kind: 'out-of-range', reason: 'The number is too large.' };
    return { kind: 'real', value, error: Math.abs(value) * 2 ** -53 + 2 ** Math.max(-1074, ball.radius) };
  }
  return {
    kind: 'out-of-range',
    reason: 'The number is too large, or too close to where it has no value, to be computed.',
  };
};
