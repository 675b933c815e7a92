import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchNote, Skipped } from '../report/index.js';
import type { Problem } from '../types.js';
import type { OutputFolder } from './output-folder.js';
import type { Shard } from './shard.js';

/** What `merge` must know of one part of a class, besides its results and rows. */
export type RunFile = {
  readonly context: string;
  readonly shard: Shard;
  /** The problems that were answered. */
  readonly problems: readonly Problem[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly BatchNote[];
};

export const rowsOf = (part: string): string => join(part, '.check', 'rows.ndjson');
export const resultsOf = (part: string): string => join(part, 'results.ndjson');
const runFileOf = (part: string): string => join(part, '.check', 'run.json');

/** Keeps what `merge` needs beside the journal. The rows were staged with the reports. */
export const writeRunFile = (folder: OutputFolder, run: RunFile): void => {
  renameSync(join(folder.staging, 'rows.ndjson'), rowsOf(folder.path));
  const made = join(folder.staging, 'run.json');
  writeFileSync(made, JSON.stringify(run));
  renameSync(made, runFileOf(folder.path));
};

/** Nothing where the folder holds no finished part. */
export const readRunFile = (part: string): RunFile | undefined => {
  try {
    return JSON.parse(readFileSync(runFileOf(part), 'utf8')) as RunFile;
  } catch {
    return undefined;
  }
};
