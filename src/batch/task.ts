import type { Problem, Submission } from '../types.js';
import type { RecordPlace } from './record.js';

/** What a worker must know before its first task; survives a structured clone. */
export type Setup = {
  /** The problems that submissions may answer. */
  readonly problems: readonly { readonly problem: Problem; readonly shipped: boolean }[];
  /** What may be shown at this instant; else nothing that waits for a date. */
  readonly asOf: string | undefined;
};

/** A sheet to be graded. */
export type SheetItem = {
  readonly sheet: number;
  /** 32 hexadecimal digits. */
  readonly key: string;
  readonly problem: string;
  /** One submission, or all attempts of a student together. */
  readonly submissions: readonly Submission[];
  /** Characters of all their answers as JSON. */
  readonly size: number;
  readonly kind: 'one' | 'attempts';
};

/** One student's page: the sheets on it, in the order of the problems' ids, and the names on them. */
export type PageItem = { readonly student: string; readonly page: string; readonly sheets: readonly PageSheet[] };

/** A result on a page, and the names on it. */
export type PageSheet = {
  readonly problem: string;
  readonly content: ({ readonly kind: 'record' } & RecordPlace) | ({ readonly kind: 'bytes' } & PageBytes);
  readonly file: string;
  readonly attempt: number;
};

/** Row and report, JSON without the names. */
export type PageBytes = { readonly rowRest: Uint8Array; readonly reportRest: Uint8Array };

/** A piece of work. Items are independent of each other; a task may be cut into any parts. */
export type Task = { readonly kind: 'grade'; readonly items: readonly SheetItem[] } | PagesTask;

export type PagesTask = {
  readonly kind: 'pages';
  readonly folder: string;
  /** The file with the records of the sheets, where pages name them by their places. */
  readonly records: string | undefined;
  readonly items: readonly PageItem[];
};

/** For each item of a grading task where its record stands, or why there is none. */
export type TaskResult = {
  readonly records: Uint8Array;
  readonly places: readonly (RecordPlace | string)[];
};

/** The part of a task with the items from `start` to `end`. */
export const partOf = (task: Task, start: number, end: number): Task =>
  task.kind === 'grade'
    ? { ...task, items: task.items.slice(start, end) }
    : { ...task, items: task.items.slice(start, end) };

/** An item of a task by itself, and what stands before and after it. */
export const atItem = (
  task: Task,
  index: number,
): { readonly item: Task; readonly before: Task; readonly after: Task } => ({
  item: partOf(task, index, index + 1),
  before: partOf(task, 0, index),
  after: partOf(task, index + 1, task.items.length),
});
