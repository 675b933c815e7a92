/** A formula at a point, in double precision. Facts are only suspected here; those that can be are then proved. */

import type { Expr, FunctionName } from '../../types.js';

export type Point = ReadonlyMap<string, number>;

const factorial = (n: number): number => {
  if (!Number.isInteger(n) || n < 0 || n > 170) return Number.NaN;
  let product = 1;
  for (let i = 2; i <= n; i += 1) product *= i;
  return product;
};

const functions: { readonly [Name in FunctionName]: (...args: number[]) => number } = {
  sqrt: Math.sqrt,
  cbrt: Math.cbrt,
  abs: Math.abs,
  exp: Math.exp,
  ln: Math.log,
  log10: Math.log10,
  log2: Math.log2,
  min: Math.min,
  max: Math.max,
  factorial,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
};

/** NaN where the formula is undefined or a symbol has no value. */
export const evaluate = (expr: Expr, point: Point): number => {
  switch (expr.kind) {
    case 'number':
      return Number(expr.text);
    case 'constant':
      return expr.name === 'pi' ? Math.PI : Math.E;
    case 'symbol':
      return point.get(expr.name) ?? Number.NaN;
    case 'negate':
      return -evaluate(expr.argument, point);
    case 'sum':
      return expr.terms.reduce((total, term) => total + evaluate(term, point), 0);
    case 'product':
      return expr.factors.reduce((product, factor) => product * evaluate(factor, point), 1);
    case 'quotient': {
      const denominator = evaluate(expr.denominator, point);
      return denominator === 0 ? Number.NaN : evaluate(expr.numerator, point) / denominator;
    }
    case 'power':
      return evaluate(expr.base, point) ** evaluate(expr.exponent, point);
    case 'call':
      return functions[expr.name](...expr.arguments.map((argument) => evaluate(argument, point)));
  }
};
