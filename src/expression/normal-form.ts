/**
 * A text that only formulas share which are equal by the laws of arithmetic for numbers, order and brackets alone: `(a+b)/2`, `0.5*b + a*1/2` and
 * `(b+a)*3/6`. Such formulas have values at the same places, too: nothing is cancelled but numbers.
 */

import type { Expr } from '../types.js';
import { countNodes } from './tree.js';

/** In lowest terms, the bottom above zero; both whole, and no larger than doubles hold exactly. */
type Ratio = { readonly top: number; readonly bottom: number };

/** A number times factors over factors, each as a text, in order; a factor may occur several times. */
type Monomial = Ratio & {
  readonly above: readonly string[];
  readonly below: readonly string[];
  /** The terms of its only factor, where that is a sum. */
  readonly terms: readonly Monomial[] | undefined;
};

/** Longer formulas are left to whoever computes with them, and so are longer numbers. */
const mostNodes = 400;
const mostPower = 12;

/** Nothing where the formula is long, has long numbers, or adds up to zero somewhere: that is for the equality to look at. */
export const normalForm = (expr: Expr): string | undefined => {
  const found = countNodes(expr) > mostNodes ? undefined : monomialOf(expr);
  return found === undefined ? undefined : wholeText(found);
};

const none: readonly string[] = [];

const factor = (text: string): Monomial => ({ top: 1, bottom: 1, above: [text], below: none, terms: undefined });

const monomialOf = (expr: Expr): Monomial | undefined => {
  switch (expr.kind) {
    case 'number':
      return numberOf(expr.text);
    case 'symbol':
      return factor(expr.name);
    case 'constant':
      return factor(`#${expr.name}`);
    case 'negate':
      return scale(monomialOf(expr.argument), -1, 1);
    case 'product': {
      let product: Monomial | undefined;
      for (const [i, each] of expr.factors.entries()) {
        const next = monomialOf(each);
        product = i === 0 ? next : multiply(product, next);
        if (product === undefined) return undefined;
      }
      return product;
    }
    case 'quotient':
      return divide(monomialOf(expr.numerator), monomialOf(expr.denominator));
    case 'sum':
      return add(expr.terms);
    case 'power':
      return raise(monomialOf(expr.base), expr.exponent);
    case 'call': {
      const parts: string[] = [];
      for (const argument of expr.arguments) {
        const part = monomialOf(argument);
        if (part === undefined) return undefined;
        parts.push(wholeText(part));
      }
      const isSymmetric = expr.name === 'min' || expr.name === 'max';
      return factor(`${expr.name}(${(isSymmetric ? parts.sort() : parts).join()})`);
    }
  }
};

const isNumber = ({ above, below }: Monomial): boolean => above.length === 0 && below.length === 0;

const joined = (a: readonly string[], b: readonly string[]): readonly string[] =>
  a.length === 0 ? b : b.length === 0 ? a : [...a, ...b].sort();

/** A factor that is a number leaves the other as it is, so that its terms stay known. */
const multiply = (a: Monomial | undefined, b: Monomial | undefined): Monomial | undefined => {
  if (a === undefined || b === undefined) return undefined;
  if (isNumber(a)) return scale(b, a.top, a.bottom);
  const scaled = scale(a, b.top, b.bottom);
  if (scaled === undefined || isNumber(b)) return scaled;
  const { top, bottom } = scaled;
  return { top, bottom, above: joined(a.above, b.above), below: joined(a.below, b.below), terms: undefined };
};

/** What stands below a fraction bar that is below another one says where there is no value: it stays together. */
const divide = (a: Monomial | undefined, b: Monomial | undefined): Monomial | undefined => {
  if (b === undefined) return undefined;
  const scaled = scale(a, b.bottom, b.top);
  if (scaled === undefined || isNumber(b)) return scaled;
  const { top, bottom, above, below } = scaled;
  const divisor = b.below.length === 0 ? b.above : [`(${factorsText(b)})`];
  return { top, bottom, above, below: joined(below, divisor), terms: undefined };
};

