import type { Expr } from '../types.js';

/** An exact rational number in lowest terms; `denominator` is positive. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/** Numbers beyond this many bits are not carried exactly: a formula must not be able to buy unbounded work. */
const MOST_BITS = 20_000;
const LARGEST_DECIMAL_EXPONENT = 5_000;
const SMALL = 1n << 60n;
const LARGEST_FACTORIAL = 1_000n;

const absolute = (a: bigint): bigint => (a < 0n ? -a : a);

const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

export const bitLength = (a: bigint): number => {
  const hex = absolute(a).toString(16);
  return hex === '0' ? 0 : hex.length * 4 - Math.clz32(Number.parseInt(hex.charAt(0), 16)) + 28;
};

/** `numerator / denominator` in lowest terms; undefined where the denominator is zero or the number is too long. */
export const rational = (numerator: bigint, denominator = 1n): Rational | undefined => {
  if (denominator === 0n) return undefined;
  if (denominator === 1n && numerator < SMALL && numerator > -SMALL) return { numerator, denominator };
  if (denominator === 1n) return bitLength(numerator) > MOST_BITS ? undefined : { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return bounded(numerator / divisor, denominator / divisor);
};

/** A fraction that is in lowest terms already, unless it is too long. */
const bounded = (numerator: bigint, denominator: bigint): Rational | undefined =>
  bitLength(numerator) + bitLength(denominator) > MOST_BITS ? undefined : { numerator, denominator };

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

/** Most numbers in formulas have one digit. */
const DIGITS: readonly Rational[] = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n].map((numerator) => ({
  numerator,
  denominator: 1n,
}));

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** The rational a decimal text states exactly (`0.1` is one tenth); undefined where it is no number or too long. */
export const parseDecimal = (text: string): Rational | undefined => {
  const digit = text.length === 1 ? DIGITS[text.charCodeAt(0) - 48] : undefined;
  if (digit !== undefined) return digit;
  if (/^\d{1,15}$/.test(text)) return { numerator: BigInt(text), denominator: 1n };
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole.length + fraction.length === 0 || whole.length + fraction.length > LARGEST_DECIMAL_EXPONENT)
    return undefined;
  const shift = Number(exponent) - fraction.length;
  if (Math.abs(shift) > LARGEST_DECIMAL_EXPONENT) return undefined;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return shift >= 0 ? rational(digits * 10n ** BigInt(shift)) : rational(digits, 10n ** BigInt(-shift));
};

const ZERO_TEXT = /^[+-]?[0.]*(?:[eE]|$)/;
/** Decimals of so many characters are told apart by doubles. */
const MOST_CHARACTERS = 15;

/** Whether a decimal text states exactly the whole number that it is read as in doubles: `1e-400` is read as 0, and is not. */
export const isStatedExactly = (text: string, value: number): boolean => {
  if (!Number.isInteger(value) || Math.abs(value) >= 2 ** 53) return false;
  if (value === 0) return text === '0' || ZERO_TEXT.test(text);
  if (text.length <= MOST_CHARACTERS) return true;
  const exact = parseDecimal(text);
  return exact?.denominator === 1n && exact.numerator === BigInt(value);
};

/**
 * A sum. Both are in lowest terms, so only what the denominators share can cancel (Knuth, The Art of Computer Programming 2, 4.5.1): a long number
 * plus short ones takes little work each time.
 */
export const addRational = (a: Rational, b: Rational): Rational | undefined => {
  if (a.denominator === 1n && b.denominator === 1n) return rational(a.numerator + b.numerator);
  const shared = greatestCommonDivisor(a.denominator, b.denominator);
  const [own, other] = [a.denominator / shared, b.denominator / shared];
  const numerator = a.numerator * other + b.numerator * own;
  const divisor = greatestCommonDivisor(numerator, shared);
  return bounded(numerator / divisor, own * (b.denominator / divisor));
};

/** A product: in the same way only one's numerator and the other's denominator can cancel. */
export const multiplyRational = (a: Rational, b: Rational): Rational | undefined => {
  if (a.denominator === 1n && b.denominator === 1n) return rational(a.numerator * b.numerator);
  const down = greatestCommonDivisor(a.numerator, b.denominator);
  const up = greatestCommonDivisor(b.numerator, a.denominator);
  return bounded((a.numerator / down) * (b.numerator / up), (a.denominator / up) * (b.denominator / down));
};

