/** A problem made ready: solved once, keys derived, reference formulas compiled. */

import { type PreparedQuestion, prepareQuestion } from '../answers/index.js';
import { type Solution, solve } from '../em/index.js';
import { once } from '../memory/index.js';
import type { Problem } from '../types.js';
import { type Assessor, type LateGrader, createAssessor, createLateGrader } from './assess-once.js';
import { namedMistakes } from './author-credit.js';
import { attemptsFor } from './disclose.js';
import { type FollowThrough, createFollowThrough } from './follow-through.js';
import { createDueDates } from './lateness.js';
import { totalOf } from './points.js';

export type PreparedProblem = {
  readonly problem: Problem;
  /** The reference run on the problem's model. */
  readonly solution: Solution;
  /** In the order of the problem. */
  readonly questions: readonly PreparedQuestion[];
  /** What holds answers against each question. Both remember: it changes how long grading takes, never what comes out. */
  readonly assessors: readonly Assessor[];
  readonly followThrough: FollowThrough;
  readonly gradeLate: LateGrader;
  /** When a student's work is due, in milliseconds since 1970. */
  readonly dueOf: (student: string) => number | undefined;
  readonly possible: number;
  /** More attempts than this count at no question. */
  readonly mostAttempts: number;
};

/**
 * Solves the model and prepares every question. Expects a problem that the loader has approved; where a key cannot be derived
 * all the same, it throws an error that names the question, with its cause.
 */
export const prepareProblem = (problem: Problem): PreparedProblem => {
  const solution = solve(problem.model);
  const questions = problem.questions.map((question) => {
    try {
      return prepareQuestion(question, problem, solution);
    } catch (cause) {
      throw new Error(`question ${question.id} of ${problem.id} cannot be prepared`, { cause });
    }
  });
  const { policy } = problem;
  return {
    problem,
    solution,
    questions,
    assessors: questions.map((prepared) =>
      createAssessor(
        prepared,
        once(() => namedMistakes(prepared.question, problem, solution)),
      ),
    ),
    followThrough: createFollowThrough(problem, () => solution),
    gradeLate: createLateGrader(),
    dueOf: createDueDates(policy),
    possible: totalOf(problem.questions.map(({ points }) => points)),
    mostAttempts: Math.max(policy.attempts, ...problem.questions.map((question) => attemptsFor(question, policy))),
  };
};
