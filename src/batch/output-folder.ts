import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { explainDiskFault, refuse, type Refusal } from './disk-fault.js';
import { takeLock } from './lock.js';
import { makeFolder, realPath } from './make-folder.js';
import { isSameClass, type Owner, readOwner, writeOwner } from './owner.js';
import { type Folders, problemFolders, singleFiles, studentFolderNames } from './outputs.js';
import { recover } from './publish.js';

export type OutputFolder = Folders & { readonly kind: 'open'; readonly close: () => void };

const keptName = '.check';

const isInside = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);

/** Whose folder is opened. */
export type Claim = {
  readonly owner: Owner;
  /** Real paths that must stay apart from the folder, and what lies there. */
  readonly apart: readonly string[];
  readonly what: 'submissions' | 'parts';
  /** The hash of one of the submissions, to know a class again that has moved. */
  readonly hashOf: (label: string) => string | undefined;
};

/**
 * Opens the folder for one run, or says why not: it lies among the submissions (or they in it), it holds something else, it
 * belongs to another run, somebody is at work in it, or it cannot be written.
 */
export const openOutputFolder = (out: string, claim: Claim): OutputFolder | Refusal => {
  try {
    const path = realPath(out);
    const refused = checkPlace(path, out, claim) ?? checkContents(path, out, claim);
    if (refused !== undefined) return refused;
    const kept = join(path, keptName);
    makeFolder(kept);
    const lock = takeLock(kept);
    if (lock.kind === 'busy') return refuse(lock.message, lock.fix);
    try {
      recover(path, kept);
      const staging = join(kept, 'next');
      rmSync(staging, { recursive: true, force: true });
      mkdirSync(staging);
      const { sample } = readOwner(kept) ?? {};
      writeOwner(kept, { ...claim.owner, ...(sample !== undefined && { sample }) });
      return {
        kind: 'open',
        path,
        kept,
        staging,
        close: () => {
          // What stays is cleared by the next run, and a lock ends with its process.
          quietly(() => rmSync(staging, { recursive: true, force: true }));
          quietly(lock.release);
        },
      };
    } catch (cause) {
      lock.release();
      throw cause;
    }
  } catch (cause) {
    const explained = explainDiskFault(cause, out);
    if (explained === undefined) throw cause;
    return explained;
  }
};

const quietly = (work: () => void): void => {
  try {
    work();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === undefined) throw cause;
  }
};

const checkPlace = (path: string, out: string, { apart, what }: Claim): Refusal | undefined => {
  for (const input of apart) {
    if (isInside(path, input))
      return refuse(
        what === 'submissions'
          ? `The output folder ${out} lies inside the submissions.`
          : `The output folder ${out} is one of the parts, or lies in one.`,
        what === 'submissions'
          ? 'Give an --out beside them: reports must not be taken for answers.'
          : 'Give an --out beside them: the parts are needed to merge again.',
      );
    if (isInside(input, path))
      return refuse(`The ${what} lie inside the output folder ${out}.`, 'Give an --out of its own.');
  }
  return undefined;
};

/** Whether there are reports in a folder, of this class or of another. */
export const holdsReports = (path: string): boolean =>
  [...singleFiles, ...problemFolders, ...studentFolderNames].some((name) => existsSync(join(path, name)));

const checkContents = (path: string, out: string, { owner, hashOf }: Claim): Refusal | undefined => {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  if (!status.isDirectory()) return refuse(`${out} is a file, not a folder.`, 'Give a folder for --out.');
  const contents = readdirSync(path);
  const kept = join(path, keptName);
  const found = contents.includes(keptName) ? readOwner(kept) : undefined;
  if (found === undefined) {
    // What is noted about a run may be deleted; a run that was killed while it made its folder leaves nothing but that.
    const isOurs = contents.every((name) => name === keptName) || hasGrades(path);
    return isOurs
      ? undefined
      : refuse(
          `The output folder ${out} holds files that are not reports of this program.`,
          'Give an empty or a new folder for --out.',
        );
  }
  if (found.part === owner.part && found.input === owner.input) return undefined;
  if (!holdsReports(path)) return undefined;
  if (found.part !== owner.part)
    return refuse(
      `The output folder ${out} holds the reports of ${nameOf(found.part)}; this run makes those of ${nameOf(owner.part)}.`,
      'Give another --out, or delete that folder first.',
    );
  if (isSameClass(found.sample, hashOf)) return undefined;
  return refuse(
    `The output folder ${out} holds the reports of another run (${found.input.replaceAll('\n', ', ')}).`,
    `Give another --out. If they may be replaced, delete ${join(out, keptName)} first.`,
  );
};

const nameOf = (part: string): string => (part === 'all' ? 'a whole class' : `part ${part}`);

/** The first columns of `grades.csv`, which every run writes. */
const gradesHead = 'student,problem,file,attempt,';

const hasGrades = (path: string): boolean => {
  if (!existsSync(join(path, 'results.ndjson'))) return false;
  try {
    const descriptor = openSync(join(path, 'grades.csv'), 'r');
    try {
      const bytes = Buffer.alloc(gradesHead.length + 3);
      readSync(descriptor, bytes, 0, bytes.length, 0);
      return bytes
        .toString('utf8')
        .replace(/^\ufeff/, '')
        .startsWith(gradesHead);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
};
