/** Exact arithmetic for judging numbers: a rounding rule decided in doubles is wrong in the cases students meet, such as 0.285. */

/** A fraction with a positive denominator, not necessarily in lowest terms. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

export const rational = (numerator: bigint, denominator = 1n): Rational =>
  denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };

export const zero: Rational = rational(0n);

const powersOfTen: readonly bigint[] = Array.from({ length: 32 }, (_, exponent) => 10n ** BigInt(exponent));
export const powerOfTen = (exponent: number): bigint => powersOfTen[exponent] ?? 10n ** BigInt(exponent);

/** The exact value of a decimal text `digits × 10^exponent`. The caller bounds the exponent. */
export const fromDecimal = (digits: bigint, exponent: number): Rational =>
  exponent >= 0 ? rational(digits * powerOfTen(exponent)) : rational(digits, powerOfTen(-exponent));

const buffer = (value: number): bigint => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0);
};

/** The exact value of a finite double. */
export const fromDouble = (value: number): Rational => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no rational number`);
  const bits = buffer(Math.abs(value));
  const biased = Number(bits >> 52n);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = (biased === 0 ? 1 : biased) - 1075;
  const signed = value < 0 ? -mantissa : mantissa;
  return exponent >= 0 ? rational(signed << BigInt(exponent)) : rational(signed, 1n << BigInt(-exponent));
};

export const negated = ({ numerator, denominator }: Rational): Rational => ({ numerator: -numerator, denominator });

export const plus = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const minus = (a: Rational, b: Rational): Rational => plus(a, negated(b));

export const times = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);

export const magnitude = (a: Rational): Rational => (a.numerator < 0n ? negated(a) : a);

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compareRationals = (a: Rational, b: Rational): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
};

/**
 * What a number may become with `decimals` digits after the point, in units of the last digit. Half-way that is either neighbour,
 * since conventions differ there (half up, half to even, half away from zero); else both are the same.
 */
export const roundings = (
  { numerator, denominator }: Rational,
  decimals: number,
): { readonly low: bigint; readonly high: bigint } => {
  const scaled = numerator * powerOfTen(decimals);
  const floor = floorDivide(scaled, denominator);
  const twiceRest = 2n * (scaled - floor * denominator);
  if (twiceRest === denominator) return { low: floor, high: floor + 1n };
  const nearest = twiceRest < denominator ? floor : floor + 1n;
  return { low: nearest, high: nearest };
};

/** What a number becomes by the rule that schools teach: half-way it goes away from zero. */
export const roundedAway = (value: Rational, decimals: number): bigint => {
  const { low, high } = roundings(value, decimals);
  return value.numerator < 0n ? low : high;
};

/** Cut off after `decimals` digits, towards zero, in units of the last digit. */
export const truncated = ({ numerator, denominator }: Rational, decimals: number): bigint =>
  (numerator * powerOfTen(decimals)) / denominator;
