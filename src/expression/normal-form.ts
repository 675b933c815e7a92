/**
 * A text that only formulas share which are equal by the laws of arithmetic for numbers, order and brackets alone: `(a+b)/2`, `0.5*b + a*1/2` and
 * `(b+a)*3/6`. Such formulas have values at the same places, too: nothing is cancelled but numbers.
 */

import type { Expr } from '../types.js';
import { countNodes } from './tree.js';

/** A number times factors over factors; a factor is known by its text, and may occur several times. */
type Monomial = Ratio & {
  readonly above: ReadonlyMap<string, number>;
  readonly below: ReadonlyMap<string, number>;
  /** The terms of its only factor, where that is a sum. */
  readonly terms?: readonly Monomial[];
};

/** In lowest terms, the bottom above zero. */
type Ratio = { readonly top: bigint; readonly bottom: bigint };

/** Longer formulas and numbers are left to whoever computes with them. */
const mostNodes = 400;
const mostDigits = 40;
const mostPower = 12;

/** Nothing where the formula is long, has a factor zero, or adds up to zero somewhere: that is for the equality to look at. */
export const normalForm = (expr: Expr): string | undefined => {
  const found = countNodes(expr) > mostNodes ? undefined : monomialOf(expr);
  return found === undefined ? undefined : wholeText(found);
};

const none: ReadonlyMap<string, number> = new Map();
const one: Ratio = { top: 1n, bottom: 1n };

const monomialOf = (expr: Expr): Monomial | undefined => {
  switch (expr.kind) {
    case 'number': {
      const value = ratioOf(expr.text);
      return value && { ...value, above: none, below: none };
    }
    case 'symbol':
      return factor(expr.name);
    case 'constant':
      return factor(`#${expr.name}`);
    case 'negate':
      return scaled(monomialOf(expr.argument), { top: -1n, bottom: 1n });
    case 'product':
      return all(expr.factors)?.reduce(multiply);
    case 'quotient':
      return divide(monomialOf(expr.numerator), monomialOf(expr.denominator));
    case 'sum':
      return add(all(expr.terms));
    case 'power':
      return raise(expr.base, expr.exponent);
    case 'call': {
      const parts = all(expr.arguments)?.map(wholeText);
      const isSymmetric = expr.name === 'min' || expr.name === 'max';
      return parts && factor(`${expr.name}(${(isSymmetric ? parts.sort() : parts).join()})`);
    }
  }
};

const all = (parts: readonly Expr[]): readonly Monomial[] | undefined => {
  const found: Monomial[] = [];
  for (const part of parts) {
    const each = monomialOf(part);
    if (each === undefined) return undefined;
    found.push(each);
  }
  return found;
};

const factor = (text: string): Monomial => ({ ...one, above: new Map([[text, 1]]), below: none });

const joined = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> => {
  if (a.size === 0 || b.size === 0) return a.size === 0 ? b : a;
  const counts = new Map(a);
  for (const [text, count] of b) counts.set(text, (counts.get(text) ?? 0) + count);
  return counts;
};

/** A factor that is a number leaves the other as it is, so that its terms stay known. */
const multiply = (a: Monomial, b: Monomial): Monomial => {
  if (isNumber(a)) return scale(b, a);
  if (isNumber(b)) return scale(a, b);
  return { ...times(a, b), above: joined(a.above, b.above), below: joined(a.below, b.below) };
};

/** What stands below a fraction bar that is below another one says where there is no value: it stays together. */
const divide = (a: Monomial | undefined, b: Monomial | undefined): Monomial | undefined => {
  if (a === undefined || b === undefined) return undefined;
  const { top, bottom } = b;
  const value = scale(a, top < 0n ? { top: -bottom, bottom: -top } : { top: bottom, bottom: top });
  if (isNumber(b)) return value;
  const divisor = b.below.size === 0 ? b.above : new Map([[`(${factorsText(b)})`, 1]]);
  return { top: value.top, bottom: value.bottom, above: value.above, below: joined(value.below, divisor) };
};

