import { symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';

/** What has to be known of a formula before it is compiled, found in one walk. */
export type Survey = {
  /** The names of the symbols, each once. */
  readonly symbols: readonly string[];
  /** The symbols of which there are factorials: they stand for counts, and are sampled at whole numbers. */
  readonly counts: readonly string[];
  /** An exponent that is more than a number or a quotient of two, on a base other than e. */
  readonly hasOpenExponent: boolean;
  /** How many digits its numbers have, all told. */
  readonly digits: number;
};

export const survey = (expr: Expr): Survey => {
  const found: Found = { symbols: [], counts: NONE, hasOpenExponent: false, digits: 0 };
  visit(expr, found);
  return found;
};

type Found = { readonly symbols: string[]; counts: readonly string[]; hasOpenExponent: boolean; digits: number };
const NONE: readonly string[] = [];

/** A number as it is mostly written: 2, −1, 1/2. */
const isStated = (exponent: Expr): boolean => {
  if (exponent.kind === 'negate') return isStated(exponent.argument);
  if (exponent.kind === 'quotient') return isStated(exponent.numerator) && isStated(exponent.denominator);
  return exponent.kind === 'number';
};

const countDigits = (text: string): number => {
  let count = 0;
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (code >= 48 && code <= 57) count++;
  }
  return count;
};

/** A loop of its own: `includes` costs more than all the rest of the walk. */
const addOnce = (name: string, names: string[]): void => {
  for (let k = 0; k < names.length; k++) if (names[k] === name) return;
  names.push(name);
};

const visitAll = (parts: readonly Expr[], found: Found): void => {
  for (let k = 0; k < parts.length; k++) visit(parts[k] as Expr, found);
};

const visit = (part: Expr, found: Found): void => {
  switch (part.kind) {
    case 'number':
      found.digits += countDigits(part.text);
      return;
    case 'constant':
      return;
    case 'symbol':
      return addOnce(part.name, found.symbols);
    case 'negate':
      return visit(part.argument, found);
    case 'sum':
      return visitAll(part.terms, found);
    case 'product':
      return visitAll(part.factors, found);
    case 'quotient':
      visit(part.numerator, found);
      return visit(part.denominator, found);
    case 'power':
      if (part.base.kind !== 'constant' && !isStated(part.exponent)) found.hasOpenExponent = true;
      visit(part.base, found);
      return visit(part.exponent, found);
    case 'call':
      if (part.name === 'factorial') found.counts = [...new Set([...found.counts, ...symbolsOf(part)])];
      return visitAll(part.arguments, found);
  }
};
