import type { InputProblem, Problem, Submission } from '../types.js';

export type Chosen =
  | { readonly kind: 'chosen'; readonly problem: string; readonly warning?: InputProblem }
  | { readonly kind: 'unclear'; readonly finding: InputProblem };

/**
 * Which of the problems at hand a submission answers: the one it names; without a name the only one there is, or the only one
 * that has all its questions. A name is looked up, never taken as a path.
 */
export const chooseProblem = (submission: Submission, problems: ReadonlyMap<string, Problem>): Chosen => {
  const { file, problem: named } = submission;
  const known = `The problems are ${[...problems.keys()].join(', ')}.`;
  if (named !== undefined) {
    if (problems.has(named)) return { kind: 'chosen', problem: named };
    return {
      kind: 'unclear',
      finding: {
        code: 'unknown-problem',
        file,
        message: `There is no problem “${named.slice(0, 80)}”.`,
        fix: `${known} For another one, give --problem.`,
      },
    };
  }
  const fitting =
    problems.size === 1
      ? [...problems.keys()]
      : [...problems.values()].filter((problem) => hasAll(problem, submission)).map(({ id }) => id);
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) {
    return {
      kind: 'chosen',
      problem: only,
      warning: {
        code: 'no-problem',
        file,
        message: `The file does not say which problem it answers; it was taken for ${only}.`,
      },
    };
  }
  return {
    kind: 'unclear',
    finding: {
      code: 'no-problem',
      file,
      message: 'The file does not say which problem it answers.',
      fix: `Add "problem" to the file, or give --problem. ${known}`,
    },
  };
};

const hasAll = (problem: Problem, { answers }: Submission): boolean => {
  const ids = new Set(problem.questions.map(({ id }) => id));
  return Object.keys(answers).every((id) => ids.has(id));
};
