import type { BatchNote, Skipped } from '../report/index.js';
import type { Problem } from '../types.js';
import type { Place } from './place.js';
import type { Shard } from './shard.js';

/** What a worker must know before its first task; survives a structured clone. */
export type Setup = {
  /** Folder that the places are relative to. */
  readonly root: string;
  /** The problems that submissions may answer, each with a hash of all it consists of. */
  readonly problems: readonly { readonly problem: Problem; readonly hash: string; readonly shipped: boolean }[];
  /** Grade against this problem, whatever the files say. */
  readonly asked: string | undefined;
  /** What may be shown at this instant; else nothing that waits for a date. */
  readonly asOf: string | undefined;
  /** Hash of what results depend on besides the problem and the submission. */
  readonly context: string;
  /** The journal and what it holds; absent where there is none. */
  readonly journal: { readonly path: string; readonly memory: SharedArrayBuffer } | undefined;
  readonly shard: Shard | undefined;
};

/** A piece of work. Items are independent of each other; a task may be cut into any parts. */
export type Task =
  | { readonly kind: 'grade'; readonly items: readonly Place[] }
  /** Each item: all submissions of one student to one problem. */
  | { readonly kind: 'join'; readonly items: readonly (readonly Place[])[] }
  | { readonly kind: 'pages'; readonly folder: string; readonly items: readonly PageItem[] };

/** One student's results, in the order of the problems' ids: row and report as JSON. */
export type PageItem = {
  readonly student: string;
  readonly page: string;
  readonly results: readonly PageResult[];
};

/** Row and report as JSON; the first `headLength` characters of the row are the names on it. */
export type PageResult = { readonly row: string; readonly headLength: number; readonly report: string };

/** A graded submission, and where its record lies: in the journal already, or in the bytes sent along. */
export type Entry = {
  readonly student: string;
  readonly problem: string;
  /** Which item of its task it is. */
  readonly item: number;
  readonly attempt: number;
  readonly fresh: boolean;
  readonly offset: number;
  readonly length: number;
};

export type TaskResult = {
  readonly entries: readonly Entry[];
  /** The records of the fresh entries, one after the other. */
  readonly records: Uint8Array;
  readonly skipped: readonly Skipped[];
  readonly notes: readonly BatchNote[];
};
