import { readFileSync } from 'node:fs';
import { readProblem } from '../../src/problem/index.js';
import type {
  Cause,
  Diagnosis,
  Disclosed,
  GradedQuestion,
  GradedSubmission,
  Problem,
  Verdict,
} from '../../src/types.js';

const file = new URL('../../problems/em-two-gaussians/problem.yaml', import.meta.url);

/** The homework's problem, from its file. */
export const homework = async (): Promise<Problem> => {
  const reading = await readProblem(readFileSync(file, 'utf8'), 'problem.yaml');
  if (reading.kind !== 'problem') throw new Error(JSON.stringify(reading.problems));
  return reading.problem;
};

export const everything: Disclosed = { hint: true, cause: true, explanation: true, solution: true };
export const hintAndCause: Disclosed = { hint: true, cause: true, explanation: false, solution: false };
export const hintOnly: Disclosed = { hint: true, cause: false, explanation: false, solution: false };
export const nothing: Disclosed = { hint: false, cause: false, explanation: false, solution: false };

export const forAll = (problem: Problem, shown: Disclosed): { readonly [id: string]: Disclosed } =>
  Object.fromEntries(problem.questions.map(({ id }) => [id, shown]));

type Changes = { readonly [question: string]: Partial<GradedQuestion> };

/** A graded submission in which every question is right, but for the changes. */
export const graded = (problem: Problem, changes: Changes, verdict: Verdict = 'correct'): GradedSubmission => {
  const questions = problem.questions.map(({ id, points }): GradedQuestion => {
    const change = changes[id] ?? {};
    const right = (change.verdict ?? verdict) === 'correct';
    return {
      id,
      verdict,
      earned: right ? points : 0,
      possible: points,
      proof: { method: 'none' },
      remarks: [],
      ...change,
    };
  });
  return {
    problem: problem.id,
    student: 's17',
    file: 'answers.json',
    attempt: 1,
    earned: questions.reduce((sum, { earned }) => sum + earned, 0),
    possible: questions.reduce((sum, { possible }) => sum + possible, 0),
    questions,
    warnings: [],
    daysLate: 0,
  };
};

/** One cause for some questions. */
export const diagnosed = (cause: Partial<Cause> & Pick<Cause, 'ids' | 'explains'>): Diagnosis => ({
  causes: [{ certain: true, leaves: [], chance: 1e-9, ...cause }],
  questions: Object.fromEntries(cause.explains.map((id) => [id, { causes: [0], facts: [] }])),
  unexplained: [],
});
