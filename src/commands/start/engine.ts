/** The entry of the bundle of what only some answers need: deciding equality, doing what can be done wrong, and telling it. */
import { gapAtData } from '../../answers/index.js';
import { factsAbout } from '../../diagnosis/index.js';
import { solve } from '../../em/index.js';
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
import { causeFor, familyFor } from '../../feedback/index.js';
import {
  applies,
  formulaQuestion,
  knownForeignSymbols,
  numericMisconceptions,
  perform,
  wrongFormulas,
} from '../../misconceptions/index.js';
import type { Engine } from './engine-door.js';

/** Given by the file that starts the bundle. */
declare const give: (engine: Engine) => void;

give({
  applies,
  causeFor,
  compare,
  compileFormula,
  constantSubexpression,
  createSetting,
  equivalent,
  evaluateAt,
  evaluateConstant,
  factsAbout,
  familyFor,
  fingerprint,
  formulaQuestion,
  gapAtData,
  knownForeignSymbols,
  numericMisconceptions,
  openSetting,
  perform,
  solve,
  solveSetting,
  wrongFormulas,
});
