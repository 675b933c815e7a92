/** What may be shown of every question of a graded submission. */

import type { Disclosed, GradedSubmission, Problem } from '../types.js';
import { attemptsFor, attemptsUsedBy, disclosed } from './disclose.js';

/**
 * By question id, what the policy allows to be shown at the instant `asOf`. `used` gives the attempts used where several attempts
 * were graded; a single submission stands for as many attempts as it says.
 */
export const disclosedOf = (
  problem: Problem,
  graded: GradedSubmission,
  asOf: string | undefined,
  used: { readonly [question: string]: number } = attemptsUsedBy(graded),
): { readonly [question: string]: Disclosed } => {
  const verdicts = new Map(graded.questions.map(({ id, verdict }) => [id, verdict]));
  return Object.fromEntries(
    problem.questions.map((question) => {
      const state = {
        right: verdicts.get(question.id) === 'correct',
        attemptsUsed: used[question.id] ?? 0,
        attemptsAllowed: attemptsFor(question, problem.policy),
        student: graded.student,
      };
      return [question.id, disclosed(problem.policy, state, asOf)];
    }),
  );
};
