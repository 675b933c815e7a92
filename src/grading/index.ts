/** Grading: questions, submissions, several attempts, and what may be shown. */

export { createDiscloser, disclosedOf } from './disclose-all.js';
export { attemptsFor, attemptsUsedBy, disclosed } from './disclose.js';
export { gradeAttempts, inOrder } from './grade-attempts.js';
export { gradeSubmission } from './grade-submission.js';
export { daysBetween, dueFor, instant } from './lateness.js';
export { type Groundwork, layGroundwork, type PreparedProblem, prepareProblem } from './prepare.js';
