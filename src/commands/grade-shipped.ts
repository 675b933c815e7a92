import { prepareProblem } from '../grading/index.js';
import { loadShippedSync } from '../problem/shipped.js';
import { gradeAgainst, misfits } from './grade-against.js';
import type { Grading, GradingOptions } from './grading.js';
import { shippedGroundwork } from './shipped-groundwork.js';
import { shippedPredictions } from './shipped-predictions.js';
import { notGradable, type TakenSubmission, takeSubmission } from './take-submission.js';

/**
 * Grades a file whose problem ships with the checker and is the same for everybody: at once, without a promise, done before an event
 * loop would have turned. Nothing for every other file: `gradeFile` takes these.
 */
export const gradeShipped = (file: string, options: GradingOptions): Grading | undefined => {
  const taken = takeSubmission(file, options);
  return taken.kind === 'taken' ? gradeTaken(taken, options) : taken;
};

/** The same, when the file has been read. */
export const gradeTaken = (taken: TakenSubmission, options: GradingOptions): Grading | undefined => {
  const problem = loadShippedSync(taken.problem);
  if (problem === undefined || problem.variants !== undefined) return undefined;
  const findings = misfits(problem, taken, options);
  return findings.length > 0
    ? notGradable(taken.name, findings)
    : gradeAgainst(
        prepareProblem(problem, shippedGroundwork(problem.id)),
        taken,
        shippedPredictions(problem.id),
        options,
      );
};
