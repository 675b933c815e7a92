import type { Expr } from '../types.js';

/** How tightly a node holds together; a part in a tighter place needs parentheses. */
export const tightness = (expr: Expr): number => {
  switch (expr.kind) {
    case 'sum':
      return 1;
    case 'negate':
      return 2;
    case 'product':
    case 'quotient':
      return 3;
    case 'power':
      return 4;
    case 'number':
    case 'constant':
    case 'symbol':
    case 'call':
      return 5;
  }
};

const within = (expr: Expr, least: number): string => {
  const text = printText(expr);
  return tightness(expr) < least ? `(${text})` : text;
};

/**
 * ASCII text with no needless parentheses; `parseFormula` reads it back as the very same Expr (names such as `pi` or `exp`
 * only if the vocabulary offers them).
 */
export const printText = (expr: Expr): string => {
  switch (expr.kind) {
    case 'number':
      return expr.text;
    case 'constant':
    case 'symbol':
      return expr.name;
    case 'negate':
      return `-${within(expr.argument, 3)}`;
    case 'sum':
      return expr.terms.map((term, index) => printTerm(term, index)).join('');
    case 'product':
      return expr.factors.map((factor, index) => printFactor(factor, index)).join('*');
    case 'quotient': {
      const above = expr.numerator;
      return `${within(above, 3)}/${within(expr.denominator, 4)}`;
    }
    case 'power':
      return `${within(expr.base, 5)}^${within(expr.exponent, 4)}`;
    case 'call':
      return `${expr.name}(${expr.arguments.map((argument) => printText(argument)).join(', ')})`;
  }
};

const printTerm = (term: Expr, index: number): string => {
  if (term.kind === 'negate') return index === 0 ? printText(term) : ` - ${within(term.argument, 3)}`;
  return index === 0 ? within(term, 2) : ` + ${within(term, 2)}`;
};

/** A quotient may lead a product, `a/b*c`; further on it needs parentheses, `a*(b/c)`. */
const printFactor = (factor: Expr, index: number): string =>
  index === 0 && factor.kind === 'quotient' ? printText(factor) : within(factor, 4);
