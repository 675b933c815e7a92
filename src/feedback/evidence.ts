import type { Cause, Moment, Problem, Question } from '../types.js';
import { titleOf } from './title.js';
import type { Evidence } from './wording.js';

/** How it is known that this cause made this answer. */
export const evidenceFor = (cause: Cause, question: Question): Evidence => {
  const digits = cause.digitsIn?.[question.id];
  return {
    kind: kindOf(question),
    ...(digits === undefined ? {} : { digits }),
    moment: momentOf(question, cause),
    leaves: [],
    mistakes: mistakesIn(cause),
  };
};

/**
 * How it is known of all answers that a cause explains: the digits to which all its numbers agree, and what they are where that is the same for
 * all; numbers say more than formulas, and these more than choices. With what stays unexplained.
 */
export const evidenceForAll = (cause: Cause, problem: Problem, unexplained: readonly string[]): Evidence => {
  const explained = problem.questions.filter(({ id }) => cause.explains.includes(id));
  const numbers = explained.filter(({ id }) => cause.digitsIn?.[id] !== undefined);
  const digits = Math.min(...numbers.map(({ id }) => cause.digitsIn?.[id] ?? Infinity));
  const leaves = problem.questions
    .filter(({ id }) => cause.leaves.includes(id) && unexplained.includes(id))
    .map(titleOf);
  const [first, ...others] = numbers.length > 0 ? numbers : explained.toSorted((a, b) => weightOf(b) - weightOf(a));
  const moment = first === undefined ? 'start' : momentOf(first, cause);
  const isSame = others.every((question) => JSON.stringify(momentOf(question, cause)) === JSON.stringify(moment));
  const kind = first === undefined ? 'choice' : kindOf(first);
  return {
    kind: numbers.length > 1 ? 'numbers' : kind,
    ...(Number.isFinite(digits) ? { digits } : {}),
    moment: isSame ? moment : 'start',
    leaves,
    mistakes: mistakesIn(cause),
  };
};

const mistakesIn = ({ ids: [first = '', ...others], family }: Cause): Evidence['mistakes'] => {
  if (others.length > 0) return family === undefined ? 'any of several' : 'one';
  return first.includes('+') ? 'two together' : 'one';
};

const weightOf = (question: Question): number =>
  ({ numbers: 3, 'one number': 2, formula: 1, choice: 0 })[kindOf(question)];

const kindOf = ({ answer }: Question): Evidence['kind'] => {
  if (answer.kind === 'formula' || answer.kind === 'choice') return answer.kind;
  return answer.kind === 'number' ? 'one number' : 'numbers';
};

const momentOf = ({ answer }: Question, cause: Cause): Evidence['moment'] => {
  const at: Moment = answer.kind === 'formula' || 'stated' in answer.key ? 'start' : answer.key.at;
  if (at === 'converged') return cause.iteration === undefined ? 'end' : { iteration: cause.iteration };
  return at === 'start' ? at : { iteration: at };
};
