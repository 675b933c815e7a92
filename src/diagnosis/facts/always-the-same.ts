/** Formulas whose symbols cancel by the identities of the question: gamma_11 + gamma_21 is 1 for every sample. */

import { constantSubexpression, createSetting } from '../../equivalence/index.js';
import type { FormulaFact } from '../../types.js';
import type { Subject } from './subject.js';

export const alwaysTheSame = ({ given, right, domains, spec }: Subject): readonly FormulaFact[] => {
  if (spec.given.length === 0) return [];
  const setting = createSetting(domains, spec.given);
  const isConstant = (expr: Subject['given']): boolean => constantSubexpression(expr, setting)?.replace === expr;
  return isConstant(given) && !isConstant(right) ? [{ code: 'always-the-same' }] : [];
};
