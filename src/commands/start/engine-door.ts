import type * as answers from '../../answers/index.js';
import type * as diagnosis from '../../diagnosis/index.js';
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
  Pick<typeof diagnosis, 'factsAbout'> &
  Pick<typeof answers, 'gapAtData'> &
  Pick<typeof em, 'solve'>;
