import { diagnose, predict, type Predictions } from '../diagnosis/index.js';
import { reportOn, solutionsOf, type Shown, type Solutions } from '../feedback/index.js';
import {
  attemptsFor,
  attemptsUsedBy,
  disclosed,
  gradeAttempts,
  gradeSubmission,
  prepareProblem,
  type PreparedProblem,
} from '../grading/index.js';
import { summarise } from '../report/index.js';
import type { Diagnosis, GradedSubmission, Problem, Submission } from '../types.js';

/** A graded submission as it is kept: JSON of its row and of its report. */
export type Graded = { readonly row: string; readonly report: string };

export type Grader = {
  /** A submission by itself. */
  readonly gradeOne: (submission: Submission) => Graded;
  /** All submissions of one student. */
  readonly gradeAll: (submissions: readonly Submission[]) => Graded;
};

const noDiagnosis: Diagnosis = { causes: [], questions: {}, unexplained: [] };

/** Everything that is done to the answers to one problem, from the answers to sentences. The problem is made ready when first needed. */
export const createGrader = (problem: Problem, asOf: string | undefined): Grader => {
  const ready = prepareOnce(problem);
  const finish = (
    graded: GradedSubmission,
    used: { readonly [question: string]: number },
    submittedAt: string | undefined,
  ): Graded => {
    const isWrong = graded.questions.some(({ verdict }) => verdict === 'incorrect' || verdict === 'partial');
    const diagnosis = isWrong ? diagnose(ready.prepared(), ready.predictions(), graded) : noDiagnosis;
    const shown = shownOf(problem, graded, used, asOf);
    const mayShowSolutions = graded.questions.some(({ id }) => shown[id]?.solution === true);
    const report = reportOn(problem, graded, diagnosis, shown, mayShowSolutions ? ready.solutions() : {});
    const row = summarise(graded, diagnosis, submittedAt);
    const pictures = picturesFor(report.causes, problem, shown);
    return { row: JSON.stringify(pictures.length > 0 ? { ...row, pictures } : row), report: JSON.stringify(report) };
  };
  return {
    gradeOne: (submission) => {
      const graded = gradeSubmission(ready.prepared(), submission);
      return finish(graded, attemptsUsedBy(graded), submission.submittedAt);
    },
    gradeAll: (submissions) => {
      const { final, used } = gradeAttempts(ready.prepared(), submissions);
      return finish(final, used, submissions.find(({ file }) => file === final.file)?.submittedAt);
    },
  };
};

/** Makes it when it is first asked for. */
const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

const prepareOnce = (
  problem: Problem,
): {
  readonly prepared: () => PreparedProblem;
  readonly predictions: () => Predictions;
  readonly solutions: () => Solutions;
} => {
  const prepared = once(() => prepareProblem(problem));
  return {
    prepared,
    predictions: once(() => predict(prepared())),
    solutions: once(() => solutionsOf(problem, prepared().solution)),
  };
};

const shownOf = (
  problem: Problem,
  graded: GradedSubmission,
  used: { readonly [question: string]: number },
  asOf: string | undefined,
): Shown => {
  const shown: { [question: string]: ReturnType<typeof disclosed> } = {};
  graded.questions.forEach(({ id, verdict }, i) => {
    const question = problem.questions[i];
    shown[id] = disclosed(
      problem.policy,
      {
        right: verdict === 'correct',
        attemptsUsed: used[id] ?? 0,
        attemptsAllowed: question === undefined ? problem.policy.attempts : attemptsFor(question, problem.policy),
        student: graded.student,
      },
      asOf,
    );
  });
  return shown;
};

/** The certain causes that can be told, each at the first question it explains; the right course only where no answer stays hidden. */
const picturesFor = (
  causes: readonly {
    readonly ids: readonly string[];
    readonly certain: boolean;
    readonly explains: readonly string[];
  }[],
  problem: Problem,
  shown: Shown,
): readonly { readonly question: string; readonly ids: readonly string[]; readonly right: boolean }[] => {
  const right = problem.questions.every(({ id }) => shown[id]?.solution === true);
  return causes.flatMap(({ ids, certain, explains: [question] }) =>
    certain && question !== undefined ? [{ question, ids, right }] : [],
  );
};
