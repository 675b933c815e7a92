/** A whole submission: every question of the problem, in its order. */

import { blank } from '../answers/index.js';
import type { GradedSubmission, InputProblem, Submission } from '../types.js';
import { attemptsFor } from './disclose.js';
import { followThrough } from './follow-through.js';
import { assessOnce, gradeQuestion } from './grade-question.js';
import { instant, latenessOf } from './lateness.js';
import { totalOf } from './points.js';
import type { PreparedProblem } from './prepare.js';

/**
 * Grades one submission by itself. Pure: the same problem and submission give the same result, whatever was graded before.
 * An answer that cannot be graded, or not be decided, earns nothing but keeps its verdict and what is wrong with it; what it
 * may earn stays in `possible`. How many attempts were used before cannot be known here: see `gradeAttempts`.
 */
export const gradeSubmission = (prepared: PreparedProblem, submission: Submission): GradedSubmission => {
  const { problem } = prepared;
  const student = submission.student ?? '';
  const lateness = latenessOf(problem.policy, student, submission.submittedAt);
  const answered = prepared.questions.map((question) => {
    const { id } = question.question;
    const answer = Object.hasOwn(submission.answers, id) ? submission.answers[id] : undefined;
    const assessment = answer === undefined ? blank : assessOnce(prepared, question, answer);
    return { question, answer, assessment };
  });
  const questions = followThrough(prepared, answered).map(({ question, answer, assessment }) =>
    gradeQuestion(question, answer, assessment, lateness),
  );
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
  };
};

const warningsOn = ({ problem }: PreparedProblem, submission: Submission): readonly InputProblem[] => {
  const { policy } = problem;
  const { file, attempt, submittedAt } = submission;
  const warnings: InputProblem[] = [];
  if (policy.due !== undefined && policy.late.kind !== 'accept' && instant(submittedAt) === undefined) {
    const message = 'The file does not say when it was submitted; it was graded as in time.';
    warnings.push({ code: 'no-time', file, message, fix: 'Add "submittedAt", such as "2016-08-16T20:00:00Z".' });
  }
  const most = Math.max(policy.attempts, ...problem.questions.map((question) => attemptsFor(question, policy)));
  if (attempt > most) {
    const message = `This is attempt ${attempt}, where ${most} count; one file alone does not show which attempts were used.`;
    warnings.push({ code: 'many-attempts', file, message });
  }
  return warnings;
};
