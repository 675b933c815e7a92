import { existsSync, linkSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listNames, type Remark } from '../report/index.js';
import { type Folders, problemFolders, singleFiles, type StudentFolder, studentFolderNames } from './outputs.js';
import { recordNames } from './run-file.js';
import { emptyOldFolder, nameAside, removeIfEmpty } from './student-folders.js';
import { fingerprintOf, joinWritten, readWritten, writeWritten, type Written } from './written.js';

/** What was found in an output folder that is not of this run; `isMoved` where it has another name now. */
export type FolderRemark = Remark & { readonly isMoved?: true };

/** Files of every run, which whoever has deleted what is noted about them still means. */
const always: readonly string[] = ['results.ndjson', 'grades.csv', 'report.html'];

/**
 * Puts the finished reports in the place of the old ones, file by file by renaming: whoever looks meanwhile sees each file old or new,
 * never half; where a step fails, those before it are taken back. Reports of a kind that this run did not make go away if nobody has changed
 * them since; what this program did not write stays, under another name where a report needs its own. Returns what was found so.
 */
export const publish = ({ path, kept, staging }: Folders): readonly FolderRemark[] => {
  const before = readWritten(kept);
  const made = lookAt(staging);
  const remarks: FolderRemark[] = [];
  writeWritten(kept, joinWritten(before ?? assumed(path), made));
  const old = oldFolder(kept);
  mkdirSync(old, { recursive: true });
  const undo: (() => void)[] = [];
  const move = (from: string, to: string): void => {
    renameSync(from, to);
    undo.push(() => renameSync(to, from));
  };
  try {
    // While reports are exchanged, nobody shall take them for those of one run.
    for (const name of recordNames.toReversed())
      if (existsSync(join(kept, name))) move(join(kept, name), join(old, `record ${name}`));
    const results = join(path, 'results.ndjson');
    if (existsSync(results)) keepOld(results, join(old, 'results.ndjson'), undo);
    for (const name of studentFolderNames) {
      const target = join(path, name);
      const status = lstatSync(target, { throwIfNoEntry: false });
      if (status?.isDirectory() === true) move(target, join(old, name));
      else if (status !== undefined && made.folders.includes(name)) moveAside(path, name, move, remarks);
      if (made.folders.includes(name)) move(join(staging, name), target);
    }
    for (const name of pathsOf(before, made)) {
      const target = join(path, name);
      const isMade = Object.hasOwn(made.files, name);
      if (lstatSync(target, { throwIfNoEntry: false }) !== undefined && name !== 'results.ndjson') {
        if (isOurs(before, path, name)) {
          keepOld(target, join(old, name.replaceAll('/', ' ')), undo);
          if (!isMade) {
            rmSync(target, { force: true });
            remarks.push({
              about: name,
              message: 'From an earlier run. This one wrote no such file, so it is removed.',
            });
          }
        } else if (isMade) moveAside(path, name, move, remarks);
        else remarks.push(leftAsItIs(name, before));
      }
      if (!isMade) continue;
      mkdirSync(dirname(target), { recursive: true });
      move(join(staging, name), target);
    }
    for (const name of recordNames) if (existsSync(join(staging, name))) move(join(staging, name), join(kept, name));
  } catch (cause) {
    for (const takeBack of undo.toReversed()) takeBack();
    throw cause;
  }
  const untidy = tidyUp(() => {
    remarks.push(...clearOld(path, kept, before, made));
    for (const name of problemFolders) removeIfEmpty(join(path, name));
    writeWritten(kept, made);
  });
  return [...remarks, ...untidy];
};

/**
 * Does what is left to do when the new reports are in their place. A fault of the disk then is no reason to call them in question: it is said, and the
 * next run goes on.
 */
export const tidyUp = (work: () => void): readonly FolderRemark[] => {
  try {
    work();
    return [];
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === undefined) throw cause;
    const message = `It could not be tidied up (${code}). The reports are complete; the next run tries again.`;
    return [{ about: '.check/', isMoved: true, message }];
  }
};

const oldFolder = (kept: string): string => join(kept, 'old');

/** What is taken for ours where nothing was noted. */
const assumed = (path: string): Written => {
  const { files, folders } = lookAt(path);
  return { files: Object.fromEntries(Object.entries(files).filter(([name]) => always.includes(name))), folders };
};

