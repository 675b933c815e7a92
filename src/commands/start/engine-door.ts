import type * as equivalence from '../../equivalence/index.js';
import type * as misconceptions from '../../misconceptions/index.js';

/** What of the rooms `equivalence` and `misconceptions` only some answers need. */
export type Engine = Pick<
  typeof equivalence,
  | 'compare'
  | 'compileFormula'
  | 'constantSubexpression'
  | 'createSetting'
  | 'equivalent'
  | 'evaluateAt'
  | 'evaluateConstant'
  | 'fingerprint'
  | 'openSetting'
  | 'solveSetting'
> &
  Pick<typeof misconceptions, 'formulaQuestion' | 'knownForeignSymbols' | 'numericMisconceptions' | 'wrongFormulas'>;
