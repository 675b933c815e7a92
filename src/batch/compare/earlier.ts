import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { KeptReport } from '../../report/index.js';
import { refuse, type Refusal } from '../disk-fault.js';
import { readLinesOf } from '../lines.js';
import { readRunFile, resultsOf, type RunFile } from '../run-file.js';
import type { Shard } from '../shard.js';

/** Results of an earlier run. */
export type Earlier = {
  readonly kind: 'earlier';
  readonly file: string;
  /** What they were made of; nothing where that is not known. */
  readonly run: RunFile | undefined;
};

/** Results that are not as this program writes them. */
export class BrokenResults extends Error {}

const fix = 'Give the --out folder of an earlier check batch, as it was written.';

export const refuseBroken = ({ message }: BrokenResults): Refusal => refuse(message, fix);

const newline = 10;

/**
 * Looks at results before a class is graded to be compared with them: whether they can be read, are whole, are results, and of the same part of a class.
 * Each line is looked at again when its turn comes.
 */
export const openEarlier = (folder: string, shard: Shard | undefined): Earlier | Refusal => {
  const file = resultsOf(folder);
  try {
    const descriptor = openSync(file, 'r');
    try {
      const status = fstatSync(descriptor);
      if (!status.isFile()) return refuse(`There are no reports in ${folder} to compare with.`, fix);
      if (status.size === 0) return refuse(`${file} is empty: there is nothing to compare with.`, fix);
      const last = Buffer.alloc(1);
      readSync(descriptor, last, 0, 1, status.size - 1);
      if (last[0] !== newline) return refuse(`${file} is cut off at its end.`, fix);
    } finally {
      closeSync(descriptor);
    }
    for (const line of readLinesOf(file)) {
      readReport(line, file, 1);
      break;
    }
  } catch (cause) {
    if (cause instanceof BrokenResults) return refuseBroken(cause);
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? refuse(`There are no reports in ${folder} to compare with.`, fix)
      : refuse(`${file} cannot be read (${code}).`, 'Change its rights, or give another --compare.');
  }
  const run = readRunFile(folder);
  const [before, now] = [run?.part?.shard, shard].map(nameOf);
  return run !== undefined && before !== now
    ? refuse(
        `${folder} holds the results of ${before ?? ''}, and this run grades ${now ?? ''}.`,
        'Compare like with like.',
      )
    : { kind: 'earlier', file, run };
};

const nameOf = (shard: Shard | undefined): string =>
  shard === undefined ? 'a whole class' : `part ${shard.index} of ${shard.count}`;

/** A line of results; throws where it is none. `number` counts from 1. */
export const readReport = (line: Uint8Array, file: string, number: number): KeptReport => {
  const where = `${file}, line ${number}`;
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString());
  } catch (cause) {
    throw new BrokenResults(`${where}: no result stands there.`, { cause });
  }
  if (isReport(value)) return value;
  throw new BrokenResults(`${where}: no result of this version of the program stands there.`);
};

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReport = (value: unknown): value is KeptReport =>
  isRecord(value) &&
  ['problem', 'student', 'file'].every((name) => typeof value[name] === 'string') &&
  ['attempt', 'earned', 'possible'].every((name) => typeof value[name] === 'number') &&
  Array.isArray(value['questions']) &&
  value['questions'].every(
    (question) =>
      isRecord(question) &&
      ['id', 'verdict'].every((name) => typeof question[name] === 'string') &&
      ['earned', 'possible'].every((name) => typeof question[name] === 'number') &&
      Array.isArray(question['causes']),
  );
