import {
  addBalls,
  addLogs,
  type Ball,
  divideBalls,
  exactBall,
  EXACT,
  integerSquareRoot,
  isExactZero,
  isPositive,
  logSize,
  multiplyBalls,
  negateBall,
  round,
  toFixed,
} from './ball.js';
import { bitLength } from './rational.js';

/** Elementary functions of balls. `undefined` means: not known at this precision (too large, or too close to the edge of the domain). */

/** Constants once computed, by precision; one for each comparison. */
export type Constants = Map<string, bigint>;
const GUARD = 40;
/** Beyond |u| = 2^LARGEST the exponent of exp u is no longer handled. */
const LARGEST = 44;

const remember = (constants: Constants, name: string, places: number, compute: () => bigint): bigint => {
  const key = `${name}${places}`;
  const known = constants.get(key);
  if (known !== undefined) return known;
  const made = compute();
  constants.set(key, made);
  return made;
};

/** arctan(1/n) or artanh(1/n) in fixed point, by the power series. */
const inverseSeries = (n: bigint, places: number, alternate: boolean): bigint => {
  let term = (1n << BigInt(places)) / n;
  let total = 0n;
  for (let k = 1n, sign = 1n; term !== 0n; k += 2n) {
    total += (sign * term) / k;
    term /= n * n;
    if (alternate) sign = -sign;
  }
  return total;
};

/** π by Machin's formula, 16 arctan(1/5) − 4 arctan(1/239), with an error of a few units in the last of `places + 12` bits. */
const fixedPi = (constants: Constants, places: number): bigint =>
  remember(
    constants,
    'pi',
    places,
    () => (16n * inverseSeries(5n, places + 16, true) - 4n * inverseSeries(239n, places + 16, true)) >> 16n,
  );

const fixedLn2 = (constants: Constants, places: number): bigint =>
  remember(constants, 'ln2', places, () => (2n * inverseSeries(3n, places + 16, false)) >> 16n);

export const piBall = (constants: Constants, bits: number): Ball => ({
  mantissa: fixedPi(constants, bits + 8),
  exponent: -bits - 8,
  radius: -bits - 6,
});

export const sqrtBall = (a: Ball, bits: number): Ball | undefined => {
  if (isExactZero(a)) return a;
  if (!isPositive(a)) return undefined;
  let shift = Math.max(0, 2 * bits + 4 - bitLength(a.mantissa));
  if ((a.exponent - shift) % 2 !== 0) shift++;
  const shifted = a.mantissa << BigInt(shift);
  const mantissa = integerSquareRoot(shifted);
  const exponent = (a.exponent - shift) / 2;
  const isExact = mantissa * mantissa === shifted;
  const size = logSize(a);
  const slope =
    a.radius === EXACT ? EXACT : a.radius - size / 2 - Math.log2(1 - 2 ** Math.min(a.radius - size, -1e-9)) + 1e-6;
  return round(mantissa, exponent, addLogs(isExact ? EXACT : exponent, slope), bits);
};

export const expBall = (a: Ball, bits: number, constants: Constants): Ball | undefined => {
  if (isExactZero(a)) return exactBall(1n);
  const size = logSize(a);
  if (size > LARGEST || a.radius > -1) return undefined;
  const halvings = Math.ceil(Math.sqrt(bits));
  const places = bits + GUARD + halvings + Math.max(0, Math.ceil(size));
  const x = toFixed(a, places);
  const ln2 = fixedLn2(constants, places);
  const turns = (x + (ln2 >> 1n)) / ln2 - (x < 0n ? 1n : 0n);
  const shift = BigInt(places);
  const reduced = (x - turns * ln2) >> BigInt(halvings);
  let term = 1n << shift;
  let total = term;
  for (let k = 1n; term !== 0n && term !== -1n; k++) {
    term = ((term * reduced) >> shift) / k;
    total += term;
  }
  for (let k = 0; k < halvings; k++) total = (total * total) >> shift;
  const exponent = Number(turns) - places;
  const truncation = exponent + halvings + 14 + Math.max(0, size);
  const value = round(total, exponent, truncation, bits);
  return a.radius === EXACT ? value : { ...value, radius: addLogs(value.radius, logSize(value) + a.radius + 1.2) };
};

