import { mapChildren, negate, number, quotient } from '../expression/index.js';
import type { Expr } from '../types.js';
import type { Branch } from './branch.js';
import { compile } from './compile.js';
import { guessConstant } from './guess-constant.js';
import { exactValue } from './rational.js';
import { rangeOf } from './ranges.js';
import { run } from './run.js';

/**
 * Replaces exponents that the identities force to be a number by that number: (x − m)^(a + b) with a + b = 1 has a value also for negative x − m.
 * Exponents of bases that are positive anyway are left alone.
 */
export const fixExponents = (expr: Expr, branch: Branch): Expr => {
  const changed = mapChildren(expr, (part) => fixExponents(part, branch));
  if (changed.kind !== 'power' || exactValue(changed.exponent) !== undefined || changed.base.kind === 'constant')
    return changed;
  if (rangeOf(changed.base, branch.domains)[0] >= 0) return changed;
  const exponent = constantIn(changed.exponent, branch);
  return exponent === undefined ? changed : { ...changed, exponent };
};

const constantIn = (expr: Expr, branch: Branch): Expr | undefined => {
  const program = compile(expr, branch.symbols);
  const value = guessConstant(
    (index) => run(program, branch.fieldPoint(index)),
    (index) => branch.fieldPoint(index).chain.moduli[1],
  );
  if (value === undefined) return undefined;
  const [above, below] = value;
  const size = number(String(above < 0n ? -above : above));
  const whole = below === 1n ? size : quotient(size, number(String(below)));
  return above < 0n ? negate(whole) : whole;
};
