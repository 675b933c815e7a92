import type { Cause, Moment, Problem, Question } from '../types.js';
import { titleOf } from './title.js';
import type { Evidence } from './wording.js';

/** How it is known that this cause made this answer. */
export const evidenceFor = (cause: Cause, question: Question, leaves: readonly string[] = []): Evidence => ({
  kind: kindOf(question),
  ...(cause.digits === undefined || question.answer.kind === 'assignments' ? {} : { digits: cause.digits }),
  moment: momentOf(question, cause),
  leaves,
});

/** The evidence that says most of all the answers a cause explains (numbers before formulas before choices), and what stays unexplained. */
export const bestEvidence = (cause: Cause, problem: Problem, unexplained: readonly string[]): Evidence | undefined => {
  const weight = { numbers: 3, 'one number': 2, formula: 1, choice: 0 } as const;
  const leaves = problem.questions
    .filter(({ id }) => cause.leaves.includes(id) && unexplained.includes(id))
    .map(titleOf);
  return problem.questions
    .filter(({ id }) => cause.explains.includes(id))
    .map((question) => evidenceFor(cause, question, leaves))
    .toSorted(
      (a, b) => weight[b.kind] - weight[a.kind] || Number(b.digits !== undefined) - Number(a.digits !== undefined),
    )[0];
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
