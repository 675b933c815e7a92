import { isInstant } from '../dates/index.js';
import { prepareProblem, type PreparedProblem } from '../grading/index.js';
import { loadProblem, loadShippedSync, shippedProblems } from '../problem/load.js';
import { checkAgainst, chooseProblem, readSubmission, type Shelf } from '../submission/index.js';
import { readAnswersFile, readStandardInput } from '../submission/load.js';
import type { InputProblem, Problem, Report, Submission } from '../types.js';
import { computedPredictions, type PredictionSource, shippedPredictions } from './predictions.js';
import { reportFor } from './report-for.js';

export type GradingOptions = { readonly problem: string | undefined; readonly asOf: string | undefined };

export type Grading =
  | { readonly kind: 'report'; readonly report: Report; readonly problem: Problem }
  | { readonly kind: 'not-gradable'; readonly file: string; readonly problems: readonly InputProblem[] }
  | { readonly kind: 'usage'; readonly message: string };

/**
 * One answers file, from its bytes to its report. No promise where the problem ships with the checker: grading one
 * file is done before an event loop would have turned.
 */
export const gradeFile = (file: string, options: GradingOptions): Grading | Promise<Grading> => {
  if (options.asOf !== undefined && !isInstant(options.asOf))
    return { kind: 'usage', message: wrongTime(options.asOf) };
  const name = file === '-' ? 'standard input' : file;
  const notGradable = (problems: readonly InputProblem[]): Grading => ({ kind: 'not-gradable', file: name, problems });
  const content = file === '-' ? readStandardInput() : readAnswersFile(file, 'follow');
  if (content.kind === 'refused') return notGradable([content.problem]);
  const reading = readSubmission(content.bytes, name);
  if (reading.kind === 'unreadable') return notGradable(reading.problems);
  const textOf = (): string => new TextDecoder().decode(content.bytes);
  const choice =
    options.problem === undefined
      ? chooseProblem(reading.submission, shipped, textOf)
      : ({ kind: 'chosen', problem: options.problem, note: undefined } as const);
  if (choice.kind === 'unclear') return notGradable([choice.finding]);
  const submission = noted(reading.submission, choice.note);
  const gradeAgainst = (problem: Problem, predictionsFor: (prepared: PreparedProblem) => PredictionSource): Grading => {
    const prepared = prepareProblem(problem);
    const report = reportFor(prepared, submission, () => predictionsFor(prepared), options.asOf);
    return { kind: 'report', problem, report };
  };
  const finish = (
    problem: Problem,
    predictionsFor: (prepared: PreparedProblem) => PredictionSource,
  ): Grading | Promise<Grading> => {
    const findings = checkAgainst(problem, submission, textOf());
    const errors = findings.filter(({ code }) => code !== 'other-problem' || options.problem === undefined);
    if (errors.length > 0) return notGradable(errors);
    if (problem.variants === undefined) return gradeAgainst(problem, predictionsFor);
    // Their numbers follow from who they are.
    const { student } = submission;
    if (student === undefined) return notGradable([nobody(name)]);
    return import('../variants/index.js').then(({ drawVariant }) =>
      gradeAgainst(drawVariant(problem, student).problem, computedPredictions),
    );
  };
  const known = loadShippedSync(choice.problem);
  if (known !== undefined) return finish(known, shippedPredictions);
  return loadProblem(choice.problem).then((loaded) =>
    loaded.kind === 'problem' ? finish(loaded.problem, computedPredictions) : notGradable(loaded.problems),
  );
};

const shipped: Shelf = {
  ids: shippedProblems,
  all: () => shippedProblems().flatMap((id) => loadShippedSync(id) ?? []),
};

const noted = (submission: Submission, note: InputProblem | undefined): Submission =>
  note === undefined ? submission : { ...submission, warnings: [...submission.warnings, note] };

const nobody = (file: string): InputProblem => ({
  code: 'no-student',
  file,
  message: 'The numbers of this problem are drawn for each student, and the file does not say whose answers it holds.',
  fix: 'Add "student": "…", as it was when you got your numbers.',
});

const wrongTime = (text: string): string =>
  `--as-of takes a date and time with a zone, such as 2016-08-18T12:00:00Z, not “${text}”.`;