const raise = (of: Monomial | undefined, exponent: Expr): Monomial | undefined => {
  if (of === undefined) return undefined;
  const count = exponent.kind === 'number' && exponent.text.length <= 2 ? Number(exponent.text) : 0;
  if (count === 1) return of;
  if (count < 1 || count > mostPower || !Number.isInteger(count)) {
    const to = monomialOf(exponent);
    return to && factor(`(${wholeText(of)})^(${wholeText(to)})`);
  }
  let power = of;
  for (let times = 1; times < count; times += 1) {
    const next = multiply({ ...power, terms: undefined }, of);
    if (next === undefined) return undefined;
    power = next;
  }
  return power;
};

/** Terms that are alike are put together; what all terms have in common as a number stands before the sum, whose first term has a plus. */
const add = (parts: readonly Expr[]): Monomial | undefined => {
  const byText = new Map<string, Monomial>();
  const take = (term: Monomial): boolean => {
    const text = factorsText(term);
    const same = byText.get(text);
    const together = same === undefined ? term : plus(same, term);
    if (together === undefined) return false;
    byText.set(text, together);
    return true;
  };
  for (const part of parts) {
    const of = monomialOf(part);
    if (of === undefined) return undefined;
    if (of.terms === undefined) {
      if (!take(of)) return undefined;
      continue;
    }
    for (const inner of of.terms) {
      const term = scale(inner, of.top, of.bottom);
      if (term === undefined || !take(term)) return undefined;
    }
  }
  const texts = [...byText.keys()].sort();
  const first = byText.get(texts[0] ?? '');
  if (first === undefined || texts.length === 1) return first;
  let top = 0;
  let bottom = 1;
  for (const term of byText.values()) {
    top = greatestDivisor(top, term.top);
    bottom *= term.bottom / greatestDivisor(bottom, term.bottom);
  }
  if (!Number.isSafeInteger(bottom)) return undefined;
  if (first.top < 0) top = -top;
  const terms: Monomial[] = [];
  let text = '(';
  for (const each of texts) {
    const term = scale(byText.get(each), bottom, top);
    if (term === undefined) return undefined;
    terms.push(term);
    text += `${terms.length === 1 ? '' : '+'}${term.top}/${term.bottom}:${each}`;
  }
  return { top, bottom, above: [`${text})`], below: none, terms };
};

/** Times top/bottom; nothing where the numbers are too large. */
const scale = (of: Monomial | undefined, top: number, bottom: number): Monomial | undefined => {
  if (of === undefined || (top === 1 && bottom === 1)) return of;
  const value = reduced(of.top * top, of.bottom * bottom);
  return value && { top: value.top, bottom: value.bottom, above: of.above, below: of.below, terms: of.terms };
};

const plus = (a: Monomial, b: Monomial): Monomial | undefined => {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return undefined;
  const value = reduced(left + right, a.bottom * b.bottom);
  return value && { ...a, ...value };
};

/** Nothing for zero, and for what doubles do not hold exactly. */
const reduced = (top: number, bottom: number): Ratio | undefined => {
  if (top === 0 || !Number.isSafeInteger(top) || !Number.isSafeInteger(bottom)) return undefined;
  const divisor = greatestDivisor(top, bottom) * (bottom < 0 ? -1 : 1);
  return { top: top / divisor, bottom: bottom / divisor };
};

const greatestDivisor = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
};

/** The value of a decimal such as `12` or `0.5`; nothing where it is zero, long, or written with an exponent. */
const numberOf = (text: string): Monomial | undefined => {
  if (text.length > 15) return undefined;
  const point = text.indexOf('.');
  const digits = point < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  for (let i = 0; i < digits.length; i += 1) {
    const code = digits.charCodeAt(i);
    if (code < 48 || code > 57) return undefined;
  }
  const value = reduced(Number(digits), point < 0 ? 1 : 10 ** (text.length - 1 - point));
  return value && { top: value.top, bottom: value.bottom, above: none, below: none, terms: undefined };
};

const factorsText = ({ above, below }: Monomial): string =>
  below.length === 0 ? textOf(above) : `${textOf(above)}/${textOf(below)}`;
const textOf = (factors: readonly string[]): string => (factors.length === 1 ? (factors[0] ?? '') : factors.join('*'));

const wholeText = (of: Monomial): string => `${of.top}/${of.bottom}:${factorsText(of)}`;
