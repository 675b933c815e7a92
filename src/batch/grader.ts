import { createDiagnoser, type Diagnoser } from '../diagnosis/index.js';
import { solutionsOf, type Solutions } from '../feedback/index.js';
import {
  createDiscloser,
  gradeAttempts,
  gradeSubmission,
  prepareProblem,
  type PreparedProblem,
} from '../grading/index.js';
import { type Row, writeRowRest } from '../report/index.js';
import { createMemory, once } from '../memory/index.js';
import type { Cause, Diagnosis, Disclosed, GradedSubmission, Problem, Submission } from '../types.js';
import { createSheetKey } from './answer-sheet.js';
import { type PredictionsFor, singlesOnly } from './predictions.js';
import type { Signed } from './record.js';
import { createReporter } from './reporter.js';
import { createVariantGrader } from './variant-grader.js';

export type Grader = {
  /** A submission by itself. */
  readonly gradeOne: (submission: Submission) => Signed;
  /** All submissions of one student. */
  readonly gradeAll: (submissions: readonly Submission[]) => Signed;
};

const noDiagnosis: Diagnosis = { causes: [], questions: {}, unexplained: [] };

/**
 * Everything that is done to the answers to one problem, from the answers to sentences. The problem is made ready when first
 * needed; answers, mistakes and sentences that come again are looked up, which changes nothing but the time.
 */
export const createGrader = (
  problem: Problem,
  shipped: boolean,
  asOf: string | undefined,
  predictionsFor: PredictionsFor,
): Grader => {
  if (problem.variants !== undefined) {
    return createVariantGrader(problem, (own) => createGrader(own, false, asOf, singlesOnly(predictionsFor)));
  }
  const ready = prepareOnce(problem, shipped, predictionsFor);
  const reporter = createReporter(problem, ready.solutions);
  const disclose = createDiscloser(problem, asOf);
  const sheetKey = createSheetKey(problem);
  const sheets = createMemory<string, Sheet>(6_000_000);

  const diagnosisOf = (graded: GradedSubmission): Diagnosis => {
    if (
      graded.questions.every(({ verdict }) => verdict === 'correct' || verdict === 'blank' || verdict === 'undecided')
    )
      return noDiagnosis;
    return ready.diagnoser()(graded);
  };

  const finish = (graded: GradedSubmission, used: { readonly [question: string]: number } | undefined): Sheet => {
    const diagnosis = diagnosisOf(graded);
    const shown = disclose(graded, used);
    return {
      rowRest: Buffer.from(writeRowRest(graded, diagnosis, picturesFor(diagnosis.causes, problem, shown))),
      reportRest: Buffer.from(reporter(graded, diagnosis, shown), 'latin1'),
    };
  };

  return {
    gradeOne: (submission) => {
      const key = sheetKey(submission);
      const known = sheets.get(key);
      if (known !== undefined) return sign(known, problem.id, submission);
      const graded = gradeSubmission(ready.prepared(), submission);
      const sheet = finish(graded, undefined);
      return sign(sheets.set(key, sheet, sheet.rowRest.length + sheet.reportRest.length), problem.id, submission);
    },
    gradeAll: (submissions) => {
      const { final, used } = gradeAttempts(ready.prepared(), submissions);
      const last = submissions.find(({ file }) => file === final.file);
      return sign(finish(final, used), problem.id, { ...final, submittedAt: last?.submittedAt });
    },
  };
};

/** Row and report as JSON without the names at their beginning. */
type Sheet = Pick<Signed, 'rowRest' | 'reportRest'>;

type Names = Pick<Submission, 'student' | 'file' | 'attempt'> & { readonly submittedAt?: string | undefined };

/** Puts the names on a sheet. */
const sign = (sheet: Sheet, problemId: string, { student = '', file, attempt, submittedAt = '' }: Names): Signed => {
  const [name, place] = [JSON.stringify(student), JSON.stringify(file)];
  return {
    ...sheet,
    rowHead: `[${name},"${problemId}",${place},${attempt},${JSON.stringify(submittedAt)},`,
    reportHead: `{"problem":"${problemId}","student":${name},"file":${place},"attempt":${attempt},`,
  };
};

const prepareOnce = (
  problem: Problem,
  shipped: boolean,
  predictionsFor: PredictionsFor,
): {
  readonly prepared: () => PreparedProblem;
  readonly diagnoser: () => Diagnoser;
  readonly solutions: () => Solutions;
} => {
  const prepared = once(() => prepareProblem(problem));
  return {
    prepared,
    diagnoser: once(() => {
      const { singles, pairs } = predictionsFor(prepared(), shipped);
      return createDiagnoser(prepared(), singles(), pairs);
    }),
    solutions: once(() => solutionsOf(problem, prepared().solution)),
  };
};

/** The certain causes that may be told, each at the first question it explains; the right course only where no answer stays hidden. */
const picturesFor = (
  causes: readonly Cause[],
  problem: Problem,
  shown: { readonly [question: string]: Disclosed },
): Row['pictures'] => {
  if (causes.length === 0) return [];
  const right = problem.questions.every(({ id }) => shown[id]?.solution === true);
  return causes.flatMap(({ ids, certain, explains }) => {
    const question = explains.find((id) => shown[id]?.cause === true);
    return certain && question !== undefined ? [{ question, ids, right }] : [];
  });
};
