import type { Problem, Submission } from '../types.js';
import { type Circumstances, createCircumstances } from './circumstances.js';
import type { SheetKey } from './sheet-key.js';
import type { Sheets } from './sheets.js';
import type { SheetItem } from './task.js';

/** Finds the sheet that submissions make, and keeps those that are new until somebody asks for them. */
export type SheetDesk = {
  /** The sheet of submissions to the problem of this number, which is wanted if it is new. */
  readonly request: (kind: 'one' | 'attempts', problem: number, submissions: readonly Submission[]) => number;
  /** What a sheet depends on besides problem and answers. `time`: the same as `submittedAt`, where it is known. */
  readonly circumstancesOf: (
    problem: number,
    student: string,
    submittedAt: string | undefined,
    time?: number,
  ) => string;
  /** The sheets that were found since it was last called, and that nobody has graded. */
  readonly wanted: () => readonly SheetItem[];
  /** The problem that a sheet answers, as a number. */
  readonly problemOf: (sheet: number) => number;
};

export const openSheetDesk = (
  problems: readonly { readonly problem: Problem; readonly hash: string }[],
  keyOf: SheetKey,
  sheets: Sheets,
): SheetDesk => {
  const circumstances = problems.map(({ problem }): Circumstances => createCircumstances(problem));
  const problemOfSheet: number[] = [];
  let wanted: SheetItem[] = [];

  const circumstancesOf: SheetDesk['circumstancesOf'] = (problem, student, submittedAt, time) =>
    circumstances[problem]?.(student, submittedAt, time) ?? '';

  return {
    circumstancesOf,
    request: (kind, problem, submissions) => {
      const parts = submissions.map((submission) => ({
        submission,
        answers: JSON.stringify(submission.answers),
        circumstances: circumstancesOf(problem, submission.student ?? '', submission.submittedAt),
      }));
      const key = keyOf(kind, problems[problem]?.hash ?? '', parts);
      const found = sheets.find(key);
      if (found !== undefined) {
        problemOfSheet[found] = problem;
        return found;
      }
      const sheet = sheets.reserve(key);
      problemOfSheet[sheet] = problem;
      const size = parts.reduce((sum, { answers }) => sum + answers.length, 0);
      wanted.push({ sheet, key, kind, problem: problems[problem]?.problem.id ?? '', submissions, size });
      return sheet;
    },
    wanted: () => {
      const found = wanted;
      wanted = [];
      return found;
    },
    problemOf: (sheet) => problemOfSheet[sheet] ?? 0,
  };
};
