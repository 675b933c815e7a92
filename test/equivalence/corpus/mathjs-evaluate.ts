import { all, type BigNumber, create, type FactoryFunctionMap } from 'mathjs';
import type { Expr } from '../../../src/types.js';

/** An evaluator that shares nothing with the engine but the tree: mathjs BigNumber. */
export const makeEvaluator = (
  digits: number,
): ((expr: Expr, values: Readonly<Record<string, string>>) => BigNumber | undefined) => {
  const math = create(all as FactoryFunctionMap, { number: 'BigNumber', precision: digits });
  const big = (text: string): BigNumber => {
    const [above = '0', below] = text.split('/');
    return below === undefined ? math.bignumber(above) : math.bignumber(above).div(math.bignumber(below));
  };
  const pi = math.bignumber(math.evaluate('pi') as BigNumber);
  const constants = { pi, e: math.bignumber(1).exp() };
  const third = math.bignumber(1).div(3);
  const evaluate = (expr: Expr, values: Readonly<Record<string, string>>): BigNumber => {
    const value = evaluatePart(expr, values);
    if (!value.isFinite()) throw new RangeError('No value here.');
    return value;
  };
  const evaluatePart = (expr: Expr, values: Readonly<Record<string, string>>): BigNumber => {
    const at = (part: Expr | undefined): BigNumber => {
      if (part === undefined) throw new Error('A part is missing.');
      return evaluate(part, values);
    };
    switch (expr.kind) {
      case 'number':
        return math.bignumber(expr.text);
      case 'constant':
        return constants[expr.name];
      case 'symbol':
        return big(values[expr.name] ?? 'NaN');
      case 'negate':
        return at(expr.argument).neg();
      case 'sum':
        return expr.terms.map(at).reduce((a, b) => a.plus(b));
      case 'product':
        return expr.factors.map(at).reduce((a, b) => a.times(b));
      case 'quotient':
        return at(expr.numerator).div(at(expr.denominator));
      case 'power':
        return at(expr.base).pow(at(expr.exponent));
      case 'call': {
        const [first] = expr.arguments;
        const value = at(first);
        switch (expr.name) {
          case 'sqrt':
            return value.sqrt();
          case 'cbrt':
            return value.isNegative() ? value.neg().pow(third).neg() : value.pow(third);
          case 'abs':
            return value.abs();
          case 'exp':
            return value.exp();
          case 'ln':
            return value.ln();
          case 'log10':
            return value.log(10);
          case 'log2':
            return value.log(2);
          case 'min':
            return expr.arguments.map(at).reduce((a, b) => (a.lt(b) ? a : b));
          case 'max':
            return expr.arguments.map(at).reduce((a, b) => (a.gt(b) ? a : b));
          case 'factorial':
            return math.factorial<BigNumber>(value);
          case 'sin':
          case 'cos':
          case 'tan':
          case 'asin':
          case 'acos':
          case 'atan':
          case 'sinh':
          case 'cosh':
          case 'tanh':
            return value[expr.name]();
        }
      }
    }
  };
  return (expr, values) => {
    try {
      return evaluate(expr, values);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };
};
