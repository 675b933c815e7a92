import type { Cause, Moment, Problem, Question } from '../types.js';
import { titleOf } from './title.js';
import type { Evidence } from './wording.js';

/** How it is known that this cause made this answer; `inFull` with the other answers it does and does not explain. */
export const evidenceFor = (cause: Cause, question: Question, problem: Problem, inFull: boolean): Evidence => {
  const titled = (ids: readonly string[]): readonly string[] =>
    problem.questions.filter(({ id }) => ids.includes(id) && id !== question.id).map(titleOf);
  const kind = kindOf(question);
  return {
    kind,
    ...(cause.digits === undefined || question.answer.kind === 'assignments' ? {} : { digits: cause.digits }),
    moment: momentOf(question, cause),
    also: inFull ? titled(cause.explains) : [],
    leaves: inFull ? titled(cause.leaves) : [],
  };
};

const kindOf = ({ answer }: Question): Evidence['kind'] => {
  if (answer.kind === 'formula' || answer.kind === 'choice') return answer.kind;
  return answer.kind === 'number' ? 'one number' : 'numbers';
};

const momentOf = ({ answer }: Question, cause: Cause): Evidence['moment'] => {
  const at: Moment = answer.kind === 'formula' || 'stated' in answer.key ? 'start' : answer.key.at;
  if (at === 'converged') return cause.iteration === undefined ? 'end' : { iteration: cause.iteration };
  return at === 'start' ? at : { iteration: at };
};
