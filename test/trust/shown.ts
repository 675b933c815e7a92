import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  diagnose,
  openPairs,
  openPredictions,
  type PairPredictions,
  predict,
  predictPairs,
  type Predictions,
} from '../../src/diagnosis/index.js';
import { reportOn, renderReport, escapeJsonForTerminal, solutionsOf } from '../../src/feedback/index.js';
import { disclosedOf, gradeSubmission, prepareProblem, type PreparedProblem } from '../../src/grading/index.js';
import { once } from '../../src/memory/index.js';
import { loadProblem } from '../../src/problem/load.js';
import {
  createClassSummary,
  gradesHeader,
  gradesRow,
  gradesRowRest,
  keepQuestion,
  loadFormulaRenderer,
  renderClassPage,
  renderStudentPage,
  summarise,
} from '../../src/report/index.js';
import { checkAgainst, readSubmission } from '../../src/submission/index.js';
import type { Diagnosis, InputProblem, Problem, Report, Submission } from '../../src/types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A shipped problem. */
export const shipped = async (id: string): Promise<Problem> => {
  const loaded = await loadProblem(join(root, 'problems', id));
  if (loaded.kind !== 'problem') throw new Error(JSON.stringify(loaded.problems));
  return loaded.problem;
};

/** A problem made ready, with the mistakes known of it. */
export type Desk = {
  readonly prepared: PreparedProblem;
  readonly singles: () => Predictions;
  readonly pairs: () => PairPredictions;
};

/** Predictions as the build has made them, or made here. */
export const deskFor = (problem: Problem): Desk => {
  const prepared = prepareProblem(problem);
  const built = (part: string): Uint8Array | undefined => {
    const file = join(root, 'dist', 'predictions', `${problem.id}${part}.bin`);
    return existsSync(file) ? readFileSync(file) : undefined;
  };
  const singles = once((): Predictions => {
    const bytes = built('');
    return bytes === undefined ? predict(prepared) : openPredictions(bytes);
  });
  const pairs = once((): PairPredictions => {
    const bytes = built('.pairs');
    return bytes === undefined ? predictPairs(prepared, singles()) : openPairs(bytes);
  });
  return { prepared, singles, pairs };
};

const renderFormula = await loadFormulaRenderer();

/** Everything that anyone is shown of a submission. */
export type Shown = {
  readonly report: Report;
  readonly sentences: readonly string[];
  /** As screens show it: with letters beyond ASCII, without, for screen readers, and as data. */
  readonly terminal: readonly string[];
  readonly student: string;
  readonly class: string;
  readonly csv: string;
};

export type Outcome =
  | { readonly kind: 'shown'; readonly shown: Shown }
  | { readonly kind: 'refused'; readonly problems: readonly InputProblem[] };

const nothing: Diagnosis = { causes: [], questions: {}, unexplained: [] };

/** Grades a submission and writes all that is written about it. */
const showSubmission = ({ prepared, singles, pairs }: Desk, submission: Submission): Shown => {
  const { problem, solution } = prepared;
  const graded = gradeSubmission(prepared, submission);
  const isWrong = graded.questions.some(({ verdict }) => verdict !== 'correct' && verdict !== 'blank');
  const diagnosis = isWrong ? diagnose(prepared, singles(), graded, pairs) : nothing;
  const disclosed = disclosedOf(problem, graded, undefined);
  const report = reportOn(problem, graded, diagnosis, disclosed, solutionsOf(problem, solution));
  const row = summarise(problem, graded, diagnosis, submission.submittedAt, []);
  const kept = { ...report, questions: report.questions.map(keepQuestion) };
  const summary = createClassSummary();
  summary.add(row, 'page');
  const style = { width: 80, colour: false, unicode: true, plain: false };
  return {
    report,
    sentences: [...report.messages, ...report.warnings, ...report.questions.flatMap(({ messages }) => messages)],
    terminal: [
      renderReport(report, problem, style),
      renderReport(report, problem, { ...style, unicode: false, width: 40 }),
      renderReport(report, problem, { ...style, plain: true }),
      escapeJsonForTerminal(JSON.stringify(report, undefined, 2)),
    ],
    student: renderStudentPage(graded.student, [{ problem, report: kept, pictures: {} }], renderFormula),
    class: renderClassPage({
      problems: [{ problem, summary: summary.result() }],
      skipped: [{ file: submission.file, kind: 'ignored', reason: graded.student }],
      notes: [{ file: submission.file, kind: 'same-attempt', message: graded.student }],
      describe: () => '',
      linked: true,
    }),
    csv: gradesHeader([problem]) + gradesRow(row, problem.id, gradesRowRest([problem], row)),
  };
};

/** From the bytes of an answers file to all that is said about it. */
export const showFile = (desk: Desk, content: Uint8Array | string, file: string): Outcome => {
  const reading = readSubmission(content, file);
  if (reading.kind === 'unreadable') return { kind: 'refused', problems: reading.problems };
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  const problems = checkAgainst(desk.prepared.problem, reading.submission, text);
  return problems.length > 0
    ? { kind: 'refused', problems }
    : { kind: 'shown', shown: showSubmission(desk, reading.submission) };
};
