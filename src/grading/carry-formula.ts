/** What a formula would be if the student's own formula stood for a symbol that it uses, such as hatmu_k in the variance. */

import { recompile } from '../answers/index.js';
import { substitute, symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import type { Answered } from './carry-numbers.js';
import type { Carried } from './follow-through.js';

/** Wrong formulas for symbols that other questions use, put in their place one at a time. A constant carries nothing. */
export const carryFormula = (wrong: readonly Answered[]) => {
  const sources = wrong.flatMap(({ question, assessment: { read } }) =>
    question.kind !== 'formula' || read === undefined || symbolsOf(read).length === 0
      ? []
      : (question.question.answer.leftHandSide ?? []).map((name) => ({ id: question.question.id, name, read })),
  );
  return function* ({ question }: Answered): Iterable<Carried> {
    if (question.kind !== 'formula') return;
    for (const { id, name, read } of sources) {
      if (id === question.question.id || !symbolsOf(question.reference).includes(name)) continue;
      const reference: Expr = substitute(question.reference, new Map([[name, read]]));
      yield { from: [id], prepared: recompile(question, reference) };
    }
  };
};
