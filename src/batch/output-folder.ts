import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { takeLock } from './lock.js';

/** Why nothing was done, and what to do about it. */
export type Refusal = { readonly kind: 'refused'; readonly message: string; readonly fix: string };

export type OutputFolder = {
  readonly kind: 'open';
  readonly path: string;
  /** What is kept between runs: journal, owner, and the reports while they are made. */
  readonly kept: string;
  /** Where the next reports are made before they replace the old ones. */
  readonly staging: string;
  readonly close: () => void;
};

/** What an output folder belongs to. Another input, or another part of it, goes to another folder. */
export type Owner = { readonly input: string; readonly part: string };

const keptName = '.check';

/** Everything a run can leave in its output folder; each run replaces all of it. */
export const outputs = [
  'results.ndjson',
  'grades.csv',
  'feedback',
  'report.html',
  'canvas.csv',
  'canvas',
  'moodle.csv',
  'moodle',
  'nbgrader.csv',
  'edx.csv',
  'gradescope',
  'junit.xml',
  'summary.md',
] as const;

const refuse = (message: string, fix: string): Refusal => ({ kind: 'refused', message, fix });

/** A path as the disk knows it, also where its last parts do not exist yet. */
const realPath = (path: string): string => {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const parent = dirname(full);
  return parent === full ? full : join(realPath(parent), full.slice(parent.length));
};

const isInside = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);

/**
 * Opens the folder for one run, or says why not: it lies among the submissions (or they in it), it holds something else, it
 * belongs to another run, somebody is at work in it, or it cannot be written. `inputs` are real paths that must stay apart from it.
 */
export const openOutputFolder = (out: string, inputs: readonly string[], owner: Owner): OutputFolder | Refusal => {
  const path = realPath(out);
  for (const input of inputs) {
    if (isInside(path, input))
      return refuse(
        `The output folder ${out} lies inside the submissions.`,
        'Give an --out beside them: reports must not be taken for answers.',
      );
    if (isInside(input, path))
      return refuse(`The submissions lie inside the output folder ${out}.`, 'Give an --out of its own.');
  }
  try {
    const taken = checkContents(path, out, owner);
    if (taken !== undefined) return taken;
    const kept = join(path, keptName);
    mkdirSync(kept, { recursive: true });
    const lock = takeLock(kept);
    if (lock.kind === 'busy') return refuse(lock.message, lock.fix);
    const staging = join(kept, 'next');
    rmSync(staging, { recursive: true, force: true });
    mkdirSync(staging);
    writeFileSync(join(kept, 'owner.json'), JSON.stringify(owner));
    return {
      kind: 'open',
      path,
      kept,
      staging,
      close: () => {
        rmSync(staging, { recursive: true, force: true });
        lock.release();
      },
    };
  } catch (cause) {
    const explained = explainDiskFault(cause, out);
    if (explained === undefined) throw cause;
    return explained;
  }
};

const checkContents = (path: string, out: string, owner: Owner): Refusal | undefined => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  if (!status.isDirectory()) return refuse(`${out} is a file, not a folder.`, 'Give a folder for --out.');
  const contents = readdirSync(path);
  if (contents.length === 0) return undefined;
  const ownerFile = join(path, keptName, 'owner.json');
  if (!contents.includes(keptName) || !existsSync(ownerFile)) {
    // A run that was killed while it made its folder leaves nothing but that.
    if (contents.length === 1 && contents[0] === keptName) return undefined;
    return refuse(
      `The output folder ${out} holds files that are not reports of this program.`,
      'Give an empty or a new folder for --out.',
    );
  }
  const found = readOwner(ownerFile);
  if (found === undefined || (found.input === owner.input && found.part === owner.part)) return undefined;
  const whose = found.input === owner.input ? `part ${found.part} of these submissions` : found.input;
  return refuse(
    `The output folder ${out} holds the reports of another run (${whose}).`,
    'Give another --out, or delete that folder first.',
  );
};

const readOwner = (file: string): Owner | undefined => {
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8')) as Partial<Owner>;
    return typeof owner.input === 'string' && typeof owner.part === 'string'
      ? { input: owner.input, part: owner.part }
      : undefined;
  } catch {
    return undefined;
  }
};

/**
 * Puts the finished reports in the place of the old ones, file by file by renaming: whoever looks meanwhile sees each file old or
 * new, never half. Reports of a kind that this run did not make go away.
 */
export const publish = ({ path, kept, staging }: OutputFolder): void => {
  const old = join(kept, 'old');
  rmSync(old, { recursive: true, force: true });
  mkdirSync(old);
  for (const name of outputs) {
    const made = join(staging, name);
    const target = join(path, name);
    const isNew = existsSync(made);
    // A file is replaced in one step; a folder has to make room first.
    if (existsSync(target) && (!isNew || statSync(made).isDirectory())) renameSync(target, join(old, name));
    if (isNew) renameSync(made, target);
  }
  rmSync(old, { recursive: true, force: true });
};

const reasons: { readonly [code: string]: readonly [message: string, fix: string] } = {
  ENOSPC: ['No space is left on the device', 'Make room and run the same command again: it goes on where it stopped.'],
  EDQUOT: ['Your disk quota is used up', 'Make room and run the same command again: it goes on where it stopped.'],
  EROFS: ['The disk is read-only', 'Give an --out on a disk that can be written.'],
  EACCES: ['You have no right to write there', 'Change its rights, or give another --out.'],
  EPERM: ['You have no right to write there', 'Change its rights, or give another --out.'],
  EMFILE: ['Too many files are open', 'Close other programs, or raise the limit (ulimit -n).'],
  EIO: ['The disk reports an error', 'Check the disk, or give an --out on another one.'],
  EFBIG: ['A file is larger than allowed there', 'Give an --out on another disk.'],
  ENAMETOOLONG: ['The path is too long', 'Give a shorter --out.'],
  ENOTDIR: ['A part of its path is a file, not a folder', 'Give another --out.'],
};

/** What a fault of the disk means, in words. The reports that were there before are as they were. */
export const explainDiskFault = (cause: unknown, out: string): Refusal | undefined => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const reason = Object.hasOwn(reasons, code) ? reasons[code] : undefined;
  return reason === undefined
    ? undefined
    : refuse(
        `The output folder ${out} could not be written: ${reason[0]}. Earlier reports are as they were.`,
        reason[1],
      );
};
