import { loadShippedSync, shippedProblems } from '../problem/load.js';
import type { InputProblem, Submission } from '../types.js';

export type Choice =
  | { readonly kind: 'chosen'; readonly problem: string; readonly note?: InputProblem }
  | { readonly kind: 'unclear'; readonly finding: InputProblem };

/** The homework that this checker was made for wins where others fit as well. */
const usual = 'em-two-gaussians';

/**
 * Which problem a submission answers: the one asked for, else the one it names, else the shipped problem that knows most of
 * the questions it answers (which is said). Questions that even this one does not know are named later.
 */
export const chooseProblem = (submission: Submission, asked: string | undefined): Choice => {
  const named = asked ?? submission.problem;
  if (named !== undefined) return { kind: 'chosen', problem: named };
  const { file } = submission;
  const shipped = shippedProblems();
  const only = bestAmong(shipped, Object.keys(submission.answers));
  if (only !== undefined) {
    const message = `The file does not say which problem it answers; it was taken for ${only}.`;
    return { kind: 'chosen', problem: only, note: { code: 'no-problem', file, message } };
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

const bestAmong = (shipped: readonly string[], answered: readonly string[]): string | undefined => {
  const known = shipped.map((id) => {
    const questions = new Set(loadShippedSync(id)?.questions.map((question) => question.id));
    return answered.filter((question) => questions.has(question)).length;
  });
  const best = shipped.filter((_, i) => known[i] === Math.max(...known));
  return best.includes(usual) || best.length > 1 ? best.find((id) => id === usual) : best[0];
};
