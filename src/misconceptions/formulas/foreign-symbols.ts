/** Symbols that a question does not offer, but that a known mistake writes: answers with them can be explained. */

import { parseFormula, symbolsOf } from '../../expression/index.js';
import type { Expr, FormulaSpec, Model } from '../../types.js';
import { letterIndex, withNumber } from './indices.js';
import { formulaQuestion, type FormulaQuestion } from './question.js';
import { wrongFormulas } from './wrong-formulas.js';

/** `x_k` for `x_1`: the component's letter where the number of a point belongs. */
const pointsWithLetter = (reference: Expr, q: FormulaQuestion): readonly string[] => {
  const names = symbolsOf(reference);
  const letter = names.map(letterIndex).find((index) => index !== undefined);
  return letter === undefined ? [] : names.filter(q.isPoint).map((name) => withNumber(name, letter));
};

/**
 * The symbols that the misconceptions about a formula write and the question does not offer, such as `gamma_1k`,
 * `mu_k`, `gamma_11`, `n`. None where the formula states no known quantity or the reference cannot be read.
 */
export const knownForeignSymbols = (spec: FormulaSpec, model?: Model): ReadonlySet<string> => {
  const q = formulaQuestion(spec, model);
  const reading = parseFormula(spec.formula);
  if (q === undefined || reading.kind !== 'formula') return new Set();
  const written = [...wrongFormulas(reading.expr, q)].flatMap(({ expr }) => symbolsOf(expr));
  const names = [...written, ...pointsWithLetter(reading.expr, q)];
  return new Set(names.filter((name) => spec.symbols[name] === undefined));
};
