/** What may be shown of every question of a graded submission. */

import type { Disclosed, GradedSubmission, Problem, Question } from '../types.js';
import { attemptsFor, disclosed, usesAttempt } from './disclose.js';

/**
 * By question id, what the policy allows to be shown at the instant `asOf`. `used` gives the attempts used where several attempts
 * were graded; a single submission stands for as many attempts as it says.
 */
export const disclosedOf = (
  problem: Problem,
  graded: GradedSubmission,
  asOf: string | undefined,
  used?: { readonly [question: string]: number },
): { readonly [question: string]: Disclosed } => createDiscloser(problem, asOf)(graded, used);

/** The same for many submissions to a problem. What is the same to show is the very same object. */
export const createDiscloser = (
  problem: Problem,
  asOf: string | undefined,
): ((
  graded: GradedSubmission,
  used?: { readonly [question: string]: number },
) => { readonly [question: string]: Disclosed }) => {
  const { policy, questions } = problem;
  // By whether no attempt is left, or needed: nothing else of a submission matters where no date does.
  const known = new Map<boolean, Disclosed>();
  return (graded, used) => {
    const shown: { [question: string]: Disclosed } = {};
    for (let index = 0; index < questions.length; index += 1) {
      const question = questions[index] as Question;
      const { id } = question;
      const there = graded.questions[index];
      const verdict = (there?.id === id ? there : graded.questions.find((each) => each.id === id))?.verdict;
      const single = verdict !== undefined && usesAttempt(verdict) ? graded.attempt : 0;
      const right = verdict === 'correct';
      const attemptsUsed = used === undefined ? single : (used[id] ?? 0);
      const attemptsAllowed = attemptsFor(question, policy);
      const done = right || attemptsUsed >= attemptsAllowed;
      const before = asOf === undefined ? known.get(done) : undefined;
      shown[id] = before ?? disclosed(policy, { right, attemptsUsed, attemptsAllowed, student: graded.student }, asOf);
      if (asOf === undefined) known.set(done, shown[id]);
    }
    return shown;
  };
};
