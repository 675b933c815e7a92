/** What may be shown of a question, and when. */

import type { Disclosed, Disclosure, GradedSubmission, Policy, Question, Verdict } from '../types.js';
import { dueFor, instant } from './lateness.js';

/** How a question stands for a student. */
export type QuestionState = {
  readonly right: boolean;
  readonly attemptsUsed: number;
  readonly attemptsAllowed: number;
  readonly student: string;
};

/**
 * What the policy allows to be shown of a question at the instant `asOf` (ISO 8601 with a zone). Without an instant the
 * due date is taken not to have passed: then nothing is shown that waits for it.
 */
export const disclosed = (policy: Policy, state: QuestionState, asOf?: string): Disclosed => {
  const done = state.right || state.attemptsUsed >= state.attemptsAllowed;
  const now = instant(asOf);
  const due = now === undefined ? undefined : dueFor(policy, state.student);
  const pastDue = due !== undefined && now !== undefined && now > due;
  const allows = {
    always: true,
    'after-attempts': done,
    'after-due': done || pastDue,
    never: false,
  } satisfies { readonly [When in Disclosure]: boolean };
  return {
    hint: allows[policy.hints],
    cause: allows[policy.causes],
    explanation: allows[policy.explanations],
    solution: allows[policy.solutions],
  };
};

export const attemptsFor = (question: Question, policy: Policy): number => question.attempts ?? policy.attempts;

/** Whether an answer with this verdict uses an attempt: blanks and answers that could not be graded do not. */
export const usesAttempt = (verdict: Verdict): boolean => verdict !== 'blank' && verdict !== 'ungradable';

/** A graded submission by itself is its student's `attempt`-th try at every question it answers. */
export const attemptsUsedBy = ({ attempt, questions }: GradedSubmission): { readonly [question: string]: number } => {
  const used: { [question: string]: number } = {};
  for (const { id, verdict } of questions) used[id] = usesAttempt(verdict) ? attempt : 0;
  return used;
};
