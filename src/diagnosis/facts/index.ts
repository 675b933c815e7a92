/** What can be said for sure of a wrong formula that no misconception explains. */

import { substitute } from '../../expression/index.js';
import type { Expr, FormulaFact, FormulaSpec, Model } from '../../types.js';
import { alwaysTheSame } from './always-the-same.js';
import { constantOffset } from './constant-offset.js';
import { wrongDegrees } from './degrees.js';
import { oneComponent, theseDataOnly } from './special-case.js';
import { subjectOf } from './subject.js';
import { symbolFacts } from './symbols.js';
import { undefinedAt } from './undefined-at.js';

/**
 * Facts, the most telling first. A formula that is right up to a constant needs no other. `definitions` are what other questions say of symbols,
 * such as hatmu_k being the mean: what a formula does not depend on is seen with them in their places.
 */
export const factsAbout = (
  given: Expr,
  right: Expr,
  spec: FormulaSpec,
  model: Model,
  definitions: ReadonlyMap<string, Expr> = new Map(),
): readonly FormulaFact[] => {
  const written = subjectOf(given, right, spec, model);
  const subject =
    definitions.size === 0
      ? written
      : subjectOf(substitute(given, definitions), substitute(right, definitions), spec, model);
  const offset = constantOffset(subject);
  if (offset.length > 0) return offset;
  const special = [...oneComponent(written), ...alwaysTheSame(written), ...theseDataOnly(written)];
  if (special.length > 0) return special;
  const unused = symbolFacts(written, subject, definitions);
  const known = new Set(unused.flatMap((fact) => (fact.code === 'unused-symbols' ? fact.symbols : [])));
  // That a formula does not grow with what does not stand in it goes without saying.
  const degrees = wrongDegrees(subject).filter((fact) => fact.code !== 'wrong-degree' || !known.has(fact.symbol));
  return [...unused, ...degrees, ...undefinedAt(subject)];
};
