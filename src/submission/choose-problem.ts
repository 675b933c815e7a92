import { nearest, suggestion } from '../spelling/index.js';
import type { InputProblem, Problem, Submission } from '../types.js';
import { createPlaces } from './key-places.js';

/** The problems that a submission may answer; all of them are read only where it does not name one. */
export type Shelf = {
  readonly has: (id: string) => boolean;
  readonly ids: () => readonly string[];
  readonly all: () => readonly Problem[];
};

export type Choice =
  /** `note` is a warning: the submission did not say so itself. */
  | { readonly kind: 'chosen'; readonly problem: string; readonly note?: InputProblem }
  | { readonly kind: 'unclear'; readonly finding: InputProblem };

/** The homework that this checker was made for wins where others fit as well. */
const usual = 'em-two-gaussians';

/**
 * Which problem a submission answers: the one it names (looked up among the ids, never taken as a path), else the one that knows most of the
 * questions it answers; where none is known, the one that knows most that are spelled like them. Of several that know as many it is the usual one,
 * if it is among them. Questions that even the chosen one does not know are found later. With the text it was read from, the place of a wrong
 * name is given too.
 */
export const chooseProblem = (submission: Submission, shelf: Shelf, text?: () => string): Choice => {
  const { file, problem: named } = submission;
  if (named !== undefined) {
    if (shelf.has(named)) return { kind: 'chosen', problem: named };
    const ids = shelf.ids();
    const finding = {
      code: 'unknown-problem',
      file,
      ...createPlaces(text?.())(['problem']),
      message: `There is no problem “${named.slice(0, 80)}”.`,
      fix: `${suggestion(named, ids, ids.length)} For a problem of your own, give --problem with its path.`.trim(),
    };
    return { kind: 'unclear', finding };
  }
  const problems = shelf.all();
  const answered = Object.keys(submission.answers);
  const fitting = fittingAmong(problems, answered);
  const taken = fitting.length === 1 ? fitting[0] : fitting.find((id) => id === usual);
  const sayWhich = 'The file does not say which problem it answers';
  if (taken !== undefined) {
    const among = fitting.length > 1 && answered.length > 0 ? `. Its questions fit ${list(fitting)}` : '';
    const note = {
      code: 'no-problem',
      file,
      message: `${sayWhich}${among}; it was taken for ${taken}.`,
      fix: 'If that is wrong, add "problem" to the file, or give --problem.',
    };
    return { kind: 'chosen', problem: taken, note };
  }
  const others = fitting.length === 0 ? 'its questions belong to none' : `its questions fit ${list(fitting)} alike`;
  const known = `The problems are ${problems.map(({ id }) => id).join(', ')}.`;
  const fix = `Add "problem" to the file, or give --problem.${fitting.length === 0 ? ` ${known}` : ''}`;
  return { kind: 'unclear', finding: { code: 'no-problem', file, message: `${sayWhich}, and ${others}.`, fix } };
};

/** More slips than this tell nothing new. */
const mostSlips = 20;

/** The problems that know most of the questions, or else most that are spelled nearly so; none where nothing is near. A blank file fits all. */
const fittingAmong = (problems: readonly Problem[], answered: readonly string[]): readonly string[] => {
  if (answered.length === 0) return problems.map(({ id }) => id);
  const exact = mostOf(problems, answered, (ids, question) => ids.has(question));
  if (exact.length > 0) return exact;
  return mostOf(problems, answered.slice(0, mostSlips), (ids, question) => nearest(question, ids) !== undefined);
};

const mostOf = (
  problems: readonly Problem[],
  answered: readonly string[],
  knows: (ids: ReadonlySet<string>, question: string) => boolean,
): readonly string[] => {
  const known = problems.map(({ questions }) => {
    const ids = new Set(questions.map(({ id }) => id));
    return answered.filter((question) => knows(ids, question)).length;
  });
  const most = Math.max(0, ...known);
  return most === 0 ? [] : problems.filter((_, index) => known[index] === most).map(({ id }) => id);
};

const list = (ids: readonly string[]): string => `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;
