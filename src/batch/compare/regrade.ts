import { gradeAttempts, gradeSubmission, type PreparedProblem, prepareProblem } from '../../grading/index.js';
import { createMemory } from '../../memory/index.js';
import { drawVariant } from '../../variants/index.js';
import type { GradedSubmission, Problem, Submission } from '../../types.js';
import type { ProblemChanges } from './problem-changes.js';

/** Grades what a student handed in by a mixture of the old and the new problem; nothing where the mixture is no sound problem. */
export type Regrade = (submissions: readonly Submission[], asNow: ReadonlySet<string>) => GradedSubmission | undefined;

/** Characters of what was graded that is remembered. */
const mostRemembered = 2_000_000;

const attempt = <T>(make: () => T): T | undefined => {
  try {
    return make();
  } catch {
    return undefined;
  }
};

/** Students with the same answers, whom the policy does not know by name, are graded once. */
export const createRegrader = ({ mix, aspects }: ProblemChanges): Regrade => {
  const prepared = new Map<string, { readonly problem: Problem; readonly ready: PreparedProblem | undefined }>();
  const readyFor = (
    asNow: ReadonlySet<string>,
  ): { readonly problem: Problem; readonly ready: PreparedProblem | undefined } => {
    const key = aspects.map((aspect) => (asNow.has(aspect.key) ? 1 : 0)).join('');
    const known = prepared.get(key);
    if (known !== undefined) return known;
    const problem = mix(asNow);
    const made = {
      problem,
      ready: problem.variants === undefined ? attempt(() => prepareProblem(problem)) : undefined,
    };
    prepared.set(key, made);
    return made;
  };
  const graded = createMemory<string, { readonly graded: GradedSubmission | undefined }>(mostRemembered);
  return (submissions, asNow) => {
    const { problem, ready } = readyFor(asNow);
    const [first] = submissions;
    if (first === undefined) return undefined;
    const { student = '' } = first;
    const grade = (): GradedSubmission | undefined =>
      attempt(() => {
        const at = problem.variants === undefined ? ready : prepareProblem(drawVariant(problem, student).problem);
        if (at === undefined) return undefined;
        return submissions.length === 1 ? gradeSubmission(at, first) : gradeAttempts(at, submissions).final;
      });
    const isOwn = problem.variants !== undefined || Object.hasOwn(problem.policy.extensions ?? {}, student);
    const key = JSON.stringify([
      isOwn ? student : null,
      aspects.map((aspect) => (asNow.has(aspect.key) ? 1 : 0)).join(''),
      submissions.map(({ attempt: number, submittedAt, answers }) => [number, submittedAt, answers]),
    ]);
    return (graded.get(key) ?? graded.set(key, { graded: grade() }, key.length)).graded;
  };
};
