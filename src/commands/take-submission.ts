import { isInstant } from '../dates/index.js';
import { isShipped, loadShippedSync, shippedProblems } from '../problem/shipped.js';
import { chooseProblem, readSubmission, type Shelf } from '../submission/index.js';
import { readAnswersFile, readStandardInput } from '../submission/load.js';
import type { InputProblem, Submission } from '../types.js';
import type { Grading, GradingOptions } from './grading.js';

/** A submission that was read, and the problem that it answers, which nobody has looked at yet. */
export type TakenSubmission = {
  readonly kind: 'taken';
  /** What the file is called in messages. */
  readonly name: string;
  readonly submission: Submission;
  /** An id or a path. */
  readonly problem: string;
  readonly textOf: () => string;
};

/** Reads an answers file (`-`: standard input) and finds out which problem it answers; or why it cannot be graded. */
export const takeSubmission = (
  file: string,
  options: GradingOptions,
): TakenSubmission | Exclude<Grading, { readonly kind: 'report' }> => {
  if (options.asOf !== undefined && !isInstant(options.asOf))
    return { kind: 'usage', message: wrongTime(options.asOf) };
  if (file === '') return { kind: 'usage', message: 'The name of the answers file is empty.' };
  const name = file === '-' ? 'standard input' : file;
  const content = file === '-' ? readStandardInput() : readAnswersFile(file, 'follow');
  if (content.kind === 'refused') return notGradable(name, [content.problem]);
  const reading = readSubmission(content.bytes, name);
  if (reading.kind === 'unreadable') return notGradable(name, reading.problems);
  const textOf = (): string => new TextDecoder().decode(content.bytes);
  const choice =
    options.problem === undefined
      ? chooseProblem(reading.submission, shipped, textOf)
      : ({ kind: 'chosen', problem: options.problem, note: undefined } as const);
  if (choice.kind === 'unclear') return notGradable(name, [choice.finding]);
  return {
    kind: 'taken',
    name,
    submission: noted(reading.submission, choice.note),
    problem: choice.problem,
    textOf,
  };
};

export const notGradable = (
  file: string,
  problems: readonly InputProblem[],
): Extract<Grading, { kind: 'not-gradable' }> => ({ kind: 'not-gradable', file, problems });

const shipped: Shelf = {
  has: isShipped,
  ids: shippedProblems,
  all: () => shippedProblems().flatMap((id) => loadShippedSync(id) ?? []),
};

const noted = (submission: Submission, note: InputProblem | undefined): Submission =>
  note === undefined ? submission : { ...submission, warnings: [...submission.warnings, note] };

const wrongTime = (text: string): string =>
  `--as-of takes a date and time with a zone, such as 2016-08-18T12:00:00Z, not “${text}”.`;
