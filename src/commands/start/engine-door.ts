import type * as em from '../../em/index.js';
import type * as equivalence from '../../equivalence/index.js';
import type * as feedback from '../../feedback/index.js';
import type * as misconceptions from '../../misconceptions/index.js';

/** What only some answers need of the rooms that grade one file. */
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
  Pick<
    typeof misconceptions,
    'applies' | 'formulaQuestion' | 'knownForeignSymbols' | 'numericMisconceptions' | 'perform' | 'wrongFormulas'
  > &
  Pick<typeof feedback, 'causeFor' | 'familyFor'> &
  Pick<typeof em, 'solve'>;
