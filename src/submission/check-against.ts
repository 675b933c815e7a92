import { suggestion } from '../spelling/index.js';
import type { InputProblem, Problem, Submission } from '../types.js';
import { createPlaces } from './key-places.js';

/**
 * What a submission says that its problem does not know: another problem's id, questions that do not exist. With the text it was read from, places
 * are given too.
 */
export const checkAgainst = (problem: Problem, submission: Submission, text?: string): readonly InputProblem[] => {
  const { file } = submission;
  const problems: InputProblem[] = [];
  const placeOf = createPlaces(text);
  if (submission.problem !== undefined && submission.problem !== problem.id) {
    problems.push({
      code: 'other-problem',
      file,
      ...placeOf(['problem']),
      message: `These are answers to “${submission.problem}”, not to “${problem.id}”.`,
      fix: 'Hand in the file of this problem, or correct "problem".',
    });
  }
  const known = questionsOf(problem);
  for (const question of Object.keys(submission.answers)) {
    if (known.has(question)) continue;
    problems.push({
      code: 'unknown-question',
      file,
      ...placeOf(['answers', question]),
      question,
      message: `The problem ${problem.id} has no question “${question.slice(0, 80)}”.`,
      fix: suggestion(question, [...known], known.size),
    });
    if (problems.length === mostProblems) break;
  }
  return problems;
};

const questionsKnown = new WeakMap<Problem, ReadonlySet<string>>();

/** The same set each time: a class asks thousands of times. */
const questionsOf = (problem: Problem): ReadonlySet<string> => {
  const known = questionsKnown.get(problem) ?? new Set(problem.questions.map(({ id }) => id));
  questionsKnown.set(problem, known);
  return known;
};

/** More of them help nobody. */
const mostProblems = 20;
