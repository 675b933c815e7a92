import { diagnose } from '../diagnosis/index.js';
import { reportOn, type Shown, solutionsOf } from '../feedback/index.js';
import { attemptsFor, attemptsUsedBy, disclosed, gradeSubmission, type PreparedProblem } from '../grading/index.js';
import type { Diagnosis, GradedSubmission, Problem, Report, Submission } from '../types.js';
import type { PredictionSource } from './shipped-predictions.js';

/** Grades a submission, looks for the mistakes behind wrong answers, and says what the policy allows at the time `asOf`. */
export const reportFor = (
  prepared: PreparedProblem,
  submission: Submission,
  predictions: PredictionSource,
  asOf: string | undefined,
): Report => {
  const { problem } = prepared;
  const graded = gradeSubmission(prepared, submission);
  const shown = shownOf(problem, graded, asOf);
  // Only what is told costs time: a right answer is its own solution.
  const wrong = new Set(graded.questions.flatMap(({ id, verdict }) => (verdict === 'correct' ? [] : [id])));
  const isNeeded = (id: string): boolean => wrong.has(id) && shown[id]?.solution === true;
  const solutions = solutionsOf(problem, prepared.solution, isNeeded);
  return reportOn(problem, graded, diagnosisOf(prepared, graded, predictions), shown, solutions);
};

/** Predictions take time to load: only where something is wrong. */
const diagnosisOf = (
  prepared: PreparedProblem,
  graded: GradedSubmission,
  predictions: PredictionSource,
): Diagnosis | undefined => {
  const isAllRight = graded.questions.every(
    ({ verdict }) => verdict === 'correct' || verdict === 'blank' || verdict === 'undecided',
  );
  if (isAllRight) return undefined;
  return diagnose(prepared, predictions.singles(), graded, () =>
    saysMuch(prepared, graded) ? predictions.pairs() : undefined,
  );
};

/** A choice between a few options cannot tell two mistakes made together from one, or from a guess: no reason to load pairs. */
const saysMuch = ({ problem }: PreparedProblem, graded: GradedSubmission): boolean =>
  problem.questions.some(
    ({ id, answer }) =>
      answer.kind !== 'choice' &&
      graded.questions.some(
        (question) => question.id === id && question.verdict !== 'correct' && question.verdict !== 'blank',
      ),
  );

const shownOf = (problem: Problem, graded: GradedSubmission, asOf: string | undefined): Shown => {
  const used = attemptsUsedBy(graded);
  return Object.fromEntries(
    graded.questions.map(({ id, verdict }) => {
      const question = problem.questions.find((each) => each.id === id);
      const attemptsAllowed = question === undefined ? problem.policy.attempts : attemptsFor(question, problem.policy);
      const state = {
        right: verdict === 'correct',
        attemptsUsed: used[id] ?? 0,
        attemptsAllowed,
        student: graded.student,
      };
      return [id, disclosed(problem.policy, state, asOf)];
    }),
  );
};
