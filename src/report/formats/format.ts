import type { Problem } from '../../types.js';
import type { KeptReport } from '../kept-report.js';
import type { Roster, RosterEntry } from '../roster.js';
import type { Row } from '../row.js';

/** All results of one student, in the order of the problems' ids. */
export type StudentRows = {
  readonly student: string;
  /** A name that is safe for a file, the same as that of the student's page. */
  readonly page: string;
  readonly rows: readonly Row[];
  /** The reports to the rows; read only by formats that carry sentences. */
  readonly reports: () => readonly KeptReport[];
};

export type FormatContext = {
  /** In the order of their ids. */
  readonly problems: readonly Problem[];
  readonly roster: Roster | undefined;
  /** Called for what the file cannot say and a person must know: a student left out, points left empty. */
  readonly remark: (about: string, message: string) => void;
  /** Who stands for a line of the roster in these files: two names may lead to one. Filled as the files are written. */
  readonly claimed: Map<RosterEntry, { readonly student: string; readonly files: string }>;
};

/** `about`: a student, or the roster as a whole. */
export type Remark = { readonly about: string; readonly message: string };

/** Writes a file piece by piece, in the order of the students. */
export type Writing = {
  readonly begin: string;
  readonly add: (student: StudentRows) => string;
  readonly end: () => string;
};

/**
 * A file for another program: one for the class, one for each problem (in a folder of that name where there are several), or one for each
 * student in a folder.
 */
export type Format =
  | { readonly kind: 'class'; readonly file: string; readonly start: (context: FormatContext) => Writing }
  | {
      readonly kind: 'problem';
      readonly name: string;
      readonly start: (problem: Problem, context: FormatContext) => Writing;
    }
  | {
      readonly kind: 'student';
      readonly file: (page: string) => string;
      readonly write: (student: StudentRows, context: FormatContext) => string;
    };

/** The author's mistake, in words: a roster that a format cannot do with. */
export class FormatProblem extends Error {}
