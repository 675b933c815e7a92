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
  return (graded, used = attemptsUsedBy(graded)) => {
    const right = new Set<string>();
    for (const { id, verdict } of graded.questions) if (verdict === 'correct') right.add(id);
    const shown: { [question: string]: Disclosed } = {};
    for (const question of questions) {
      const { id } = question;
      const state = {
        right: right.has(id),
        attemptsUsed: used[id] ?? 0,
        attemptsAllowed: attemptsFor(question, policy),
        student: graded.student,
      };
      if (asOf !== undefined) {
        shown[id] = disclosed(policy, state, asOf);
        continue;
      }
      const done = state.right || state.attemptsUsed >= state.attemptsAllowed;
      const one = known.get(done) ?? disclosed(policy, state, asOf);
      known.set(done, one);
      shown[id] = one;
    }
    return shown;
  };
};
