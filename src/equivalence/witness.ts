import type { Witness } from '../types.js';
import { type Ball, divideBalls, exactBall, logSize, multiplyBalls, powerBall, toFixed } from './ball.js';
import type { Rational } from './rational.js';
import type { RealPoint } from './branch.js';
import { decimalText } from './real-points.js';

const MOST_SHOWN = 800;
/** Digits of a double that are its own. */
const MOST_DIGITS = 15;

/** A decimal text of this many significant digits (`1.2345e-40` where plain digits would be long). */
export const printDigits = (value: Ball, digits: number): string => {
  if (value.mantissa === 0n) return '0';
  const tens = Math.floor(logSize(value) * Math.log10(2));
  const scale = digits - 1 - tens;
  const bits = Math.ceil(digits * 3.33) + 96;
  const power = powerBall(exactBall(10n), Math.abs(scale), bits);
  const scaled = scale >= 0 ? multiplyBalls(value, power, bits) : divideBalls(value, power, bits);
  if (scaled === undefined) return '0';
  const fixed = toFixed(scaled, 8);
  const rounded = (fixed + (fixed < 0n ? -128n : 128n)) / 256n;
  const sign = rounded < 0n ? '-' : '';
  const figures = (rounded < 0n ? -rounded : rounded).toString();
  const exponent = figures.length - 1 - scale;
  const trimmed = figures.replace(/0+$/, '') || '0';
  if (exponent < -7 || exponent > 21) {
    return `${sign}${trimmed.charAt(0)}${trimmed.length > 1 ? `.${trimmed.slice(1)}` : ''}e${exponent}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${trimmed}`;
  const whole = trimmed.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const rest = trimmed.slice(exponent + 1);
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
};

/** As many digits as show that the two differ, a few more, and at least fifteen. */
export const digitsToTell = (left: Ball, right: Ball, difference: Ball): number => {
  const size = Math.max(logSize(left), logSize(right));
  const apart = (size - logSize(difference)) * Math.log10(2);
  return Math.min(MOST_SHOWN, Math.max(15, Math.ceil(apart) + 5));
};

export const printDouble = (value: number, error: number): string => {
  if (value === 0) return '0';
  const certain = error === 0 ? MOST_DIGITS : Math.floor(Math.log10(Math.abs(value) / error));
  const digits = Math.max(2, Math.min(MOST_DIGITS, certain));
  const shortest = String(value);
  // One of no more characters than digits would come out of rounding as it is.
  return shortest.length <= digits ? shortest : String(Number(value.toPrecision(digits)));
};

/** A witness with the values of these symbols; texts are kept with the point, which many comparisons share. */
export const witnessOf = (
  point: RealPoint,
  values: ReadonlyMap<string, Rational>,
  names: readonly string[],
  left: string,
  right: string,
): Witness => {
  const shown: Record<string, string> = {};
  for (const name of names) {
    const value = values.get(name);
    if (value === undefined) continue;
    let text = point.texts.get(name);
    if (text === undefined) point.texts.set(name, (text = decimalText(value)));
    shown[name] = text;
  }
  return { values: shown, left, right };
};
