import { reportOn, type Shown, solutionsOf } from '../feedback/index.js';
import { attemptsFor, attemptsUsedBy, disclosed, gradeSubmission, prepareProblem } from '../grading/index.js';
import type { GradedSubmission, Problem, Report, Submission } from '../types.js';

/** Grades a submission, looks for the mistakes behind wrong answers, and says what the policy allows at the time `asOf`. */
export const reportFor = (problem: Problem, submission: Submission, asOf: string | undefined): Report => {
  const prepared = prepareProblem(problem);
  const graded = gradeSubmission(prepared, submission);
  const shown = shownOf(problem, graded, asOf);
  const mayShowSolutions = Object.values(shown).some(({ solution }) => solution);
  return reportOn(problem, graded, undefined, shown, mayShowSolutions ? solutionsOf(problem, prepared.solution) : {});
};

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
