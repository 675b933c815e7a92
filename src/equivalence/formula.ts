import { symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import { type Branch, PLAIN, type PointKind, type RealPoint } from './branch.js';
import { compile } from './compile.js';
import { type DoubleScope, evaluateDouble } from './doubles.js';
import { fixExponents } from './exponents.js';
import type { Program } from './program.js';
import { run } from './run.js';
import { survey } from './survey.js';
import type { Setting } from './setting.js';

/** A formula prepared in one branch of a setting. What is found out about it is kept with it, so it is not data to be sent or stored. */
export type Prepared = {
  readonly expr: Expr;
  readonly branch: Branch;
  /** The formula with exponents that the identities force to be a number. */
  readonly fixed: Expr;
  /** The formula as it is evaluated in the reals: without symbols that an identity determines irrationally. */
  readonly real: Expr;
  readonly symbols: readonly string[];
  /** The symbols of the formula as written. */
  readonly written: readonly string[];
  /** The symbols of which it has factorials. */
  readonly counts: readonly string[];
  /** How many digits its numbers have, all told. */
  readonly digits: number;
  readonly kept: Kept;
};
type Kept = {
  program: Program | undefined;
  strict: Program | undefined;
  residues: number[] | undefined;
  strictResidues: number[] | undefined;
  readonly plain: RealValues;
  readonly whole: Map<PointKind, RealValues>;
};
type RealValues = (RealValue | undefined)[];
export type RealValue = {
  readonly value: number;
  readonly error: number;
  readonly state: 0 | 1 | 2;
  /** As it is shown, made when first asked for. */
  text: string | undefined;
};

export const prepare = (expr: Expr, branch: Branch): Prepared => {
  const { symbols: written, counts, hasOpenExponent, digits } = survey(expr);
  const fixed = hasOpenExponent ? fixExponents(expr, branch) : expr;
  const real = branch.withoutIrrational(fixed);
  return {
    expr,
    branch,
    fixed,
    real,
    symbols: real === expr ? written : symbolsOf(real),
    written,
    counts,
    digits,
    kept: {
      program: undefined,
      strict: undefined,
      residues: undefined,
      strictResidues: undefined,
      plain: [],
      whole: new Map(),
    },
  };
};

/** The formula compiled, when first asked for: many an answer is decided without. */
export const programOf = ({ fixed, branch, kept }: Prepared): Program =>
  (kept.program ??= compile(fixed, branch.symbols));

/** The residue at the field point of this number, or `UNDEFINED`. */
export const residueAt = (formula: Prepared, index: number): number =>
  ((formula.kept.residues ??= [])[index] ??= run(programOf(formula), formula.branch.fieldPoint(index)));

/** The same where every sign known from the domains holds. */
export const strictResidueAt = ({ fixed, branch, kept }: Prepared, index: number): number => {
  kept.strict ??= compile(fixed, branch.symbols, true);
  return ((kept.strictResidues ??= [])[index] ??= run(kept.strict, branch.fieldPoint(index)));
};

/** The value at a real point, in doubles; nothing where the identities leave no such point. */
export const doubleAt = (
  { real, branch, kept }: Prepared,
  index: number,
  kind: PointKind,
  names: readonly string[],
): RealValue | undefined => {
  const values = kind === PLAIN ? kept.plain : wholeValues(kept, kind);
  const known = values[index];
  if (known !== undefined) return known;
  const point = branch.realPoint(index, names, kind);
  return point === undefined ? undefined : (values[index] = evaluateReal(real, point));
};

const wholeValues = ({ whole }: Kept, kind: PointKind): RealValues => {
  const values = whole.get(kind) ?? [];
  whole.set(kind, values);
  return values;
};

export const evaluateReal = (expr: Expr, point: RealPoint): RealValue => {
  const scope: DoubleScope = { values: point.doubles, errors: point.errors, error: 0, state: 0 };
  const value = evaluateDouble(expr, scope);
  return { value, error: scope.error, state: scope.state, text: undefined };
};

/** A formula prepared in a setting, in all its branches. */
export type CompiledFormula = {
  readonly expr: Expr;
  readonly setting: Setting;
  readonly branches: readonly Prepared[];
};

/** Compiles a formula once, to be compared with many. */
export const compileFormula = (expr: Expr, setting: Setting): CompiledFormula => ({
  expr,
  setting,
  branches: setting.branches.map((branch) => prepare(expr, branch)),
});
