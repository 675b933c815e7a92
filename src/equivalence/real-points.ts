import type { Domain } from '../types.js';
import { mix, hashText } from './modular.js';
import {
  addRational,
  compareRational,
  multiplyRational,
  parseDecimal,
  type Rational,
  toDouble,
  ZERO,
} from './rational.js';

/** How the values of a point are drawn: signs, the grid they lie on, and how far out. */
type Manner = {
  readonly signs: 'positive' | 'negative' | 'mixed';
  readonly step: number;
  readonly reach: number;
  readonly share: number;
};

/** Several scales and signs; the plainest first, since the first point that tells two formulas apart is shown. */
const MANNERS: readonly Manner[] = [
  { signs: 'positive', step: 8, reach: 24, share: 1 },
  { signs: 'mixed', step: 8, reach: 30, share: 1 },
  { signs: 'positive', step: 16, reach: 14, share: 0.5 },
  { signs: 'mixed', step: 16, reach: 14, share: 1 },
  { signs: 'mixed', step: 4, reach: 40, share: 0.5 },
  { signs: 'negative', step: 8, reach: 30, share: 1 },
  { signs: 'positive', step: 1, reach: 9, share: 0.25 },
  { signs: 'mixed', step: 1, reach: 9, share: 0.25 },
  { signs: 'positive', step: 0.5, reach: 60, share: 0.125 },
  { signs: 'mixed', step: 0.125, reach: 120, share: 1 },
  { signs: 'mixed', step: 1024, reach: 60, share: 0.06 },
  { signs: 'mixed', step: 64, reach: 60, share: 1 },
];
/** Points of the plain kind: manners in turn, with other seeds each time round. */
export const PLAIN_POINTS = 2 * MANNERS.length;

const fraction = (above: number, below: number): Rational => {
  let [a, b] = [above, below];
  while (!Number.isInteger(b) || !Number.isInteger(a)) [a, b] = [a * 2, b * 2];
  const divisor = ((x: number, y: number): number => {
    while (y !== 0) [x, y] = [y, x % y];
    return Math.abs(x);
  })(a, b);
  return { numerator: BigInt(a / divisor), denominator: BigInt(b / divisor) };
};

const bound = (value: number): Rational => parseDecimal(String(value)) ?? ZERO;

/** A value inside a domain: a short decimal, since steps are powers of two and bounds are decimals. */
export const drawReal = (domain: Domain | undefined, name: string, index: number, shrink = 1): Rational => {
  const manner = MANNERS[index % MANNERS.length] ?? MANNERS[0];
  const seed = mix(hashText(name), index * 7919 + 17);
  const { signs, step, reach, share } = manner ?? { signs: 'positive', step: 8, reach: 24, share: 1 };
  const count = 1 + (seed % reach);
  const size = fraction(count + (step > 1 && count % step === 0 ? 1 : 0), step);
  if (domain === undefined || domain === 'real') {
    const negative = signs === 'negative' || (signs === 'mixed' && (seed >>> 13) % 2 === 1);
    return negative ? { numerator: -size.numerator, denominator: size.denominator } : size;
  }
  if (domain === 'positive') return size;
  const [low, high] = domain;
  if (low === -Infinity && high === Infinity) return drawReal('real', name, index);
  if (high === Infinity) return addRational(bound(low), size) ?? size;
  if (low === -Infinity)
    return addRational(bound(high), { numerator: -size.numerator, denominator: size.denominator }) ?? size;
  const part = fraction(1 + 2 * (seed % Math.max(1, Math.floor(32 * share))), 64 * shrink);
  const width =
    addRational(bound(high), { numerator: -bound(low).numerator, denominator: bound(low).denominator }) ?? ZERO;
  return addRational(bound(low), multiplyRational(width, part) ?? ZERO) ?? bound(low);
};

export const isInside = (value: Rational, domain: Domain | undefined): boolean => {
  if (domain === undefined || domain === 'real') return true;
  if (domain === 'positive') return value.numerator > 0n;
  const [low, high] = domain;
  return (
    (low === -Infinity || compareRational(value, bound(low)) >= 0) &&
    (high === Infinity || compareRational(value, bound(high)) <= 0)
  );
};

/** Whether a symbol can be meant as a count: its domain holds a whole number from 0 on, and not at its ends alone, as [0, 1] does. */
export const holdsCounts = (domain: Domain | undefined): boolean => {
  if (domain === undefined || domain === 'real' || domain === 'positive') return true;
  const [low, high] = domain;
  return low === high ? low >= 0 && Number.isInteger(low) : Math.max(0, Math.floor(low) + 1) < high;
};

/** A whole number inside a domain, for formulas with factorials; any other number where no count can be meant. */
export const drawWhole = (domain: Domain | undefined, name: string, index: number): Rational => {
  if (!holdsCounts(domain)) return drawReal(domain, name, index);
  const seed = mix(hashText(name), index * 104729 + 5);
  if (domain === undefined || domain === 'real' || domain === 'positive') return fraction(1 + (seed % (6 + index)), 1);
  const low = Math.max(0, Math.ceil(domain[0]));
  const high = Math.min(low + 12, Math.floor(domain[1]));
  return fraction(low + (seed % (high - low + 1)), 1);
};

/** A decimal text that anyone can put in again; `a/b` where no finite decimal states the number. */
export const decimalText = ({ numerator, denominator }: Rational): string => {
  let rest = denominator;
  let places = 0;
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  let [twos, fives] = [0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) return `${numerator}/${denominator}`;
  places += Math.max(twos, fives);
  if (places === 0) return numerator.toString();
  const digits = ((numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places)) / denominator;
  const padded = digits.toString().padStart(places + 1, '0');
  return `${numerator < 0n ? '-' : ''}${padded.slice(0, -places)}.${padded.slice(-places)}`;
};

/** A double and the error it has as that rational. */
export const nearestDouble = (value: Rational): readonly [value: number, error: number] => {
  const double = toDouble(value);
  const isExact =
    (value.denominator & (value.denominator - 1n)) === 0n &&
    value.numerator < 9007199254740992n &&
    value.numerator > -9007199254740992n;
  return [double, isExact ? 0 : Math.abs(double) * 2 ** -53 + Number.MIN_VALUE];
};
