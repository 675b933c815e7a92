import { checkAgainst, chooseProblem, readLine, readSubmission } from '../submission/index.js';
import type { Skipped } from '../report/index.js';
import type { InputProblem, Problem, Submission } from '../types.js';
import type { PathNames } from './path-names.js';
import { labelOf, type Places } from './places.js';

/** What came of reading one submission, whose `student` is whoever it was taken to be from. */
export type Read =
  | {
      readonly kind: 'read';
      readonly submission: Submission;
      readonly problem: string;
      /** The student, where the file says so itself. */
      readonly stated: string | undefined;
      /** There was nothing to say about how it is written. */
      readonly plain: boolean;
    }
  | { readonly kind: 'bad'; readonly skipped: Skipped };

export type ReadStrictly = (bytes: Uint8Array, place: number) => Read;

/** Reads submissions with all that can be said about them. `asked`: the problem that all of them answer, whatever they say. */
export const createStrictReader = (
  problems: ReadonlyMap<string, Problem>,
  asked: string | undefined,
  places: Places,
  names: PathNames,
): ReadStrictly => {
  const shelf = {
    has: (id: string) => problems.has(id),
    ids: () => [...problems.keys()],
    all: () => [...problems.values()],
  };
  return (bytes, place) => {
    const file = labelOf(places, place);
    const path = places.paths[place] ?? '';
    const line = places.lines[place];
    const text = (): string => new TextDecoder().decode(bytes);
    const fromPath = (): string | undefined => (line === undefined ? names(path).student : undefined);
    const reading = line === undefined ? readSubmission(bytes, file) : readLine(bytes, path, line.number);
    if (reading.kind === 'unreadable') return bad(file, reading.problems, fromPath());
    const choice =
      asked === undefined
        ? chooseProblem(reading.submission, shelf, text)
        : ({ kind: 'chosen', problem: asked } as const);
    const stated = reading.submission.student;
    const student = stated ?? fromPath() ?? file;
    if (choice.kind === 'unclear') return bad(file, [choice.finding], student);
    const problem = problems.get(choice.problem);
    if (problem === undefined) throw new Error(`problem ${choice.problem} is not at hand`);
    const findings = (given?: string): readonly InputProblem[] =>
      checkAgainst(problem, reading.submission, given).filter(({ code }) => code !== 'other-problem');
    if (findings().length > 0) return bad(file, findings(text()), student);
    const { warnings } = reading.submission;
    const said = 'note' in choice && choice.note !== undefined ? [...warnings, choice.note] : warnings;
    return {
      kind: 'read',
      submission: { ...reading.submission, student, warnings: said },
      problem: choice.problem,
      stated,
      plain: warnings.length === 0,
    };
  };
};

const bad = (file: string, problems: readonly InputProblem[], student: string | undefined): Read => ({
  kind: 'bad',
  skipped: toSkipped(file, problems, student),
});

/** What is wrong with a file, in one line: the first problem with its place and mend, and how many more there are. */
export const toSkipped = (file: string, problems: readonly InputProblem[], student: string | undefined): Skipped => {
  const [first] = problems;
  const { line, column } = first ?? {};
  // What lies in a class file is called by its line already.
  const parts = [
    line === undefined || file.endsWith(`:${line}`) ? [] : [`line ${line}`],
    column === undefined ? [] : [`column ${column}`],
  ].flat();
  const place = parts.length === 0 ? '' : `${parts.join(', ')}: `;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return {
    file,
    kind: 'unreadable',
    reason: `${place}${first?.message ?? 'It cannot be read.'}${first?.fix === undefined ? '' : ` ${first.fix}`}${more}`,
    ...(student !== undefined && { student }),
  };
};

/** What to say where a file names another problem than all files are graded against. */
export const otherProblem = (named: string, asked: string): string =>
  `It says that it answers ${named}, and was graded against ${asked}.`;
