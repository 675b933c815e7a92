/** The checker as a library: read formulas, compare them, run EM, grade a submission. */

import { type PairPredictions, type Predictions, diagnose, predict, predictPairs } from './diagnosis/index.js';
import { reportOn, solutionsOf } from './feedback/index.js';
import { type PreparedProblem, disclosedOf, gradeSubmission as grade, prepareProblem } from './grading/index.js';
import { loadProblem as readProblem } from './problem/load.js';
import { checkAgainst } from './submission/index.js';
import type { InputProblem, Problem, Report, Submission } from './types.js';
import { drawVariant } from './variants/index.js';

export { equivalent, FormulaError } from './equivalence/index.js';
export { runEm, type EmResult } from './em/index.js';
export { parseFormula, printText, type Vocabulary } from './expression/index.js';
export type * from './types.js';

/** Thrown for a problem file that cannot be used; `problems` lists everything that is wrong with it, with line and column. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problems: readonly InputProblem[];
  constructor(idOrPath: string, problems: readonly InputProblem[]) {
    const [first] = problems;
    const place = first?.line === undefined ? '' : `, line ${first.line}`;
    super(`The problem ${idOrPath} cannot be used${place}: ${first?.message ?? ''} ${first?.fix ?? ''}`.trim());
    this.problems = problems;
  }
}

/** The problem shipped under this id, or at this path. Rejects with a `ProblemError` where there is none that can be used. */
export const loadProblem = async (idOrPath: string): Promise<Problem> => {
  const reading = await readProblem(idOrPath);
  if (reading.kind === 'invalid') throw new ProblemError(idOrPath, reading.problems);
  return reading.problem;
};

/** The answers of one student: as in an answers file, of which only `answers` is required. */
export type Answers = Pick<Submission, 'answers'> & Partial<Submission>;

/** For callers without types: what is no submission is told as such. */
const checkAnswers = (submission: unknown): void => {
  const answers: unknown = isRecord(submission) ? submission['answers'] : undefined;
  if (!isRecord(answers)) throw new TypeError('A submission is an object such as { answers: { "question": answer } }.');
  for (const [question, answer] of Object.entries(answers)) {
    if (!isAnswer(answer))
      throw new TypeError(`The answer to ${question} is neither a text, nor a number, nor a list of them.`);
  }
};

const isRecord = (value: unknown): value is { readonly [field: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isAnswer = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || (Array.isArray(value) && value.every(isAnswer));

/** Grades submissions to one problem, which is made ready once. */
export type Grader = (submission: Answers, options?: { readonly asOf?: string }) => Report;

/**
 * Makes a problem ready for many submissions. Each is graded by itself: verdicts with their proofs, the mistakes that explain wrong
 * answers, and sentences for the student, as far as the policy allows at the instant `asOf` (ISO 8601 with a zone; without it, nothing that waits for the
 * due date is shown). Where numbers are drawn for each student, they are those of the submission's student. Answers to questions that the problem does not have, and another problem's id, are told among the warnings; what is no submission throws a TypeError.
 */
export const createGrader = (problem: Problem): Grader => {
  if (problem.variants !== undefined) {
    return (answers, options) => {
      checkAnswers(answers);
      return createGrader(drawVariant(problem, answers.student ?? '').problem)(answers, options);
    };
  }
  const prepared = prepareProblem(problem);
  const tables = tablesOf(prepared);
  return (answers, { asOf } = {}) => {
    checkAnswers(answers);
    const submission: Submission = { file: '', attempt: 1, warnings: [], ...answers };
    const graded = grade(prepared, submission);
    const isWrong = graded.questions.some(({ verdict }) => verdict !== 'correct' && verdict !== 'blank');
    const diagnosis = isWrong ? diagnose(prepared, tables.singles(), graded, tables.pairs) : undefined;
    const warnings = [...graded.warnings, ...checkAgainst(problem, submission)];
    const shown = disclosedOf(problem, graded, asOf);
    return reportOn(problem, { ...graded, warnings }, diagnosis, shown, solutionsOf(problem, prepared.solution));
  };
};

/** One grader a problem, kept as long as the problem itself is: it changes how long a call takes, never what comes of it. */
const graders = new WeakMap<Problem, Grader>();

/** Grades one submission, as a grader of `createGrader` does. A problem is made ready when it is first met. */
export const gradeSubmission = (
  problem: Problem,
  submission: Answers,
  options: { readonly asOf?: string } = {},
): Report => {
  const grader = graders.get(problem) ?? createGrader(problem);
  graders.set(problem, grader);
  return grader(submission, options);
};

/** What misconceptions predict, computed when a wrong answer first asks for it: pairs, which take seconds, when no single one explains it. */
const tablesOf = (
  prepared: PreparedProblem,
): { readonly singles: () => Predictions; readonly pairs: () => PairPredictions } => {
  let singles: Predictions | undefined;
  let pairs: PairPredictions | undefined;
  const first = (): Predictions => (singles ??= predict(prepared));
  return { singles: first, pairs: () => (pairs ??= predictPairs(prepared, first())) };
};
