import { children, number, negate, product, quotient, sum, symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import type { Branch } from './branch.js';
import { FIRST_CHAINS } from './field-point.js';
import { evaluateFractions, isSameAt } from './fractions.js';
import { prepare, residueAt } from './formula.js';
import { compareInFields } from './field-comparison.js';
import type { Setting } from './setting.js';
import { guessConstant } from './guess-constant.js';

/** A part of a formula that the identities force to be a number, and that number. */
export type Needless = { readonly replace: Expr; readonly by: string };

const MOST_TERMS = 10;

/**
 * A part of the formula that contains symbols and yet is a constant under the identities, such as `gamma_12 + gamma_22`, which is 1: the largest such
 * part, or some of the terms of a sum or factors of a product. Undefined where there is none: then the formula has no needless terms.
 */
export const constantSubexpression = (expr: Expr, setting: Setting): Needless | undefined => {
  if (setting.branches.length === 0) return undefined;
  const queue: Expr[] = [expr];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const part of [next, ...partialSums(next), ...factorPairs(next)]) {
      const by = constantValueOf(part, setting);
      if (by !== undefined) return { replace: part, by };
    }
    queue.push(...children(next));
  }
  return undefined;
};

/** Two or more, but not all, of the terms (or factors), larger choices first. */
const partialSums = (expr: Expr): readonly Expr[] => {
  const items = expr.kind === 'sum' ? expr.terms : expr.kind === 'product' ? expr.factors : [];
  if (items.length < 3 || items.length > MOST_TERMS) return [];
  const choices = Array.from({ length: 2 ** items.length - 1 }, (_, mask) =>
    items.filter((__, k) => (mask >> k) % 2 === 1),
  );
  return choices
    .filter(
      (chosen) =>
        chosen.length >= 2 && chosen.length < items.length && chosen.every((item) => symbolsOf(item).length > 0),
    )
    .sort((a, b) => b.length - a.length)
    .map((chosen) => (expr.kind === 'sum' ? sum(...chosen) : product(...chosen)));
};

const factorsOf = (expr: Expr): readonly Expr[] => (expr.kind === 'product' ? expr.factors : [expr]);

/** A factor above the fraction bar over one below it: they may cancel. */
const factorPairs = (expr: Expr): readonly Expr[] => {
  if (expr.kind !== 'quotient') return [];
  const [above, below] = [factorsOf(expr.numerator), factorsOf(expr.denominator)];
  if (above.length * below.length === 1 || above.length + below.length > MOST_TERMS) return [];
  return above.flatMap((top) => below.map((bottom) => quotient(top, bottom)));
};

/** Told at two points of one field, without compiling. */
const clearlyVaries = (part: Expr, branch: Branch): boolean => {
  const on = { rows: branch.rows(), symbols: branch.symbols, count: FIRST_CHAINS + 1 };
  const value = evaluateFractions(part, on);
  return value !== undefined && !isSameAt(value, 0, FIRST_CHAINS, on.rows);
};

const constantValueOf = (part: Expr, setting: Setting): string | undefined => {
  if (part.kind === 'number' || part.kind === 'constant') return undefined;
  if (setting.branches.some((branch) => clearlyVaries(part, branch)) || symbolsOf(part).length === 0) return undefined;
  let found: string | undefined;
  for (const branch of setting.branches) {
    const prepared = prepare(part, branch);
    const value = guessConstant(
      (index) => residueAt(prepared, index),
      (index) => branch.fieldPoint(index).chain.moduli[1],
    );
    if (value === undefined) return undefined;
    const text = value[1] === 1n ? `${value[0]}` : `${value[0]}/${value[1]}`;
    if (found !== undefined && found !== text) return undefined;
    const size = number(String(value[0] < 0n ? -value[0] : value[0]));
    const whole = value[1] === 1n ? size : quotient(size, number(String(value[1])));
    const constant = prepare(value[0] < 0n ? negate(whole) : whole, branch);
    if (compareInFields(prepared, constant).kind !== 'agree') return undefined;
    found = text;
  }
  return found;
};
