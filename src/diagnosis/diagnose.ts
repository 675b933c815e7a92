/** The causes of what is wrong in a submission. */

import type { PreparedProblem } from '../grading/index.js';
import type { Cause, Diagnosis, GradedSubmission } from '../types.js';
import { diagnoseFormulas } from './diagnose-formulas.js';
import { diagnoseNumbers } from './diagnose-numbers.js';
import { evidenceIn } from './evidence.js';
import { mergeCauses } from './merge.js';
import type { PairPredictions, Predictions } from './prediction.js';

const wrongVerdicts: readonly string[] = ['incorrect', 'partial', 'ungradable'];

/**
 * Explains the wrong answers of a graded submission, jointly over all its answers: right ones rule causes out. Nothing is said of a right
 * answer; a wrong one that nothing explains is listed as such. `pairs` gives the predictions of two mistakes at once, and is
 * called only when no single one explains an answer; without it, two mistakes in one answer stay unexplained.
 */
export const diagnose = (
  { problem }: Pick<PreparedProblem, 'problem'>,
  predictions: Predictions,
  graded: GradedSubmission,
  pairs: () => PairPredictions | undefined = () => undefined,
): Diagnosis => {
  const formulas = diagnoseFormulas(problem, predictions, graded.questions, pairs);
  const evidence = evidenceIn(problem, predictions.numbers, graded.questions);
  const suspected = formulas.flatMap(({ cause }) => cause?.ids ?? []);
  const numbers = diagnoseNumbers(problem, predictions.numbers, evidence, suspected, () => pairs()?.numbers);
  const wrong = graded.questions.filter(
    ({ verdict, values, read }) =>
      wrongVerdicts.includes(verdict) && (verdict !== 'ungradable' || values !== undefined || read !== undefined),
  );
  const causes = mergeCauses(
    numbers,
    formulas.flatMap(({ cause }) => cause ?? []),
    wrong.map(({ id }) => id),
  );
  return {
    causes,
    questions: Object.fromEntries(
      wrong.map(({ id }) => [
        id,
        { causes: placesOf(causes, id), facts: formulas.find(({ question }) => question === id)?.facts ?? [] },
      ]),
    ),
    unexplained: wrong.map(({ id }) => id).filter((id) => placesOf(causes, id).length === 0),
  };
};

const placesOf = (causes: readonly Cause[], question: string): readonly number[] =>
  causes.flatMap(({ explains }, place) => (explains.includes(question) ? [place] : []));