export const invertRational = (a: Rational): Rational | undefined => rational(a.denominator, a.numerator);
export const negateRational = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });
export const compareRational = (a: Rational, b: Rational): number => {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** From the least to the greatest, each once. */
export const inOrder = (values: readonly Rational[]): readonly Rational[] =>
  values
    .toSorted(compareRational)
    .filter((value, i, all) => i === 0 || compareRational(value, all[i - 1] ?? value) !== 0);

/** The number in the middle between two. */
export const halfway = (a: Rational, b: Rational): Rational | undefined => {
  const total = addRational(a, b);
  return total && rational(total.numerator, total.denominator * 2n);
};

const powerRational = (base: Rational, exponent: bigint): Rational | undefined => {
  if (exponent === 0n) return base.numerator === 0n ? undefined : ONE;
  const size = bitLength(base.numerator) + bitLength(base.denominator);
  const positive = absolute(exponent);
  if (size > 2 && positive * BigInt(size) > BigInt(MOST_BITS)) return undefined;
  const reduced = size <= 2 ? (positive % 2n) + 2n : positive;
  const raised = bounded(base.numerator ** reduced, base.denominator ** reduced);
  return raised === undefined || exponent > 0n ? raised : invertRational(raised);
};

/** The n-th root of a non-negative integer where it is an integer. */
const integerRoot = (a: bigint, n: bigint): bigint | undefined => {
  if (a < 2n) return a;
  let high = 1n << (BigInt(bitLength(a)) / n + 1n);
  let low = 0n;
  while (low < high) {
    const middle = (low + high + 1n) >> 1n;
    if (middle ** n <= a) low = middle;
    else high = middle - 1n;
  }
  return low ** n === a ? low : undefined;
};

const rootRational = (a: Rational, n: bigint): Rational | undefined => {
  if (n > 64n || bitLength(a.numerator) + bitLength(a.denominator) > 2_000) return undefined;
  const numerator = integerRoot(a.numerator, n);
  const denominator = integerRoot(a.denominator, n);
  return numerator === undefined || denominator === undefined ? undefined : { numerator, denominator };
};

/** Raises to a rational power where the result is rational; roots of negative numbers are no rational. */
const raiseRational = (base: Rational, exponent: Rational): Rational | undefined => {
  if (exponent.denominator === 1n) return powerRational(base, exponent.numerator);
  if (base.numerator < 0n) return undefined;
  const root = rootRational(base, exponent.denominator);
  return root === undefined ? undefined : powerRational(root, exponent.numerator);
};

const fold = (
  items: readonly Expr[],
  start: Rational,
  combine: (a: Rational, b: Rational) => Rational | undefined,
): Rational | undefined => {
  let total: Rational | undefined = start;
  for (const item of items) {
    const value = exactValue(item);
    if (value === undefined || total === undefined) return undefined;
    total = combine(total, value);
  }
  return total;
};

const exactFactorial = (n: Rational): Rational | undefined => {
  if (n.denominator !== 1n || n.numerator < 0n || n.numerator > LARGEST_FACTORIAL) return undefined;
  let product = 1n;
  for (let k = 2n; k <= n.numerator; k++) product *= k;
  return rational(product);
};

/** The rational a formula without symbols states exactly; undefined where it is irrational, undefined or too long. */
export const exactValue = (expr: Expr): Rational | undefined => {
  switch (expr.kind) {
    case 'number':
      return parseDecimal(expr.text);
    case 'constant':
    case 'symbol':
      return undefined;
    case 'negate': {
      const value = exactValue(expr.argument);
      return value === undefined ? undefined : negateRational(value);
    }
    case 'sum':
      return fold(expr.terms, ZERO, addRational);
    case 'product':
      return fold(expr.factors, ONE, multiplyRational);
    case 'quotient': {
      const numerator = exactValue(expr.numerator);
      const denominator = numerator === undefined ? undefined : exactValue(expr.denominator);
      const inverse = denominator === undefined ? undefined : invertRational(denominator);
      return numerator === undefined || inverse === undefined ? undefined : multiplyRational(numerator, inverse);
    }
    case 'power': {
      const base = exactValue(expr.base);
      const exponent = base === undefined ? undefined : exactValue(expr.exponent);
      return base === undefined || exponent === undefined ? undefined : raiseRational(base, exponent);
    }
    case 'call':
      return exactCall(expr.name, expr.arguments);
  }
};

const exactCall = (name: string, operands: readonly Expr[]): Rational | undefined => {
  const [first] = operands;
  const value = first === undefined ? undefined : exactValue(first);
  if (value === undefined) return undefined;
  const isZero = value.numerator === 0n;
  const isOne = value.numerator === 1n && value.denominator === 1n;
  switch (name) {
    case 'sqrt':
      return value.numerator < 0n ? undefined : rootRational(value, 2n);
    case 'cbrt': {
      const root = rootRational({ numerator: absolute(value.numerator), denominator: value.denominator }, 3n);
      return root === undefined || value.numerator >= 0n ? root : negateRational(root);
    }
    case 'abs':
      return { numerator: absolute(value.numerator), denominator: value.denominator };
    case 'min':
    case 'max':
      return fold(operands, value, (a, b) => (compareRational(a, b) < 0 === (name === 'min') ? a : b));
    case 'factorial':
      return exactFactorial(value);
    case 'exp':
    case 'cos':
    case 'cosh':
      return isZero ? ONE : undefined;
    case 'ln':
    case 'log2':
    case 'log10':
    case 'acos':
      return isOne ? ZERO : undefined;
    default:
      return isZero ? ZERO : undefined;
  }
};

/** The nearest double, correctly rounded also where numerator and denominator are beyond the range of doubles. */
export const toDouble = (value: Rational): number => {
  const { numerator, denominator } = value;
  if (absolute(numerator) <= 9007199254740991n && denominator <= 9007199254740991n)
    return Number(numerator) / Number(denominator);
  const shift = BigInt(Math.max(0, bitLength(denominator) - bitLength(numerator) + 66));
  const scaled = (absolute(numerator) << shift) / denominator;
  const sticky = scaled * 2n + ((absolute(numerator) << shift) % denominator === 0n ? 0n : 1n);
  let result = Number(sticky);
  let halvings = Number(shift) + 1;
  if (!Number.isFinite(result)) {
    const down = bitLength(sticky) - 900;
    result = Number(sticky >> BigInt(down));
    halvings -= down;
  }
  while (halvings > 1000) {
    result *= 2 ** -1000;
    halvings -= 1000;
  }
  result *= 2 ** -halvings;
  return numerator < 0n ? -result : result;
};
