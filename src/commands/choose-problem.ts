import { loadShippedSync, shippedProblems } from '../problem/load.js';
import type { InputProblem, Submission } from '../types.js';

export type Choice =
  | { readonly kind: 'chosen'; readonly problem: string; readonly note?: InputProblem }
  | { readonly kind: 'unclear'; readonly finding: InputProblem };

/**
 * Which problem a submission answers: the one asked for, else the one it names, else the one shipped problem whose
 * questions it answers (which is said). A single shipped problem is taken even where ids are misspelt: then these are named.
 */
export const chooseProblem = (submission: Submission, asked: string | undefined): Choice => {
  const named = asked ?? submission.problem;
  if (named !== undefined) return { kind: 'chosen', problem: named };
  const shipped = shippedProblems();
  const fitting = shipped.length === 1 ? shipped : shipped.filter((id) => answersOnly(submission, id));
  const [only] = fitting;
  const { file } = submission;
  if (only !== undefined && fitting.length === 1) {
    const note = {
      code: 'no-problem',
      file,
      message: `The file does not say which problem it answers; it was taken for ${only}.`,
    };
    return { kind: 'chosen', problem: only, note };
  }
  return {
    kind: 'unclear',
    finding: {
      code: 'no-problem',
      file,
      message: 'The file does not say which problem it answers.',
      fix: `Add "problem" to the file, or give --problem. The problems are ${shipped.join(', ')}.`,
    },
  };
};

const answersOnly = (submission: Submission, id: string): boolean => {
  const known = new Set(loadShippedSync(id)?.questions.map((question) => question.id));
  return Object.keys(submission.answers).every((question) => known.has(question));
};
