import type { Expr, FunctionName } from '../types.js';

/** A non-negative decimal such as `0.5`, `12` or `1e-30`; the text is kept as it stands. */
export const number = (text: string | number): Expr => ({ kind: 'number', text: String(text) });

export const symbol = (name: string): Expr => ({ kind: 'symbol', name });

export const constant = (name: 'pi' | 'e'): Expr => ({ kind: 'constant', name });

export const negate = (argument: Expr): Expr => ({ kind: 'negate', argument });

/** No terms: 0. One term: itself. Sums inside sums stay as they are. */
export const sum = (...terms: readonly Expr[]): Expr => sumOf(terms);

/** The same of a list. */
export const sumOf = (terms: readonly Expr[]): Expr =>
  terms.length > 1 ? { kind: 'sum', terms } : (terms[0] ?? number(0));

/** No factors: 1. One factor: itself. Products inside products stay as they are. */
export const product = (...factors: readonly Expr[]): Expr => productOf(factors);

/** The same of a list. */
export const productOf = (factors: readonly Expr[]): Expr =>
  factors.length > 1 ? { kind: 'product', factors } : (factors[0] ?? number(1));

export const quotient = (numerator: Expr, denominator: Expr): Expr => ({ kind: 'quotient', numerator, denominator });

export const power = (base: Expr, exponent: Expr): Expr => ({ kind: 'power', base, exponent });

export const call = (name: FunctionName, ...args: readonly Expr[]): Expr => ({ kind: 'call', name, arguments: args });
