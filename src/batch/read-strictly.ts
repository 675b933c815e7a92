import { checkAgainst, chooseProblem, readLine, readSubmission } from '../submission/index.js';
import type { Skipped } from '../report/index.js';
import type { InputProblem, Problem, Submission } from '../types.js';
import { identify, studentOfPath } from './identity.js';
import { labelOf, type Places } from './places.js';

/** What came of reading one submission. `plain`: there was nothing to say about how it is written. */
export type Read =
  | {
      readonly kind: 'read';
      readonly submission: Submission;
      readonly problem: string;
      readonly plain: boolean;
      readonly note: string | undefined;
    }
  | { readonly kind: 'bad'; readonly skipped: Skipped };

export type ReadStrictly = (bytes: Uint8Array, places: Places, place: number) => Read;

/** Reads submissions with all that can be said about them. `asked`: the problem that all of them answer, whatever they say. */
export const createStrictReader = (problems: ReadonlyMap<string, Problem>, asked: string | undefined): ReadStrictly => {
  const shelf = {
    has: (id: string) => problems.has(id),
    ids: () => [...problems.keys()],
    all: () => [...problems.values()],
  };
  return (bytes, places, place) => {
    const file = labelOf(places, place);
    const path = places.paths[place] ?? '';
    const line = places.lines[place];
    const text = (): string => new TextDecoder().decode(bytes);
    const fromPath = line === undefined ? studentOfPath(path) : undefined;
    const reading = line === undefined ? readSubmission(bytes, file) : readLine(bytes, path, line.number);
    if (reading.kind === 'unreadable') return bad(file, reading.problems, fromPath);
    const choice =
      asked === undefined
        ? chooseProblem(reading.submission, shelf, text)
        : ({ kind: 'chosen', problem: asked } as const);
    const { student, note } = identify(reading.submission, line === undefined ? path : undefined);
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
      plain: warnings.length === 0,
      note,
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
  const place =
    first?.line === undefined
      ? ''
      : first.column === undefined
        ? `line ${first.line}: `
        : `line ${first.line}, column ${first.column}: `;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return {
    file,
    kind: 'unreadable',
    reason: `${place}${first?.message ?? 'It cannot be read.'}${first?.fix === undefined ? '' : ` ${first.fix}`}${more}`,
    ...(student !== undefined && { student }),
  };
};