/** What this program can have written of what lies in a folder. */
const lookAt = (folder: string): Written => {
  const nested = problemFolders.flatMap((name) => {
    const inner = join(folder, name);
    const isFolder = lstatSync(inner, { throwIfNoEntry: false })?.isDirectory() === true;
    return isFolder ? readdirSync(inner).map((file) => `${name}/${file}`) : [];
  });
  const files = [...singleFiles, ...nested].flatMap((name): readonly (readonly [string, readonly string[]])[] => {
    // Large, and nobody's to change.
    if (name === 'results.ndjson') return existsSync(join(folder, name)) ? [[name, []]] : [];
    const fingerprint = fingerprintOf(join(folder, name));
    return fingerprint === undefined ? [] : [[name, [fingerprint]]];
  });
  return {
    files: Object.fromEntries(files),
    folders: studentFolderNames.filter((name) => existsSync(join(folder, name))),
  };
};

/** Everything that can stand in the way of a report or be one that is out of date; the results last. */
const pathsOf = (before: Written | undefined, made: Written): readonly string[] => [
  ...new Set(
    [...singleFiles, ...Object.keys(before?.files ?? {}), ...Object.keys(made.files)].filter(
      (name) => name !== 'results.ndjson',
    ),
  ),
  'results.ndjson',
];

const isOurs = (before: Written | undefined, path: string, name: string): boolean => {
  if (before === undefined) return always.includes(name);
  const fingerprint = fingerprintOf(join(path, name));
  return fingerprint !== undefined && before.files[name]?.includes(fingerprint) === true;
};

/** Keeps a file for a step back, at its place as well where the disk knows links. */
const keepOld = (target: string, kept: string, undo: (() => void)[]): void => {
  rmSync(kept, { force: true });
  try {
    linkSync(target, kept);
  } catch {
    renameSync(target, kept);
  }
  undo.push(() => renameSync(kept, target));
};

const moveAside = (
  path: string,
  name: string,
  move: (from: string, to: string) => void,
  remarks: FolderRemark[],
): void => {
  const folder = join(path, dirname(name));
  const aside = nameAside(folder, basename(name));
  move(join(path, name), join(folder, aside));
  remarks.push({
    about: name,
    isMoved: true,
    message: `What was there had been changed by hand, or came from somewhere else. It is called ${aside} now.`,
  });
};

const leftAsItIs = (name: string, before: Written | undefined): FolderRemark => ({
  about: name,
  message:
    before?.files[name] === undefined
      ? 'Not written by this run, and left as it is. If it is from an earlier one, it is out of date.'
      : 'From an earlier run, changed by hand since, so it is left as it is. This run did not write it: it is out of date.',
});

/** Ends what a publishing has begun, also one that was killed: empties what was moved out of the way. */
const clearOld = (path: string, kept: string, before = readWritten(kept), made = before): readonly FolderRemark[] => {
  const old = oldFolder(kept);
  if (!existsSync(old)) return [];
  const results = [join(old, 'results.ndjson'), join(path, 'results.ndjson')];
  const remarks = studentFolderNames.flatMap((name): readonly FolderRemark[] => {
    if (!existsSync(join(old, name))) return [];
    const isFromUs = wroteInto(before, name);
    const back = emptyOldFolder(name, join(old, name), join(path, name), isFromUs, results);
    const rest = existsSync(join(old, name)) ? nameAside(path, name) : undefined;
    if (rest !== undefined) renameSync(join(old, name), join(path, rest));
    const isGone = isFromUs && made?.folders.includes(name) === false;
    return [
      ...(isGone
        ? [{ about: `${name}/`, message: `What an earlier run wrote there is removed: this one wrote nothing there.` }]
        : []),
      ...(rest === undefined
        ? []
        : [
            {
              about: `${name}/`,
              isMoved: true as const,
              message: `Files whose names are no UTF-8 are in ${rest}/ now.`,
            },
          ]),
      ...(back.length > 0
        ? [{ about: `${name}/`, message: `Not written by this program, and left there: ${listNames(back)}.` }]
        : []),
    ];
  });
  rmSync(old, { recursive: true, force: true });
  return remarks;
};

const wroteInto = (before: Written | undefined, name: StudentFolder): boolean =>
  before === undefined || before.folders.includes(name);

/** Takes up what a run left that was killed while it published: a folder that has no successor yet goes back to its place. */
export const recover = (path: string, kept: string): void => {
  for (const name of studentFolderNames) {
    const old = join(oldFolder(kept), name);
    if (existsSync(old) && !existsSync(join(path, name))) renameSync(old, join(path, name));
  }
  clearOld(path, kept);
};
