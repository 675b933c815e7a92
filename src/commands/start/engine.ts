/** The entry of the bundle that decides equality and knows what can be done wrong. Most formulas are spelled as the reference is, or as others before, and do not need it. */
import {
  compare,
  compileFormula,
  constantSubexpression,
  createSetting,
  equivalent,
  evaluateAt,
  evaluateConstant,
  fingerprint,
  openSetting,
  solveSetting,
} from '../../equivalence/index.js';
import {
  formulaQuestion,
  knownForeignSymbols,
  numericMisconceptions,
  wrongFormulas,
} from '../../misconceptions/index.js';
import type { Engine } from './engine-door.js';

/** Given by the file that starts the bundle. */
declare const give: (engine: Engine) => void;

give({
  compare,
  compileFormula,
  constantSubexpression,
  createSetting,
  equivalent,
  evaluateAt,
  evaluateConstant,
  fingerprint,
  formulaQuestion,
  knownForeignSymbols,
  numericMisconceptions,
  openSetting,
  solveSetting,
  wrongFormulas,
});
