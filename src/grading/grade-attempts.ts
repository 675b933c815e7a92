/** Several attempts of one student: which answers count, and for what. */

import type { GradedQuestion, GradedSubmission, InputProblem, Question, Submission } from '../types.js';
import { attemptsFor, usesAttempt } from './disclose.js';
import { gradeSubmission } from './grade-submission.js';
import { instant, latenessOf } from './lateness.js';
import { totalOf } from './points.js';
import type { PreparedProblem } from './prepare.js';

export type GradedAttempts = {
  /** What counts: for each question its best, or last, attempt. */
  readonly final: GradedSubmission;
  /** Each attempt by itself, in order. */
  readonly attempts: readonly GradedSubmission[];
  /** Attempts used, by question. */
  readonly used: { readonly [question: string]: number };
};

/**
 * Grades all attempts of one student and keeps what counts. Each question has its own attempts: blanks and answers that could not
 * be graded use none, and neither does handing in the same answer again, since a file holds all answers whenever one of
 * them is mended. Answers beyond the attempts of a question, or refused for being late, do not count. The result does not depend on the order
 * in which the submissions are given: they are taken by attempt, then by time. Throws a RangeError for no submissions, or for
 * submissions of different students.
 */
export const gradeAttempts = (prepared: PreparedProblem, submissions: readonly Submission[]): GradedAttempts => {
  const ordered = inOrder(submissions);
  const last = ordered.at(-1);
  if (last === undefined) throw new RangeError('there are no attempts to grade');
  if (ordered.some(({ student }) => student !== last.student))
    throw new RangeError('these attempts are not of one student');
  const attempts = ordered.map((submission) => gradeSubmission(prepared, submission));
  const { policy } = prepared.problem;
  const refused = ordered.map(({ student = '', submittedAt }) => latenessOf(policy, student, submittedAt).refused);
  const kept = prepared.problem.questions.map((question, index) => {
    const tries = attempts.flatMap(({ questions }, n) => {
      const graded = questions[index];
      return graded === undefined ? [] : [{ graded, refused: refused[n] === true }];
    });
    return keep(question, tries, prepared);
  });
  const questions = kept.map(({ graded }) => graded);
  const [latest] = attempts.slice(-1);
  const final: GradedSubmission = {
    problem: prepared.problem.id,
    student: last.student ?? '',
    file: last.file,
    attempt: last.attempt,
    earned: totalOf(questions.map(({ earned }) => earned)),
    possible: prepared.possible,
    questions,
    warnings: distinct(attempts.flatMap(({ warnings }) => warnings)).filter(
      // Said of a file that stands alone: here the others are known.
      ({ code }) => code !== 'many-attempts' || attempts.length === 1,
    ),
    daysLate: latest?.daysLate ?? 0,
    ...(latest?.refusal !== undefined && {
      refusal: { ...latest.refusal, earlierCounts: attempts.some(({ refusal }) => refusal === undefined) },
    }),
  };
  return { final, attempts, used: Object.fromEntries(kept.map(({ graded, used }) => [graded.id, used])) };
};

type Try = { readonly graded: GradedQuestion; readonly refused: boolean };

const keep = (
  question: Question,
  tries: readonly Try[],
  { problem }: PreparedProblem,
): { graded: GradedQuestion; used: number } => {
  const allowed = attemptsFor(question, problem.policy);
  const answers = tries.filter(({ graded }) => usesAttempt(graded.verdict));
  const inTime = answers.filter((given) => !given.refused).map(({ graded }) => graded);
  const fresh = inTime.filter((graded, index) => index === 0 || !sameAnswer(graded, inTime[index - 1]));
  const counted = fresh.slice(0, allowed);
  const chosen =
    (problem.policy.keep === 'best' ? best(counted) : counted.at(-1)) ?? answers.at(-1)?.graded ?? lastSaid(tries);
  if (chosen === undefined) throw new Error(`question ${question.id} was not graded`);
  // Who is right already has lost nothing by it.
  const beyond = fresh.length > allowed && chosen.verdict !== 'correct';
  const graded = beyond
    ? { ...chosen, remarks: [...chosen.remarks, { code: 'attempts-used-up', attempts: allowed } as const] }
    : chosen;
  return { graded, used: counted.length };
};

/** The same text, or the same in another spelling: `-24.5` and `-24.50`, `a*b` and `b*a`. */
const sameAnswer = (a: GradedQuestion, b: GradedQuestion | undefined): boolean =>
  JSON.stringify(a.answer) === JSON.stringify(b?.answer) ||
  (a.fingerprint !== undefined && a.fingerprint === b?.fingerprint && a.verdict === b.verdict);

/** The most points; among equals one that a person still has to decide, else the first. */
const best = (counted: readonly GradedQuestion[]): GradedQuestion | undefined => {
  const most = Math.max(...counted.map(({ earned }) => earned));
  const equals = counted.filter(({ earned }) => earned === most);
  return (
    equals.find(({ verdict }) => verdict === 'correct') ??
    equals.find(({ verdict }) => verdict === 'undecided') ??
    equals.at(-1)
  );
};

/** Where nothing counts, the last try that was not blank still tells what to mend. */
const lastSaid = (tries: readonly Try[]): GradedQuestion | undefined =>
  (tries.findLast(({ graded }) => graded.verdict === 'ungradable') ?? tries.at(-1))?.graded;

/** Submissions as they are taken: by attempt, then by time, then by the names of their files. */
export const inOrder = (submissions: readonly Submission[]): readonly Submission[] => submissions.toSorted(byAttempt);

const byAttempt = (a: Submission, b: Submission): number =>
  a.attempt - b.attempt ||
  (instant(a.submittedAt) ?? 0) - (instant(b.submittedAt) ?? 0) ||
  compareText(a.file, b.file) ||
  compareText(JSON.stringify(a.answers), JSON.stringify(b.answers));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is said of several attempts alike is said once. */
const distinct = (warnings: readonly InputProblem[]): readonly InputProblem[] => [
  ...new Map(
    warnings.map((warning) => [JSON.stringify([warning.question, warning.message, warning.fix]), warning]),
  ).values(),
];
