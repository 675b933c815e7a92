import { children, symbolsOf } from '../expression/index.js';
import type { Domains, Expr } from '../types.js';
import type { Prepared } from './formula.js';
import { rangeOf } from './ranges.js';
import { exactValue } from './rational.js';
import { holdsCounts } from './real-points.js';
import { run, UNDEFINED } from './run.js';
import { compile } from './compile.js';

/**
 * Whether it is certain that a formula has a value for no values of its symbols: it divides by what is always zero, or takes a root or
 * logarithm of what is never positive enough.
 */
export const hasNoValue = (formula: Prepared): boolean => lacksValue(formula.real, formula);

const lacksValue = (expr: Expr, formula: Prepared): boolean =>
  lacksHere(expr, formula) || children(expr).some((part) => lacksValue(part, formula));

const lacksHere = (expr: Expr, formula: Prepared): boolean => {
  const { domains } = formula.branch;
  if (expr.kind === 'quotient') return isAlwaysZero(expr.denominator, formula);
  if (expr.kind === 'power') {
    const exponent = exactValue(expr.exponent);
    if (exponent === undefined) return false;
    if (exponent.numerator < 0n) return isAlwaysZero(expr.base, formula);
    // An odd root of a negative number is given a value by some conventions: that is left open.
    return exponent.denominator % 2n === 0n && isNegative(expr.base, domains);
  }
  if (expr.kind !== 'call') return false;
  const [of] = expr.arguments;
  if (of === undefined) return false;
  const [low, high] = rangeOf(of, domains);
  switch (expr.name) {
    case 'sqrt':
      return high < 0;
    case 'ln':
    case 'log2':
    case 'log10':
      return high < 0 || isAlwaysZero(of, formula);
    case 'asin':
    case 'acos':
      return low > 1 || high < -1;
    case 'factorial':
      return high < 0 || symbolsOf(of).some((name) => !holdsCounts(domainIn(domains, name)));
    default:
      return false;
  }
};

const domainIn = (domains: Domains, name: string): Domains[string] | undefined =>
  Object.hasOwn(domains, name) ? domains[name] : undefined;

const isNegative = (expr: Expr, domains: Domains): boolean => rangeOf(expr, domains)[1] < 0;

const isAlwaysZero = (expr: Expr, { branch }: Prepared): boolean => {
  const exact = exactValue(expr);
  if (exact !== undefined) return exact.numerator === 0n;
  const [low, high] = rangeOf(expr, branch.domains);
  if (low > 0 || high < 0) return false;
  const program = compile(expr, branch.symbols);
  let zeros = 0;
  for (let index = 0; index < 100 && zeros < 6; index++) {
    const value = run(program, branch.fieldPoint(index));
    if (value === UNDEFINED) continue;
    if (value !== 0) return false;
    zeros++;
  }
  return zeros === 6;
};
