import type { Expr } from '../types.js';
import { prettyName, raisedText } from './letters.js';
import { tightness } from './print-text.js';

const within = (expr: Expr, least: number): string => {
  const text = printUnicode(expr);
  return tightness(expr) < least ? `(${text})` : text;
};

/** One line for people: πₖ·Nₖ/(π₁·N₁ + π₂·N₂). Grouped as `printText` groups. */
export const printUnicode = (expr: Expr): string => {
  switch (expr.kind) {
    case 'number':
      return expr.text;
    case 'constant':
      return expr.name === 'pi' ? 'π' : 'e';
    case 'symbol':
      return prettyName(expr.name);
    case 'negate':
      return `−${within(expr.argument, 3)}`;
    case 'sum':
      return expr.terms.map((term, index) => oneTerm(term, index)).join('');
    case 'product':
      return expr.factors
        .map((factor, index) => within(factor, index === 0 && factor.kind === 'quotient' ? 3 : 4))
        .join('·');
    case 'quotient':
      return `${within(expr.numerator, 3)}/${within(expr.denominator, 4)}`;
    case 'power':
      return onePower(expr.base, expr.exponent);
    case 'call':
      return oneCall(expr);
  }
};

const oneTerm = (term: Expr, index: number): string => {
  if (index === 0) return within(term, 2);
  return term.kind === 'negate' ? ` − ${within(term.argument, 3)}` : ` + ${within(term, 2)}`;
};

/** The exponent as raised characters, where it is a whole number. */
export const raisedExponent = (exponent: Expr): string | undefined => {
  if (exponent.kind === 'number') return raisedText(exponent.text);
  if (exponent.kind !== 'negate' || exponent.argument.kind !== 'number') return undefined;
  return raisedText(`-${exponent.argument.text}`);
};

const onePower = (base: Expr, exponent: Expr): string => {
  const raised = raisedExponent(exponent);
  const isVague = base.kind === 'call' && (base.name === 'sqrt' || base.name === 'cbrt' || base.name === 'factorial');
  const below = within(base, isVague ? 6 : 5);
  return raised === undefined ? `${below}^${within(exponent, 4)}` : `${below}${raised}`;
};

const oneCall = (expr: Expr & { readonly kind: 'call' }): string => {
  const inner = expr.arguments.map((argument) => printUnicode(argument)).join(', ');
  const [first] = expr.arguments;
  const isAtom = first !== undefined && tightness(first) === 5 && first.kind !== 'call';
  switch (expr.name) {
    case 'sqrt':
      return isAtom ? `√${inner}` : `√(${inner})`;
    case 'cbrt':
      return isAtom ? `∛${inner}` : `∛(${inner})`;
    case 'abs':
      return `|${inner}|`;
    case 'factorial':
      return isAtom ? `${inner}!` : `(${inner})!`;
    default:
      return `${prettyFunction(expr.name)}(${inner})`;
  }
};

export const prettyFunction = (name: string): string => (name === 'log10' ? 'log₁₀' : name === 'log2' ? 'log₂' : name);
