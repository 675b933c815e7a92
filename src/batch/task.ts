import type { Problem, Submission } from '../types.js';
import type { RecordPlace } from './record.js';

/** What a worker must know before its first task; survives a structured clone. */
export type Setup = {
  /** The problems that submissions may answer. */
  readonly problems: readonly { readonly problem: Problem; readonly shipped: boolean }[];
  /** What may be shown at this instant; else nothing that waits for a date. */
  readonly asOf: string | undefined;
};

/** A submission as it is sent to a worker: its answers as JSON. */
export type Sent = Omit<Submission, 'answers'> & { readonly answers: string };

/** A sheet to be graded. */
export type SheetItem = {
  readonly sheet: number;
  /** 32 hexadecimal digits. */
  readonly key: string;
  readonly problem: string;
  /** One submission, or all attempts of a student together. */
  readonly submissions: readonly Sent[];
  readonly kind: 'one' | 'attempts';
};

/** One student's page: the sheets on it, in the order of the problems' ids, and the names on them. */
export type PageItem = { readonly student: string; readonly page: string; readonly sheets: readonly PageSheet[] };

/** `row` and `report` are JSON without the names; the same number stands for the same ones, −1 for any. */
export type PageSheet = {
  readonly sheet: number;
  readonly problem: string;
  readonly row: Uint8Array;
  readonly report: Uint8Array;
  readonly file: string;
  readonly attempt: number;
};

/** A piece of work. Items are independent of each other; a task may be cut into any parts. */
export type Task =
  | { readonly kind: 'grade'; readonly items: readonly SheetItem[] }
  | { readonly kind: 'pages'; readonly folder: string; readonly items: readonly PageItem[] };

/** For each item of a grading task where its record stands, or why there is none. */
export type TaskResult = {
  readonly records: Uint8Array;
  readonly places: readonly (RecordPlace | string)[];
};
