/** A problem made ready: solved once, keys derived, reference formulas compiled. */

import { layQuestion, type PreparedQuestion, prepareOn, type QuestionGroundwork } from '../answers/index.js';
import { type Solution, solve } from '../em/index.js';
import { once } from '../memory/index.js';
import type { Problem } from '../types.js';
import {
  type Assessor,
  type LateGrader,
  type Remembered,
  createAssessor,
  createLateGrader,
  createRemembered,
} from './assess-once.js';
import { namedMistakes } from './author-credit.js';
import { attemptsFor } from './disclose.js';
import { type FollowThrough, createFollowThrough } from './follow-through.js';
import { createDueDates } from './lateness.js';
import { totalOf } from './points.js';

export type PreparedProblem = {
  readonly problem: Problem;
  /** The reference run on the problem's model. */
  readonly solution: Solution;
  /** In the order of the problem; each is made ready when first asked for, or before. */
  readonly questions: readonly (() => PreparedQuestion)[];
  /** What holds answers against each question. Both remember: it changes how long grading takes, never what comes out. */
  readonly assessors: readonly Assessor[];
  /** The number of a graded answer that is remembered: it is the very same object when the answer comes again. */
  readonly numberOf: Remembered['numberOf'];
  readonly followThrough: FollowThrough;
  readonly gradeLate: LateGrader;
  /** When a student's work is due, in milliseconds since 1970. */
  readonly dueOf: (student: string) => number | undefined;
  readonly possible: number;
  /** More attempts than this count at no question. */
  readonly mostAttempts: number;
};

/** What takes time to find out about a problem and is the same every time: data, to be kept beside a problem that does not change. */
export type Groundwork = {
  readonly solution: Solution;
  /** By question id. */
  readonly questions: { readonly [question: string]: QuestionGroundwork };
};

/**
 * Solves the model and derives the key of every question. Expects a problem that the loader has approved; where a key cannot be derived
 * all the same, it throws an error that names the question, with its cause.
 */
export const layGroundwork = (problem: Problem): Groundwork => {
  const solution = solve(problem.model);
  const questions = problem.questions.map((question) => {
    try {
      return [question.id, layQuestion(question, problem, solution)] as const;
    } catch (cause) {
      throw new Error(`question ${question.id} of ${problem.id} cannot be prepared`, { cause });
    }
  });
  return { solution, questions: Object.fromEntries(questions) };
};

/**
 * Makes a problem ready for submissions, each of its questions when it is first answered. Without the groundwork of this very problem it is laid
 * first, and throws as that does.
 */
export const prepareProblem = (
  problem: Problem,
  { solution, questions: grounds }: Groundwork = layGroundwork(problem),
): PreparedProblem => {
  const remembered = createRemembered();
  const questions = problem.questions.map((question) => {
    const prepared = once(() => {
      const groundwork = grounds[question.id];
      if (groundwork === undefined) throw new Error(`question ${question.id} has no groundwork`);
      return prepareOn(groundwork, question, problem);
    });
    const mistakes = once(() => namedMistakes(question, problem, solution));
    return { prepared, assessor: createAssessor(question, prepared, mistakes, remembered) };
  });
  const { policy } = problem;
  return {
    problem,
    solution,
    questions: questions.map(({ prepared }) => prepared),
    assessors: questions.map(({ assessor }) => assessor),
    numberOf: remembered.numberOf,
    followThrough: createFollowThrough(problem, () => solution, remembered),
    gradeLate: createLateGrader(remembered),
    dueOf: createDueDates(policy),
    possible: totalOf(problem.questions.map(({ points }) => points)),
    mostAttempts: Math.max(policy.attempts, ...problem.questions.map((question) => attemptsFor(question, policy))),
  };
};
