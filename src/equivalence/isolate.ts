import { call, negate, number, power, product, quotient, sum } from '../expression/index.js';
import { symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import { exactValue } from './rational.js';

const occurrences = (expr: Expr, symbol: string): number => {
  const text = JSON.stringify(expr);
  return text.split(JSON.stringify({ kind: 'symbol', name: symbol })).length - 1;
};

/** A formula that was divided by, and those that it was divided from: zero together, they may solve the equation in another way. */
export type Division = { readonly divisor: Expr; readonly others: readonly Expr[] };

/**
 * Solves `left = right` for a symbol that stands in it once, by undoing one operation after the other. Two solutions where an even power
 * was undone and the sign is open. Undefined where an operation has no inverse that is a formula. What is divided by is added to `divisions`.
 */
export const isolate = (
  left: Expr,
  right: Expr,
  symbol: string,
  divisions: Division[],
): readonly Expr[] | undefined => {
  const inLeft = occurrences(left, symbol);
  const inRight = occurrences(right, symbol);
  if (inLeft + inRight !== 1) return undefined;
  return inLeft === 1 ? undo(left, right, symbol, divisions) : undo(right, left, symbol, divisions);
};

const undo = (expr: Expr, value: Expr, symbol: string, divisions: Division[]): readonly Expr[] | undefined => {
  const inside = (inner: Expr, known: Expr): readonly Expr[] | undefined => undo(inner, known, symbol, divisions);
  const holds = (part: Expr): boolean => symbolsOf(part).includes(symbol);
  switch (expr.kind) {
    case 'symbol':
      return [value];
    case 'number':
    case 'constant':
      return undefined;
    case 'negate':
      return inside(expr.argument, negate(value));
    case 'sum': {
      const inner = expr.terms.find(holds);
      const others = expr.terms.filter((term) => term !== inner).map(negate);
      return inner && inside(inner, sum(value, ...others));
    }
    case 'product': {
      const inner = expr.factors.find(holds);
      const others = product(...expr.factors.filter((factor) => factor !== inner));
      divisions.push({ divisor: others, others: [value] });
      return inner && inside(inner, quotient(value, others));
    }
    case 'quotient':
      if (holds(expr.numerator)) return inside(expr.numerator, product(value, expr.denominator));
      divisions.push({ divisor: value, others: [expr.numerator] });
      return inside(expr.denominator, quotient(expr.numerator, value));
    case 'power': {
      if (holds(expr.exponent)) {
        const isE = expr.base.kind === 'constant' && expr.base.name === 'e';
        if (isE) return inside(expr.exponent, call('ln', value));
        const scale = call('ln', expr.base);
        divisions.push({ divisor: scale, others: [call('ln', value)] });
        return inside(expr.exponent, quotient(call('ln', value), scale));
      }
      const exponent = exactValue(expr.exponent);
      if (exponent === undefined || exponent.numerator === 0n) return undefined;
      const root = power(value, quotient(number(1), expr.exponent));
      if (exponent.denominator !== 1n) return inside(expr.base, root);
      if (exponent.numerator % 2n !== 0n) return inside(expr.base, oddRoot(value, expr.exponent, exponent.numerator));
      const roots = [root, negate(root)].map((branch) => inside(expr.base, branch));
      const [first, second] = roots;
      return first && second && [...first, ...second];
    }
    case 'call': {
      const [inner] = expr.arguments;
      const inverse = inner && undoCall(expr.name, value);
      return inner && inverse && inside(inner, inverse);
    }
  }
};

/** The root of odd order, which a negative number has, too: with the sign taken out. */
const oddRoot = (value: Expr, order: Expr, exact: bigint): Expr => {
  if (exact === 1n) return value;
  if (exact === 3n) return call('cbrt', value);
  const size = call('abs', value);
  return product(quotient(value, size), power(size, quotient(number(1), order)));
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
