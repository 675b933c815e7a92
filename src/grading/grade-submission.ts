/** A whole submission: every question of the problem, in its order. */

import type { GradedSubmission, InputProblem, Submission } from '../types.js';
import { instant, type Lateness, latenessOf } from './lateness.js';
import { totalOf } from './points.js';
import type { PreparedProblem } from './prepare.js';

/**
 * Grades one submission by itself. Pure: the same problem and submission give the same result, whatever was graded before.
 * An answer that cannot be graded, or not be decided, earns nothing but keeps its verdict and what is wrong with it; what it
 * may earn stays in `possible`. How many attempts were used before cannot be known here: see `gradeAttempts`.
 */
export const gradeSubmission = (prepared: PreparedProblem, submission: Submission): GradedSubmission => {
  const { problem, assessors } = prepared;
  const { answers } = submission;
  const student = submission.student ?? '';
  const lateness = latenessOf(problem.policy, student, submission.submittedAt, prepared.dueOf);
  const given = problem.questions.map(({ id }, index) => {
    const assessor = assessors[index];
    if (assessor === undefined) throw new Error(`question ${id} was not prepared`);
    return assessor(Object.hasOwn(answers, id) ? answers[id] : undefined);
  });
  const stands = prepared.followThrough(given);
  const questions = stands.map((each) => (lateness.days === 0 ? each.graded : prepared.gradeLate(each, lateness)));
  return {
    problem: problem.id,
    student,
    file: submission.file,
    attempt: submission.attempt,
    earned: totalOf(questions.map(({ earned }) => earned)),
    possible: prepared.possible,
    questions,
    warnings: [...submission.warnings, ...warningsOn(prepared, submission)],
    daysLate: lateness.days,
    ...refusalOf(lateness),
  };
};

const refusalOf = ({ refused, due }: Lateness): Pick<GradedSubmission, 'refusal'> =>
  refused && due !== undefined ? { refusal: { due: new Date(due).toISOString(), earlierCounts: false } } : {};

const warningsOn = ({ problem, mostAttempts }: PreparedProblem, submission: Submission): readonly InputProblem[] => {
  const { policy } = problem;
  const { file, attempt, submittedAt } = submission;
  const warnings: InputProblem[] = [];
  if (policy.due !== undefined && policy.late.kind !== 'accept' && instant(submittedAt) === undefined) {
    const message = 'The file does not say when it was submitted; it was graded as in time.';
    warnings.push({ code: 'no-time', file, message, fix: 'Add "submittedAt", such as "2016-08-16T20:00:00Z".' });
  }
  if (attempt > mostAttempts) {
    const message = `This is attempt ${attempt}, where ${mostAttempts} count; one file alone does not show which attempts were used.`;
    warnings.push({ code: 'many-attempts', file, message });
  }
  return warnings;
};