const raise = (base: Expr, exponent: Expr): Monomial | undefined => {
  const of = monomialOf(base);
  const count = exponent.kind === 'number' && /^\d{1,2}$/.test(exponent.text) ? Number(exponent.text) : 0;
  if (of === undefined) return undefined;
  if (count === 1) return of;
  if (count < 1 || count > mostPower) {
    const to = monomialOf(exponent);
    return to && factor(`(${wholeText(of)})^(${wholeText(to)})`);
  }
  const often = (factors: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
    new Map([...factors].map(([text, times]) => [text, times * count]));
  const power = BigInt(count);
  return { top: of.top ** power, bottom: of.bottom ** power, above: often(of.above), below: often(of.below) };
};

/** Terms that are alike are put together; what all terms have in common as a number stands before the sum, whose first term has a plus. */
const add = (parts: readonly Monomial[] | undefined): Monomial | undefined => {
  if (parts === undefined) return undefined;
  const byText = new Map<string, Monomial>();
  for (const part of parts.flatMap(termsOf)) {
    const text = factorsText(part);
    const same = byText.get(text);
    byText.set(text, same === undefined ? part : { ...part, ...plus(same, part) });
  }
  const terms = [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term);
  const [first] = terms;
  if (first === undefined || terms.some(({ top }) => top === 0n)) return undefined;
  if (terms.length === 1) return first;
  const content = contentOf(terms, first.top < 0n);
  const primitive = terms.map((term) => scale(term, { top: content.bottom, bottom: content.top }));
  const text = `(${primitive.map(wholeText).join('+')})`;
  return { ...content, above: new Map([[text, 1]]), below: none, terms: primitive };
};

const termsOf = (part: Monomial): readonly Monomial[] => part.terms?.map((term) => scale(term, part)) ?? [part];

/** The largest number that divides all of them; below zero where that is asked. */
const contentOf = (terms: readonly Ratio[], isNegative: boolean): Ratio => {
  let top = 0n;
  let bottom = 1n;
  for (const term of terms) {
    top = greatestDivisor(top, term.top);
    bottom = (bottom / greatestDivisor(bottom, term.bottom)) * term.bottom;
  }
  return { top: isNegative ? -top : top, bottom };
};

const isNumber = ({ above, below }: Monomial): boolean => above.size === 0 && below.size === 0;

const scaled = (of: Monomial | undefined, by: Ratio): Monomial | undefined => of && scale(of, by);
const scale = (of: Monomial, by: Ratio): Monomial => ({ ...of, ...times(of, by) });

const times = (a: Ratio, b: Ratio): Ratio => reduced(a.top * b.top, a.bottom * b.bottom);
const plus = (a: Ratio, b: Ratio): Ratio => reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);

const reduced = (top: bigint, bottom: bigint): Ratio => {
  const divisor = greatestDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { top: top / divisor, bottom: bottom / divisor };
};

const greatestDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** The value of a decimal such as `0.5` or `1e-3`; nothing where it is zero or long. */
const ratioOf = (text: string): Ratio | undefined => {
  const [, whole = '', fraction = '', exponent = '0'] = /^(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,2}))?$/.exec(text) ?? [];
  const digits = whole + fraction;
  if (digits === '' || digits.length > mostDigits) return undefined;
  const power = Number(exponent) - fraction.length;
  const value = BigInt(digits);
  if (value === 0n) return undefined;
  return power < 0 ? reduced(value, 10n ** BigInt(-power)) : { top: value * 10n ** BigInt(power), bottom: 1n };
};

const listed = (factors: ReadonlyMap<string, number>): string =>
  [...factors]
    .map(([text, count]) => (count === 1 ? text : `${text}^${count}`))
    .sort()
    .join('*');

const factorsText = ({ above, below }: Monomial): string =>
  below.size === 0 ? listed(above) : `${listed(above)}/${listed(below)}`;

const wholeText = (of: Monomial): string => `${of.top}/${of.bottom}:${factorsText(of)}`;
