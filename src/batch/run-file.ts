import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BatchNote, Skipped } from '../report/index.js';
import type { Problem } from '../types.js';
import type { ClassDigest } from './class-list.js';
import { hashProblem, type RunContext } from './run-context.js';
import type { Shard } from './shard.js';

/** What reports were made of, kept beside them: for who compares them with later ones, or merges them with those of other parts. */
export type RunFile = {
  readonly format: typeof format;
  readonly context: RunContext;
  /** Hashes of the problems that submissions could name, by their ids. */
  readonly offered: { readonly [id: string]: string };
  /** Those that were answered. */
  readonly problems: readonly Problem[];
  /** Where it is one part of a class: which, and what the whole class is. */
  readonly part?: { readonly shard: Shard; readonly class: ClassDigest };
  readonly skipped: readonly Skipped[];
  readonly notes: readonly BatchNote[];
};

const format = 2;

const runName = 'run.json';
const rowsName = 'rows.ndjson';
const classListName = 'class.ndjson';

/** Files that are kept beside the journal with each run that has them; the last one says that the others are whole. */
export const recordNames = [rowsName, classListName, runName] as const;

export const rowsIn = (folder: string): string => join(folder, rowsName);
export const classListIn = (folder: string): string => join(folder, classListName);

export const rowsOf = (part: string): string => rowsIn(join(part, '.check'));
export const classListOf = (part: string): string => classListIn(join(part, '.check'));
export const resultsOf = (out: string): string => join(out, 'results.ndjson');

export const offeredHashes = (problems: readonly Problem[]): RunFile['offered'] =>
  Object.fromEntries(problems.map((problem) => [problem.id, hashProblem(problem)]));

/** Writes it where the reports are made. */
export const stageRunFile = (staging: string, run: Omit<RunFile, 'format'>): void =>
  writeFileSync(join(staging, runName), JSON.stringify({ format, ...run } satisfies RunFile));

/** What the reports in a folder were made of; nothing where that is not known, or was written by another version. */
export const readRunFile = (out: string): RunFile | undefined => {
  try {
    const run = JSON.parse(readFileSync(join(out, '.check', runName), 'utf8')) as Partial<RunFile>;
    return run.format === format ? (run as RunFile) : undefined;
  } catch {
    return undefined;
  }
};
