import { gradeAttempts, gradeSubmission, type PreparedProblem, prepareProblem } from '../../grading/index.js';
import { createMemory, once } from '../../memory/index.js';
import { drawVariant } from '../../variants/index.js';
import type { GradedSubmission, Model, Problem, Submission } from '../../types.js';
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

/**
 * The data and start that a student had by the old problem, and has by the new one. To draw them takes a second: it is done once, or twice where something
 * changed that the draw can depend on. Of a mixture it is the new draw where the model is as now, or, where that did not change, all questions are.
 */
const createDraws = ({ mix, aspects }: ProblemChanges): ((student: string, asNow: ReadonlySet<string>) => Model) => {
  const keys = aspects.map(({ key }) => key);
  const ofModel = keys.filter((key) => modelAspects.has(key));
  const ofQuestions = keys.filter((key) => key.startsWith('question '));
  const isNew = (asNow: ReadonlySet<string>): boolean =>
    ofModel.length > 0
      ? ofModel.some((key) => asNow.has(key))
      : ofQuestions.length > 0 && ofQuestions.every((key) => asNow.has(key));
  const [old, now] = [once(() => mix(new Set())), once(() => mix(new Set(keys)))];
  const drawn = createMemory<string, Model>(mostDrawn);
  return (student, asNow) => {
    const by = isNew(asNow);
    const key = `${by ? 'now' : 'old'} ${student}`;
    return drawn.get(key) ?? drawn.set(key, drawVariant((by ? now : old)(), student).problem.model);
  };
};

const modelAspects: ReadonlySet<string> = new Set(['data', 'start', 'run', 'variants']);
const mostDrawn = 100;

/** Students with the same answers, whom the policy does not know by name, are graded once. */
export const createRegrader = (changes: ProblemChanges): Regrade => {
  const { mix, aspects } = changes;
  const modelFor = createDraws(changes);
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
        const at =
          problem.variants === undefined ? ready : prepareProblem({ ...problem, model: modelFor(student, asNow) });
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
