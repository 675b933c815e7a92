import { createBodyTable } from './body-table.js';
import type { SheetDesk } from './sheet-desk.js';
import type { SplitFile } from './split-file.js';

/**
 * Answers that were read before, by their bytes, and the sheets they make: in other circumstances, or where another problem is named, the same
 * answers make another sheet.
 */
export type KnownBodies = {
  /** The number of these answers, from where the split says to `end`, or −1. */
  readonly find: (bytes: Buffer, split: SplitFile, end: number) => number;
  /** The sheet that the answers of this number make for a student, or −1. */
  readonly sheetFor: (body: number, split: SplitFile, student: string) => number;
  /** Remembers the sheet that these answers make; `body` as it was found. */
  readonly add: (
    bytes: Buffer,
    split: SplitFile,
    end: number,
    body: number,
    made: { readonly sheet: number; readonly student: string },
  ) => void;
};

/** A sheet and the circumstances in which these answers make it. */
type BodySheet = {
  readonly before: BodySheet | undefined;
  readonly sheet: number;
  readonly problem: number;
  readonly attempt: number;
  readonly named: string | undefined;
  readonly circumstances: string;
};

export const createKnownBodies = ({ circumstancesOf, problemOf }: SheetDesk): KnownBodies => {
  const bodies = createBodyTable();
  /** By the number of a body: the last sheet with these answers. */
  let lastSheet: (BodySheet | undefined)[] = [];
  return {
    find: (bytes, { answersAt }, end) => bodies.find(bytes, answersAt, end),
    sheetFor: (body, split, student) => {
      for (let found = lastSheet[body]; found !== undefined; found = found.before) {
        if (
          found.attempt === split.attempt &&
          found.named === split.problem &&
          found.circumstances === circumstancesOf(found.problem, student, split.submittedAt, split.time)
        )
          return found.sheet;
      }
      return -1;
    },
    add: (bytes, split, end, body, { sheet, student }) => {
      const added = body >= 0 ? body : bodies.add(bytes, split.answersAt, end);
      // The table has begun anew.
      if (added === 0 && body < 0) lastSheet = [];
      if (added < 0) return;
      const problem = problemOf(sheet);
      lastSheet[added] = {
        before: lastSheet[added],
        sheet,
        problem,
        attempt: split.attempt,
        named: split.problem,
        circumstances: circumstancesOf(problem, student, split.submittedAt),
      };
    },
  };
};
