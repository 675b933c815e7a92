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
  const symbols: string[] = [];
  let hasFactorial = false;
  let hasOpenExponent = false;
  const visitAll = (parts: readonly Expr[]): void => {
    for (const part of parts) visit(part);
  };
  const visit = (part: Expr): void => {
    switch (part.kind) {
      case 'number':
      case 'constant':
        return;
      case 'symbol':
        if (!symbols.includes(part.name)) symbols.push(part.name);
        return;
      case 'negate':
        return visit(part.argument);
      case 'sum':
        return visitAll(part.terms);
      case 'product':
        return visitAll(part.factors);
      case 'quotient':
        visit(part.numerator);
        return visit(part.denominator);
      case 'power':
        hasOpenExponent ||= part.exponent.kind !== 'number' && part.base.kind !== 'constant';
        visit(part.base);
        return visit(part.exponent);
      case 'call':
        hasFactorial ||= part.name === 'factorial';
        return visitAll(part.arguments);
    }
  };
  visit(expr);
  return { symbols, hasFactorial: hasFactorial && symbols.length > 0, hasOpenExponent };
};
