/** What can be said for sure of a wrong formula that no misconception explains. */

import type { Expr, FormulaFact, FormulaSpec, Model } from '../../types.js';
import { constantOffset } from './constant-offset.js';
import { wrongDegrees } from './degrees.js';
import { oneComponent, theseDataOnly } from './special-case.js';
import { subjectOf } from './subject.js';
import { symbolFacts } from './symbols.js';
import { undefinedAt } from './undefined-at.js';

/** Facts, the most telling first. A formula that is right up to a constant needs no other. */
export const factsAbout = (given: Expr, right: Expr, spec: FormulaSpec, model: Model): readonly FormulaFact[] => {
  const subject = subjectOf(given, right, spec, model);
  const offset = constantOffset(subject);
  if (offset.length > 0) return offset;
  const special = [...oneComponent(subject), ...theseDataOnly(subject)];
  if (special.length > 0) return special;
  return [...symbolFacts(subject), ...wrongDegrees(subject), ...undefinedAt(subject)];
};
