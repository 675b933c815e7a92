/** One number against its reference: the rounding rule, a tolerance, or equality. */

import { equivalent } from '../equivalence/index.js';
import { negate, number, quotient } from '../expression/index.js';
import type { Expr, Precision, Proof, Remark } from '../types.js';
import {
  type Rational,
  compareRationals,
  fromDecimal,
  magnitude,
  minus,
  negated,
  plus,
  powerOfTen,
  rational,
  roundedAway,
  roundings,
  times,
  truncated,
} from './rational.js';
import type { ReadNumber } from './read-number.js';

/** What a number is held against: a value, known to within `slack`, and how closely it has to be met. */
export type NumberKey = Known & {
  readonly double: number;
  readonly precision: Precision;
};

/** A number, how well it is known, and how it was written: the digits after the point, or an expression. */
type Known = { readonly value: Rational; readonly slack: Rational; readonly decimals?: number; readonly expr?: Expr };

export type Judgement = { readonly right: boolean; readonly remarks: readonly DigitRemark[] };
type DigitRemark = Extract<
  Remark,
  { readonly code: 'misrounded' | 'wrong-further-digits' | 'too-few-digits' | 'sign-only' }
>;

/** Whether the number is right, and what can be said of its digits or its sign if not (or not quite). */
export const judgeNumber = (given: ReadNumber, key: NumberKey): Judgement => {
  const right = meets(given, key);
  const { decimals } = key.precision;
  if (right) return { right, remarks: decimals === undefined ? [] : furtherDigits(given, key, decimals) };
  const exchangedSign = given.value.numerator !== 0n && meets(opposite(given), key);
  if (exchangedSign) return { right, remarks: [{ code: 'sign-only' }] };
  return { right, remarks: decimals === undefined ? [] : roundingSlip(given, key, decimals) };
};

const opposite = ({ value, slack, decimals, expr }: ReadNumber): Known => ({
  value: negated(value),
  slack,
  ...(decimals === undefined ? {} : { decimals }),
  ...(expr === undefined ? {} : { expr: negate(expr) }),
});

const meets = (given: Known, key: NumberKey): boolean => {
  const { decimals, tolerance, relative } = key.precision;
  if (decimals !== undefined) {
    const asked = rounded(key, decimals);
    const offered = roundedAsGiven(given, key, decimals);
    return offered.low <= asked.high && asked.low <= offered.high;
  }
  if (tolerance === undefined && relative === undefined) {
    const exact = exactly(given, key);
    if (exact !== undefined) return exact;
  }
  const allowed = larger(ofNumber(tolerance ?? 0), times(ofNumber(relative ?? 0), magnitude(key.value)));
  const distance = magnitude(minus(given.value, key.value));
  return compareRationals(distance, plus(allowed, plus(given.slack, key.slack))) <= 0;
};

/** Equality of constants such as sqrt(2)/2 and 1/sqrt(2), of which digits prove nothing; no answer where a key of the solver is concerned. */
const exactly = (given: Known, key: Known): boolean | undefined => {
  if (given.slack.numerator === 0n && key.slack.numerator === 0n) return compareRationals(given.value, key.value) === 0;
  if (key.slack.numerator !== 0n && key.expr === undefined) return undefined;
  return equivalent(given.expr ?? asExpr(given.value), key.expr ?? asExpr(key.value)).verdict === 'equal';
};

const asExpr = ({ numerator, denominator }: Rational): Expr => {
  const size = quotient(number(`${numerator < 0n ? -numerator : numerator}`), number(`${denominator}`));
  return numerator < 0n ? negate(size) : size;
};

type Roundings = { readonly low: bigint; readonly high: bigint };

/** The least and the greatest value a reference may round to, given how well it is known; in units of the last digit. */
const rounded = (reference: Known, decimals: number): Roundings => {
  const [least, greatest] = ends(reference);
  return { low: roundings(least, decimals).low, high: roundings(greatest, decimals).high };
};

/**
 * The same for an answer. One that lies half-way goes away from zero, whatever is nearer to the reference: else a whole further unit would be
 * right. It may go either way only where it is the reference itself, rounded to the digits it shows: 0.25 for 0.2497 is right, and so is 0.2.
 */
