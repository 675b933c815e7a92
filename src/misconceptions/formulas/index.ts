/** Wrong formulas: what each misconception makes of a right one, and the symbols it writes. */

export { formulaMisconceptions, type FormulaMisconception, type FormulaMisconceptionId } from './catalogue.js';
export { knownForeignSymbols } from './foreign-symbols.js';
export { formulaQuestion, type FormulaPart, type FormulaQuestion } from './question.js';
export { wrongFormulas, type WrongFormula } from './wrong-formulas.js';
