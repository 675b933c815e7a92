/** What a formula would be if the student's own formula stood for a symbol that it uses, such as hatmu_k in the variance. */

import { assess, recompile } from '../answers/index.js';
import { substitute, symbolsOf } from '../expression/index.js';
import type { Answered, Carrier } from './carry-numbers.js';

/** Wrong formulas for symbols that other questions use, put in their place one at a time. A constant carries nothing. */
export const carryFormulas = (wrong: readonly Answered[]): Carrier => {
  const sources = wrong.flatMap(({ question, assessment: { read } }) =>
    question.kind !== 'formula' || read === undefined || symbolsOf(read).length === 0
      ? []
      : (question.question.answer.leftHandSide ?? []).map((name) => ({ id: question.question.id, name, read })),
  );
  return ({ question }, answer) => {
    if (question.kind !== 'formula') return undefined;
    const source = sources.find(({ id, name, read }) => {
      if (id === question.question.id || !symbolsOf(question.reference).includes(name)) return false;
      const reference = substitute(question.reference, new Map([[name, read]]));
      return assess(recompile(question, reference), answer).verdict === 'correct';
    });
    return source && [source.id];
  };
};
