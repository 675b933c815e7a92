import type * as equivalence from '../../equivalence/index.js';

/** What of the room `equivalence` is asked while one file is graded. */
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
>;
