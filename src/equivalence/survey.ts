import type { Expr } from '../types.js';

/** What has to be known of a formula before it is compiled, found in one walk. */
export type Survey = {
  /** The names of the symbols, each once. */
  readonly symbols: readonly string[];
  /** A factorial of something with symbols: sample points have to be whole numbers. */
  readonly hasFactorial: boolean;
  /** An exponent that is more than a number, on a base other than e. */
  readonly hasOpenExponent: boolean;
};

export const survey = (expr: Expr): Survey => {
  const found: Found = { symbols: [], hasFactorial: false, hasOpenExponent: false };
  visit(expr, found);
  if (found.symbols.length === 0) found.hasFactorial = false;
  return found;
};

type Found = { readonly symbols: string[]; hasFactorial: boolean; hasOpenExponent: boolean };

const visitAll = (parts: readonly Expr[], found: Found): void => {
  for (let k = 0; k < parts.length; k++) visit(parts[k] as Expr, found);
};

const visit = (part: Expr, found: Found): void => {
  switch (part.kind) {
    case 'number':
    case 'constant':
      return;
    case 'symbol':
      if (!found.symbols.includes(part.name)) found.symbols.push(part.name);
      return;
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
      if (part.exponent.kind !== 'number' && part.base.kind !== 'constant') found.hasOpenExponent = true;
      visit(part.base, found);
      return visit(part.exponent, found);
    case 'call':
      if (part.name === 'factorial') found.hasFactorial = true;
      return visitAll(part.arguments, found);
  }
};
