/** What the misconceptions make of a formula. */

import type { Expr } from '../../types.js';
import { formulaMisconceptions, type FormulaMisconceptionId } from './catalogue.js';
import type { FormulaQuestion } from './question.js';

export type WrongFormula = { readonly id: FormulaMisconceptionId; readonly expr: Expr };

/** A misconception that finds hundreds of places in a long formula says nothing about any of them. */
const mostPlaces = 60;

/**
 * Every formula that a single misconception of the question's part makes of `expr`. Among them may be right ones
 * (a rewrite that changes nothing here): the caller compares.
 */
export function* wrongFormulas(expr: Expr, q: FormulaQuestion): Generator<WrongFormula> {
  for (const { id, part, rewrite } of formulaMisconceptions) {
    if (part !== q.part) continue;
    let places = 0;
    for (const rewritten of rewrite(expr, q)) {
      if (places === mostPlaces) break;
      places += 1;
      yield { id, expr: rewritten };
    }
  }
}
