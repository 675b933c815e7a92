/** What a formula would be if the student's own formula stood for a symbol that it uses, such as hatmu_k in the variance. */

import { wouldBeRight } from '../answers/index.js';
import { substitute, symbolsOf } from '../expression/index.js';
import type { Answered } from './assess-once.js';

/** A wrong formula for a symbol that other questions may use. A constant carries nothing. */
export const carriesOn = ({ question, assessment: { read } }: Answered): boolean =>
  question.answer.kind === 'formula' &&
  question.answer.leftHandSide !== undefined &&
  read !== undefined &&
  symbolsOf(read).length > 0;

/** Whether a formula is right once what it uses is what `source` says, put in place of one of its names at a time. */
export const followsFrom = (given: Answered, source: Answered): boolean => {
  const { read } = source.assessment;
  const own = given.assessment.read;
  if (source.question.answer.kind !== 'formula' || given.question === source.question) return false;
  const question = given.prepared();
  if (question.kind !== 'formula' || own === undefined || read === undefined) return false;
  const { reference } = question;
  const used = symbolsOf(reference);
  return (source.question.answer.leftHandSide ?? []).some(
    (name) => used.includes(name) && wouldBeRight(question, substitute(reference, new Map([[name, read]])), own),
  );
};
