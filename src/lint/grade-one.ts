import { diagnose, predict, type Predictions } from '../diagnosis/index.js';
import { gradeSubmission, type PreparedProblem } from '../grading/index.js';
import type { Answer, GradedQuestion, GradedSubmission } from '../types.js';

/** Grades answers as they would stand alone in a file. */
const gradeAnswers = (prepared: PreparedProblem, answers: { readonly [question: string]: Answer }): GradedSubmission =>
  gradeSubmission(prepared, { file: 'lint', attempt: 1, answers, warnings: [] });

export const gradeOne = (prepared: PreparedProblem, question: string, answer: Answer): GradedQuestion | undefined =>
  gradeAnswers(prepared, { [question]: answer }).questions.find(({ id }) => id === question);

/** Names the mistakes that are found in one answer by itself. Predictions are made when first asked for. */
export const causeFinder = (prepared: PreparedProblem): ((question: string, answer: Answer) => readonly string[]) => {
  let predictions: Predictions | undefined;
  return (question, answer) => {
    predictions ??= predict(prepared);
    const { causes } = diagnose(prepared, predictions, gradeAnswers(prepared, { [question]: answer }));
    return causes.filter(({ explains }) => explains.includes(question)).flatMap(({ ids }) => ids);
  };
};
