/** Wrong formulas: what each misconception makes of a right one, and the symbols it writes. */

export { formulaMisconceptions, type FormulaMisconceptionId } from './catalogue.js';
export { knownForeignSymbols } from './foreign-symbols.js';
export { formulaQuestion, type FormulaQuestion } from './question.js';
export { wrongFormulas } from './wrong-formulas.js';
