/** What a misconception about formulas is: its id, and the wrong formulas it makes of the right one. */

import type { Expr, Plausibility } from '../../types.js';
import type { FormulaQuestion } from './question.js';

/**
 * `rewrite` yields wrong formulas made from `expr`, the reference or what another misconception has made of it.
 * It yields nothing where `expr` has no place for the mistake, and may yield `expr` itself or another right
 * formula: whoever uses it drops those.
 */
export type FormulaEntry = {
  readonly id: string;
  /** How often the mistake is made: high, medium, low. */
  readonly plausibility: Plausibility;
  readonly rewrite: (expr: Expr, q: FormulaQuestion) => Iterable<Expr>;
};

/** Several ways to make the same mistake, one after the other. */
export function* each(...lists: readonly Iterable<Expr>[]): Generator<Expr> {
  for (const list of lists) yield* list;
}
