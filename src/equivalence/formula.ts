import { symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import type { Branch, PointKind, RealPoint } from './branch.js';
import { compile } from './compile.js';
import { type DoubleScope, evaluateDouble } from './doubles.js';
import { fixExponents } from './exponents.js';
import type { Program } from './program.js';
import { run } from './run.js';
import { survey } from './survey.js';
import type { Setting } from './setting.js';

/** A formula prepared in one branch of a setting; its values at points are kept. */
export type Prepared = {
  readonly expr: Expr;
  readonly branch: Branch;
  /** The formula as it is evaluated in the reals: without symbols that an identity determines irrationally. */
  readonly real: Expr;
  readonly symbols: readonly string[];
  /** The symbols of the formula as written. */
  readonly written: readonly string[];
  readonly hasFactorial: boolean;
  /** Compiled when first asked for: many a wrong answer is told apart without. */
  readonly program: Program;
  /** Residue at the field point of this number, or `UNDEFINED`. */
  readonly residueAt: (index: number) => number;
  /** The same where every sign known from the domains holds. */
  readonly strictResidueAt: (index: number) => number;
  /** Value at a real point, in doubles; `scope` is overwritten with its error and state. */
  readonly doubleAt: (index: number, kind: PointKind, names: readonly string[]) => RealValue | undefined;
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

export const prepare = (expr: Expr, branch: Branch): Prepared => {
  const { symbols: written, hasFactorial, hasOpenExponent } = survey(expr);
  const fixed = hasOpenExponent ? fixExponents(expr, branch) : expr;
  const real = branch.withoutIrrational(fixed);
  const residues: number[] = [];
  const strictResidues: number[] = [];
  const doubles = { plain: [], whole: [] } as { readonly [kind in PointKind]: (RealValue | undefined)[] };
  let program: Program | undefined;
  let strict: Program | undefined;
  const compiled = (): Program => (program ??= compile(fixed, branch.symbols));
  return {
    expr,
    branch,
    real,
    symbols: real === expr ? written : symbolsOf(real),
    written,
    hasFactorial,
    get program() {
      return compiled();
    },
    residueAt: (index) => (residues[index] ??= run(compiled(), branch.fieldPoint(index))),
    strictResidueAt: (index) => {
      strict ??= compile(fixed, branch.symbols, true);
      return (strictResidues[index] ??= run(strict, branch.fieldPoint(index)));
    },
    doubleAt: (index, kind, names) => {
      const known = doubles[kind][index];
      if (known !== undefined) return known;
      const point = branch.realPoint(index, names, kind);
      return point === undefined ? undefined : (doubles[kind][index] = evaluateReal(real, point));
    },
  };
};

/** Compiles a formula once, to be compared with many. */
export const compileFormula = (expr: Expr, setting: Setting): CompiledFormula => ({
  expr,
  setting,
  branches: setting.branches.map((branch) => prepare(expr, branch)),
});
