import type { PreparedProblem } from '../grading/index.js';
import { checkAgainst } from '../submission/index.js';
import type { InputProblem, Problem, Submission } from '../types.js';
import type { Grading, GradingOptions } from './grading.js';
import { reportFor } from './report-for.js';
import type { PredictionSource } from './shipped-predictions.js';
import type { TakenSubmission } from './take-submission.js';

/** What of the answers does not fit this problem, and keeps the file from being graded. A problem that the user asked for is the one. */
export const misfits = (
  problem: Problem,
  { submission, textOf }: TakenSubmission,
  options: GradingOptions,
): readonly InputProblem[] =>
  // Their places cost a second reading of the text, where there are any.
  (checkAgainst(problem, submission).length === 0 ? [] : checkAgainst(problem, submission, textOf())).filter(
    ({ code }) => code !== 'other-problem' || options.problem === undefined,
  );

/** The user has asked for this problem; the file may have been meant for another one. */
const notingOther = (submission: Submission, { id }: Problem): Submission =>
  submission.problem === undefined || submission.problem === id
    ? submission
    : {
        ...submission,
        warnings: [
          ...submission.warnings,
          {
            code: 'other-problem',
            file: submission.file,
            message: `The file says that it answers ${submission.problem}; it was graded against ${id}, as --problem asks.`,
          },
        ],
      };

/** Grades against a problem that is ready; the predictions are asked for where an answer is wrong. */
export const gradeAgainst = (
  prepared: PreparedProblem,
  { submission }: TakenSubmission,
  predictions: PredictionSource,
  { asOf }: GradingOptions,
): Grading => ({
  kind: 'report',
  problem: prepared.problem,
  report: reportFor(prepared, notingOther(submission, prepared.problem), predictions, asOf),
});
