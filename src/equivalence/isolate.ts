import { call, negate, number, power, product, quotient, sum } from '../expression/index.js';
import { symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import { exactValue } from './rational.js';

const occurrences = (expr: Expr, symbol: string): number => {
  const text = JSON.stringify(expr);
  return text.split(JSON.stringify({ kind: 'symbol', name: symbol })).length - 1;
};

/**
 * Solves `left = right` for a symbol that stands in it once, by undoing one operation after the other. Two solutions where an even power
 * was undone and the sign is open. Undefined where an operation has no inverse that is a formula.
 */
export const isolate = (left: Expr, right: Expr, symbol: string): readonly Expr[] | undefined => {
  const inLeft = occurrences(left, symbol);
  const inRight = occurrences(right, symbol);
  if (inLeft + inRight !== 1) return undefined;
  return inLeft === 1 ? undo(left, right, symbol) : undo(right, left, symbol);
};

const undo = (expr: Expr, value: Expr, symbol: string): readonly Expr[] | undefined => {
  const holds = (part: Expr): boolean => symbolsOf(part).includes(symbol);
  switch (expr.kind) {
    case 'symbol':
      return [value];
    case 'number':
    case 'constant':
      return undefined;
    case 'negate':
      return undo(expr.argument, negate(value), symbol);
    case 'sum': {
      const inner = expr.terms.find(holds);
      const others = expr.terms.filter((term) => term !== inner).map(negate);
      return inner && undo(inner, sum(value, ...others), symbol);
    }
    case 'product': {
      const inner = expr.factors.find(holds);
      return (
        inner && undo(inner, quotient(value, product(...expr.factors.filter((factor) => factor !== inner))), symbol)
      );
    }
    case 'quotient':
      return holds(expr.numerator)
        ? undo(expr.numerator, product(value, expr.denominator), symbol)
        : undo(expr.denominator, quotient(expr.numerator, value), symbol);
    case 'power': {
      if (holds(expr.exponent)) {
        const isE = expr.base.kind === 'constant' && expr.base.name === 'e';
        return undo(
          expr.exponent,
          isE ? call('ln', value) : quotient(call('ln', value), call('ln', expr.base)),
          symbol,
        );
      }
      const exponent = exactValue(expr.exponent);
      if (exponent === undefined || exponent.numerator === 0n) return undefined;
      const root = power(value, quotient(number(1), expr.exponent));
      if (exponent.denominator !== 1n) return undo(expr.base, root, symbol);
      if (exponent.numerator % 2n !== 0n)
        return undo(expr.base, exponent.numerator === 3n ? call('cbrt', value) : root, symbol);
      const roots = [root, negate(root)].map((branch) => undo(expr.base, branch, symbol));
      const [first, second] = roots;
      return first && second && [...first, ...second];
    }
    case 'call': {
      const [inner] = expr.arguments;
      const inverse = inner && undoCall(expr.name, value);
      return inner && inverse && undo(inner, inverse, symbol);
    }
  }
};

const undoCall = (name: string, value: Expr): Expr | undefined => {
  switch (name) {
    case 'sqrt':
      return power(value, number(2));
    case 'cbrt':
      return power(value, number(3));
    case 'exp':
      return call('ln', value);
    case 'ln':
      return call('exp', value);
    case 'log2':
      return power(number(2), value);
    case 'log10':
      return power(number(10), value);
    default:
      return undefined;
  }
};