const roundedAsGiven = (given: Known, key: NumberKey, decimals: number): Roundings => {
  const [least, greatest] = ends(given);
  // A number half-way has one digit more than is asked, however it is written.
  const shown = Math.max(given.decimals ?? 0, decimals + 1);
  const halfDigit = rational(1n, 2n * powerOfTen(shown));
  const distance = magnitude(minus(given.value, key.value));
  if (compareRationals(distance, plus(halfDigit, key.slack)) <= 0) return rounded(given, decimals);
  return { low: roundedAway(least, decimals), high: roundedAway(greatest, decimals) };
};

/** Between what values a number lies. */
const ends = ({ value, slack }: Known): readonly [Rational, Rational] =>
  slack.numerator === 0n ? [value, value] : [minus(value, slack), plus(value, slack)];

const nearestIn = ({ low, high }: Roundings, units: bigint): bigint =>
  units < low ? low : units > high ? high : units;

const larger = (a: Rational, b: Rational): Rational => (compareRationals(a, b) >= 0 ? a : b);

/** A number of the problem file by its decimal text: `0.1` means one tenth. */
const ofNumber = (value: number): Rational => {
  const [digits = '0', power = '0'] = value.toExponential().split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  return fromDecimal(BigInt(whole + fraction), Number(power) - fraction.length);
};

/** Further digits are wrong when the number is off by more than its own last digit and by more than iterating explains. */
const furtherDigits = (given: ReadNumber, key: NumberKey, asked: number): readonly DigitRemark[] => {
  if (given.decimals === undefined || given.decimals <= asked || isWhole(given.value, asked)) return [];
  const distance = magnitude(minus(given.value, key.value));
  const lastDigit = rational(1n, powerOfTen(given.decimals));
  const iterating = times(rational(1n, powerOfTen(6)), larger(magnitude(key.value), rational(1n)));
  const wrong = compareRationals(distance, lastDigit) > 0 && compareRationals(distance, iterating) > 0;
  return wrong ? [{ code: 'wrong-further-digits', asked }] : [];
};

/** Whether a number has no more than so many digits after the point, zeros at the end apart. */
const isWhole = ({ numerator, denominator }: Rational, decimals: number): boolean =>
  (numerator * powerOfTen(decimals)) % denominator === 0n;

/** The right number, cut off, rounded twice, or rounded to fewer digits than asked. */
const roundingSlip = (given: ReadNumber, key: NumberKey, asked: number): readonly DigitRemark[] => {
  const written = given.decimals;
  if (written === undefined || given.value.numerator === 0n) return [];
  const equals = (units: bigint, decimals: number): boolean =>
    compareRationals(given.value, rational(units, powerOfTen(decimals))) === 0;
  if (written < asked) {
    const { low, high } = rounded(key, written);
    return [low, high, truncated(key.value, written)].some((units) => equals(units, written))
      ? [{ code: 'too-few-digits', asked }]
      : [];
  }
  const slips = [truncated(key.value, asked), ...roundedTwice(key, asked)];
  return slips.some((units) => equals(units, asked)) ? [{ code: 'misrounded', asked }] : [];
};

const roundedTwice = ({ value }: NumberKey, asked: number): readonly bigint[] =>
  [1, 2, 3].flatMap((more) => {
    const { low } = roundings(value, asked + more);
    const again = roundings(rational(low, powerOfTen(asked + more)), asked);
    return [again.low, again.high];
  });

/** The reference and the number as they were held against each other. */
export const proofOf = (given: ReadNumber, key: NumberKey): Proof => {
  const { decimals, tolerance, relative } = key.precision;
  if (decimals !== undefined) {
    const asked = rounded(key, decimals);
    const offered = roundedAsGiven(given, key, decimals);
    // Of two that a half-way case may become, the ones that meet.
    const reference = nearestIn(asked, offered.low);
    const held = nearestIn(offered, reference);
    return {
      method: 'rounding',
      reference: decimalText(reference, decimals),
      given: decimalText(held, decimals),
      decimals,
    };
  }
  if (tolerance === undefined && relative === undefined) return { method: 'exact' };
  const allowed = Math.max(tolerance ?? 0, (relative ?? 0) * Math.abs(key.double));
  return { method: 'tolerance', reference: `${key.double}`, given: `${given.double}`, tolerance: `${allowed}` };
};

/** `units / 10^decimals` with all its decimals: (−245, 1) is `-24.5`. */
const decimalText = (units: bigint, decimals: number): string => {
  const digits = `${units < 0n ? -units : units}`.padStart(decimals + 1, '0');
  const cut = digits.length - decimals;
  return `${units < 0n ? '-' : ''}${digits.slice(0, cut)}${decimals === 0 ? '' : `.${digits.slice(cut)}`}`;
};