export const lnBall = (a: Ball, bits: number, constants: Constants): Ball | undefined => {
  if (!isPositive(a)) return undefined;
  if (a.radius === EXACT && a.mantissa === 1n << BigInt(Math.max(0, -a.exponent)) && a.exponent <= 0)
    return exactBall(0n);
  const roots = 10;
  const places = bits + GUARD + 2 * roots;
  const shift = BigInt(places);
  const length = bitLength(a.mantissa);
  const fraction = toFixed({ mantissa: a.mantissa, exponent: -length, radius: EXACT }, places);
  let x = fraction;
  for (let k = 0; k < roots; k++) x = integerSquareRoot(x << shift);
  const one = 1n << shift;
  const ratio = ((x - one) << shift) / (x + one);
  const square = (ratio * ratio) >> shift;
  let term = ratio;
  let total = 0n;
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    total += term / k;
    term = (term * square) >> shift;
  }
  const twos = BigInt(length + a.exponent);
  const value = total * (1n << BigInt(roots + 1)) + twos * fixedLn2(constants, places);
  const size = logSize(a);
  const relative =
    a.radius === EXACT ? EXACT : a.radius - size - Math.log2(1 - 2 ** Math.min(a.radius - size, -1e-9)) + 1e-6;
  const truncation = -places + roots + 14 + Math.log2(1 + Math.abs(Number(twos)));
  return round(value, -places, addLogs(truncation, relative), bits);
};

/** cos and sin together. */
export const circleBall = (a: Ball, bits: number, constants: Constants): readonly [Ball, Ball] | undefined => {
  if (isExactZero(a)) return [exactBall(1n), exactBall(0n)];
  const size = logSize(a);
  if (size > 4000 || a.radius > -1) return undefined;
  const places = bits + GUARD + Math.max(0, Math.ceil(size)) + Math.min(bits, Math.max(0, Math.ceil(-size)));
  const shift = BigInt(places);
  const x = toFixed(a, places);
  const half = fixedPi(constants, places) >> 1n;
  const turns = (x + (half >> 1n)) / half - (x < -(half >> 1n) ? 1n : 0n);
  const reduced = x - turns * half;
  const square = (reduced * reduced) >> shift;
  let [cos, sin] = [0n, 0n];
  let term = 1n << shift;
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    cos += term;
    term = -((term * square) >> shift) / (k * (k + 1n));
  }
  term = reduced;
  for (let k = 2n; term !== 0n && term !== -1n; k += 2n) {
    sin += term;
    term = -((term * square) >> shift) / (k * (k + 1n));
  }
  const quarter = Number(((turns % 4n) + 4n) % 4n);
  const pairs = [
    [cos, sin],
    [-sin, cos],
    [-cos, -sin],
    [sin, -cos],
  ] as const;
  const [c, s] = pairs[quarter] ?? pairs[0];
  const radius = addLogs(-places + 14 + Math.max(0, size), a.radius);
  return [round(c, -places, radius, bits), round(s, -places, radius, bits)];
};

export const atanBall = (a: Ball, bits: number, constants: Constants): Ball | undefined => {
  if (isExactZero(a)) return a;
  const size = logSize(a);
  const places = bits + GUARD + Math.min(bits, Math.max(0, Math.ceil(-size)));
  const shift = BigInt(places);
  const one = 1n << shift;
  const isLarge = size > 0;
  let x: bigint;
  if (isLarge) {
    const inverse = divideBalls(exactBall(1n), { ...a, radius: EXACT }, places);
    if (inverse === undefined) return undefined;
    x = toFixed(inverse, places);
  } else x = toFixed(a, places);
  const halvings = 5;
  for (let k = 0; k < halvings; k++) x = (x << shift) / (one + integerSquareRoot((one << shift) + x * x));
  const square = (x * x) >> shift;
  let term = x;
  let total = 0n;
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    total += term / k;
    term = -((term * square) >> shift);
  }
  total <<= BigInt(halvings);
  if (isLarge) total = (a.mantissa < 0n ? -1n : 1n) * (fixedPi(constants, places) >> 1n) - total;
  return round(total, -places, addLogs(-places + halvings + 14, a.radius), bits);
};

/** The arcsine, as atan(a / sqrt(1 − a²)). */
export const asinBall = (a: Ball, bits: number, constants: Constants): Ball | undefined => {
  const one = exactBall(1n);
  const gap = addBalls(one, negateBall(multiplyBalls(a, a, 2 * bits)), 2 * bits);
  if (isExactZero(gap)) {
    const pi = piBall(constants, bits);
    return { mantissa: a.mantissa < 0n ? -pi.mantissa : pi.mantissa, exponent: pi.exponent - 1, radius: pi.radius - 1 };
  }
  const root = sqrtBall(gap, bits + 16);
  const tangent = root === undefined ? undefined : divideBalls(a, root, bits + 16);
  return tangent === undefined ? undefined : atanBall(tangent, bits, constants);
};

/** A positive ball to a real power, through exp and ln. */
export const raiseBall = (a: Ball, b: Ball, bits: number, constants: Constants): Ball | undefined => {
  const size = logSize(b);
  if (size > LARGEST) return undefined;
  const inner = bits + 32 + Math.max(0, Math.ceil(size));
  const logarithm = lnBall(a, inner, constants);
  return logarithm === undefined ? undefined : expBall(multiplyBalls(logarithm, b, inner), bits, constants);
};
