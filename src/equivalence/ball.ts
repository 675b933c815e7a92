import { bitLength, type Rational } from './rational.js';

/**
 * A real number known to lie within a radius of `mantissa · 2^exponent` (ball arithmetic, van der Hoeven 2009; Johansson's Arb). `radius` is the
 * base-2 logarithm of the radius, −Infinity for an exact number: an upper bound, so logarithms are precise enough and never under- or overflow.
 */
export type Ball = { readonly mantissa: bigint; readonly exponent: number; readonly radius: number };

export const EXACT = -Infinity;

/** log2 of |midpoint|, to about 50 bits. */
export const logSize = ({ mantissa, exponent }: Ball): number => {
  if (mantissa === 0n) return -Infinity;
  const size = mantissa < 0n ? -mantissa : mantissa;
  const extra = Math.max(0, bitLength(size) - 60);
  return Math.log2(Number(size >> BigInt(extra))) + extra + exponent;
};

/** log2(2^a + 2^b), rounded up. */
export const addLogs = (a: number, b: number): number => {
  const high = Math.max(a, b);
  return high === -Infinity ? high : high + Math.log2(1 + 2 ** (Math.min(a, b) - high)) + 1e-9;
};

/** Keeps `bits` bits of the mantissa and adds what is lost to the radius. */
export const round = (mantissa: bigint, exponent: number, radius: number, bits: number): Ball => {
  const extra = bitLength(mantissa) - bits;
  if (extra <= 0) return { mantissa, exponent, radius };
  return { mantissa: mantissa >> BigInt(extra), exponent: exponent + extra, radius: addLogs(radius, exponent + extra) };
};

export const exactBall = (mantissa: bigint): Ball => ({ mantissa, exponent: 0, radius: EXACT });

/** Whether zero lies in the ball. */
export const mayBeZero = (a: Ball): boolean => a.mantissa === 0n || a.radius >= logSize(a) - 1e-9;
export const isExactZero = (a: Ball): boolean => a.mantissa === 0n && a.radius === EXACT;
export const isNegative = (a: Ball): boolean => a.mantissa < 0n && !mayBeZero(a);
export const isPositive = (a: Ball): boolean => a.mantissa > 0n && !mayBeZero(a);

export const negateBall = (a: Ball): Ball => ({ ...a, mantissa: -a.mantissa });

export const addBalls = (a: Ball, b: Ball, bits: number): Ball => {
  if (a.mantissa === 0n) return { ...b, radius: addLogs(a.radius, b.radius) };
  if (b.mantissa === 0n) return { ...a, radius: addLogs(a.radius, b.radius) };
  const [sizeA, sizeB] = [logSize(a), logSize(b)];
  if (sizeA - sizeB > 2 * bits + 64) return { ...a, radius: addLogs(a.radius, addLogs(b.radius, sizeB + 1e-9)) };
  if (sizeB - sizeA > 2 * bits + 64) return { ...b, radius: addLogs(b.radius, addLogs(a.radius, sizeA + 1e-9)) };
  const exponent = Math.min(a.exponent, b.exponent);
  const mantissa = (a.mantissa << BigInt(a.exponent - exponent)) + (b.mantissa << BigInt(b.exponent - exponent));
  return round(mantissa, exponent, addLogs(a.radius, b.radius), bits);
};

export const multiplyBalls = (a: Ball, b: Ball, bits: number): Ball => {
  let radius = EXACT;
  if (a.radius !== EXACT || b.radius !== EXACT) {
    radius = addLogs(addLogs(logSize(a) + b.radius, logSize(b) + a.radius), a.radius + b.radius);
    if (Number.isNaN(radius)) radius = EXACT;
  }
  return round(a.mantissa * b.mantissa, a.exponent + b.exponent, radius, bits);
};

/** The quotient; undefined where the divisor may be zero. */
export const divideBalls = (a: Ball, b: Ball, bits: number): Ball | undefined => {
  if (mayBeZero(b)) return undefined;
  if (a.mantissa === 0n && a.radius === EXACT) return a;
  const shift = Math.max(0, bits + 4 + bitLength(b.mantissa) - bitLength(a.mantissa));
  const shifted = a.mantissa << BigInt(shift);
  const mantissa = shifted / b.mantissa;
  const exponent = a.exponent - shift - b.exponent;
  const isExact = mantissa * b.mantissa === shifted;
  let radius = isExact ? EXACT : exponent;
  if (a.radius !== EXACT || b.radius !== EXACT) {
    const size = logSize(b);
    const gap = size + Math.log2(1 - 2 ** Math.min(b.radius - size, -1e-9)) - 1e-9;
    const quotientSize = logSize({ mantissa, exponent, radius: EXACT }) + 1e-9;
    radius = addLogs(radius, addLogs(a.radius, addLogs(quotientSize, exponent) + b.radius) - gap);
  }
  return round(mantissa, exponent, radius, bits);
};

/** To a non-negative integer power, by repeated squaring. */
export const powerBall = (a: Ball, times: number, bits: number): Ball => {
  let result = exactBall(1n);
  let square = a;
  for (let rest = times; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyBalls(result, square, bits);
    if (rest > 1) square = multiplyBalls(square, square, bits);
  }
  return result;
};

export const ballOfRational = ({ numerator, denominator }: Rational, bits: number): Ball => {
  const above = round(numerator, 0, EXACT, bits + 8);
  if (denominator === 1n) return above;
  return divideBalls(above, round(denominator, 0, EXACT, bits + 8), bits) ?? above;
};

/** The midpoint as a fixed-point integer with `places` bits after the point. */
export const toFixed = ({ mantissa, exponent }: Ball, places: number): bigint => {
  const shift = exponent + places;
  return shift >= 0 ? mantissa << BigInt(shift) : mantissa >> BigInt(-shift);
};

export const integerSquareRoot = (a: bigint): bigint => {
  if (a < 2n) return a;
  let x = 1n << BigInt((bitLength(a) + 1) >> 1);
  for (;;) {
    const next = (x + a / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
};
