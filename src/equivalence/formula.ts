import { children, symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import type { Branch, RealPoint } from './branch.js';
import { compile } from './compile.js';
import { type DoubleScope, evaluateDouble } from './doubles.js';
import type { Program } from './program.js';
import { run } from './run.js';
import type { Setting } from './setting.js';

/** A formula prepared in one branch of a setting; its values at points are kept. */
export type Prepared = {
  readonly expr: Expr;
  readonly branch: Branch;
  /** The formula as it is evaluated in the reals: without symbols that an identity determines irrationally. */
  readonly real: Expr;
  readonly symbols: readonly string[];
  readonly hasFactorial: boolean;
  readonly program: Program;
  /** The program with sign assertions, made when first needed. */
  readonly strict: () => Program;
  /** Residue at the field point of this number, or `UNDEFINED`. */
  readonly residueAt: (index: number) => number;
  readonly strictResidueAt: (index: number) => number;
  /** Value at a real point, in doubles; `scope` is overwritten with its error and state. */
  readonly doubleAt: (index: number, kind: 'plain' | 'whole', names: readonly string[]) => RealValue | undefined;
};
export type RealValue = { readonly value: number; readonly error: number; readonly state: 0 | 1 | 2 };

export const evaluateReal = (expr: Expr, point: RealPoint): RealValue => {
  const scope: DoubleScope = { values: point.doubles, errors: point.errors, error: 0, state: 0 };
  const value = evaluateDouble(expr, scope);
  return { value, error: scope.error, state: scope.state };
};

/** A formula prepared in a setting, in all its branches. */
export type CompiledFormula = {
  readonly expr: Expr;
  readonly setting: Setting;
  readonly branches: readonly Prepared[];
};

const holdsFactorial = (expr: Expr): boolean =>
  (expr.kind === 'call' && expr.name === 'factorial' && symbolsOf(expr).length > 0) ||
  children(expr).some(holdsFactorial);

export const prepare = (expr: Expr, branch: Branch): Prepared => {
  const program = compile(expr, branch.symbols);
  const real = branch.withoutIrrational(expr);
  const residues: number[] = [];
  const strictResidues: number[] = [];
  const doubles = new Map<string, RealValue | undefined>();
  let strict: Program | undefined;
  const strictProgram = (): Program => (strict ??= compile(expr, branch.symbols, true));
  const symbols = symbolsOf(real);
  return {
    expr,
    branch,
    real,
    symbols,
    hasFactorial: holdsFactorial(expr),
    program,
    strict: strictProgram,
    residueAt: (index) => (residues[index] ??= run(program, branch.fieldPoint(index))),
    strictResidueAt: (index) => (strictResidues[index] ??= run(strictProgram(), branch.fieldPoint(index))),
    doubleAt: (index, kind, names) => {
      const key = `${kind}${index}`;
      if (doubles.has(key)) return doubles.get(key);
      const point = branch.realPoint(index, names, kind);
      let result: RealValue | undefined;
      if (point !== undefined) result = evaluateReal(real, point);
      doubles.set(key, result);
      return result;
    },
  };
};

/** Compiles a formula once, to be compared with many. */
export const compileFormula = (expr: Expr, setting: Setting): CompiledFormula => ({
  expr,
  setting,
  branches: setting.branches.map((branch) => prepare(expr, branch)),
});
