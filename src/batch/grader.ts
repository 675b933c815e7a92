import { createDiagnoser, type Diagnoser } from '../diagnosis/index.js';
import { solutionsOf, type Solutions } from '../feedback/index.js';
import {
  createDiscloser,
  gradeAttempts,
  gradeSubmission,
  prepareProblem,
  type PreparedProblem,
} from '../grading/index.js';
import { writeRowRest } from '../report/index.js';
import { once } from '../memory/index.js';
import type { Diagnosis, GradedSubmission, Problem, Submission } from '../types.js';
import { bytesOf } from './byte-text.js';
import { picturesFor } from './pictures-for.js';
import { type PredictionsFor, singlesOnly } from './predictions.js';
import type { SheetText } from './record.js';
import { createReporter } from './reporter.js';
import { createVariantGrader } from './variant-grader.js';

export type Grader = {
  /** A submission by itself. */
  readonly gradeOne: (submission: Submission) => SheetText;
  /** All submissions of one student. */
  readonly gradeAll: (submissions: readonly Submission[]) => SheetText;
};

const noDiagnosis: Diagnosis = { causes: [], questions: {}, unexplained: [] };

/**
 * Everything that is done to the answers to one problem, from the answers to sentences. The problem is made ready when first
 * needed; answers, mistakes and sentences that come again are looked up, which changes nothing but the time. `draw`: which draw of numbers it is, where
 * it is one student's own.
 */
export const createGrader = (
  problem: Problem,
  shipped: boolean,
  asOf: string | undefined,
  predictionsFor: PredictionsFor,
  draw?: number,
): Grader => {
  if (problem.variants !== undefined) {
    return createVariantGrader(problem, (own) =>
      createGrader(own.problem, false, asOf, singlesOnly(predictionsFor), own.draw),
    );
  }
  const ready = prepareOnce(problem, shipped, predictionsFor);
  const reporter = createReporter(problem, ready.numberOf, ready.solutions);
  const disclose = createDiscloser(problem, asOf);

  const diagnosisOf = (graded: GradedSubmission): Diagnosis => {
    if (
      graded.questions.every(({ verdict }) => verdict === 'correct' || verdict === 'blank' || verdict === 'undecided')
    )
      return noDiagnosis;
    return ready.diagnoser()(graded);
  };

  const finish = (graded: GradedSubmission, used: { readonly [question: string]: number } | undefined): SheetText => {
    const diagnosis = diagnosisOf(graded);
    const shown = disclose(graded, used);
    return {
      rowRest: bytesOf(
        writeRowRest(problem, graded, diagnosis, picturesFor(problem, graded, diagnosis.causes, shown), draw),
      ),
      reportRest: reporter(graded, diagnosis, shown),
    };
  };

  return {
    gradeOne: (submission) => finish(gradeSubmission(ready.prepared(), submission), undefined),
    gradeAll: (submissions) => {
      const { final, used } = gradeAttempts(ready.prepared(), submissions);
      return finish(final, used);
    },
  };
};

const prepareOnce = (
  problem: Problem,
  shipped: boolean,
  predictionsFor: PredictionsFor,
): {
  readonly prepared: () => PreparedProblem;
  readonly numberOf: PreparedProblem['numberOf'];
  readonly diagnoser: () => Diagnoser;
  readonly solutions: () => Solutions;
} => {
  const source = once(() => predictionsFor(problem, shipped, prepared));
  const prepared = once((): PreparedProblem => prepareProblem(problem, source().groundwork?.()));
  return {
    prepared,
    numberOf: (graded) => prepared().numberOf(graded),
    diagnoser: once(() => createDiagnoser(prepared(), source().singles(), source().pairs)),
    solutions: once(() => solutionsOf(problem, prepared().solution)),
  };
};
