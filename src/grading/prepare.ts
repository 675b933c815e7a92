/** A problem made ready: solved once, keys derived, reference formulas compiled. */

import { type Assessment, type PreparedQuestion, prepareQuestion } from '../answers/index.js';
import { type Solution, solve } from '../em/index.js';
import type { Problem } from '../types.js';
import { type NamedMistake, namedMistakes } from './author-credit.js';
import { totalOf } from './points.js';
import { type Memory, createMemory } from './remember.js';

export type PreparedProblem = {
  readonly problem: Problem;
  /** The reference run on the problem's model. */
  readonly solution: Solution;
  /** In the order of the problem. */
  readonly questions: readonly PreparedQuestion[];
  /** By question id, the wrong answers that the author gives something for. */
  readonly mistakes: ReadonlyMap<string, readonly NamedMistake[]>;
  readonly possible: number;
  /** Decisions on answers seen before; it changes how long grading takes, never what comes out. */
  readonly memory: Memory<Assessment>;
};

const rememberedAnswers = 20_000;

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
  return {
    problem,
    solution,
    questions,
    mistakes: new Map(problem.questions.map((question) => [question.id, namedMistakes(question, problem, solution)])),
    possible: totalOf(problem.questions.map(({ points }) => points)),
    memory: createMemory(rememberedAnswers),
  };
};
