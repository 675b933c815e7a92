import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { join, parse } from 'node:path';
import { readLinesOf } from './lines.js';
import { type StudentFolder, studentFolders } from './outputs.js';
import { pageName } from './page-name.js';

/** A name beside the given one that is not taken: `grades.earlier.csv`, `grades.earlier-2.csv`. */
export const nameAside = (folder: string, name: string): string => {
  const { name: stem, ext } = parse(name);
  for (let n = 1; ; n++) {
    const aside = `${stem}.earlier${n === 1 ? '' : `-${n}`}${ext}`;
    if (!existsSync(join(folder, aside))) return aside;
  }
};

/** Leaves a folder that something is in, or that is not there. */
export const removeIfEmpty = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (!['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(code)) throw cause;
  }
};

/** The names that the students of some results have in such a folder. */
const namesFrom = (kind: StudentFolder, results: readonly string[]): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const file of results.filter((each) => existsSync(each))) {
    for (const line of readLinesOf(file)) {
      try {
        const { student } = JSON.parse(line.toString()) as { readonly student?: unknown };
        if (typeof student === 'string') names.add(studentFolders[kind](pageName(student)));
      } catch {
        // What is no result names nobody.
      }
    }
  }
  return names;
};

/** What stands in a name where it could not be decoded. */
const undecodable = '\ufffd';

/** Moves something from a folder into another; the name it has there. */
const putBack = (from: string, into: string, name: string): string => {
  mkdirSync(into, { recursive: true });
  const free = existsSync(join(into, name)) ? nameAside(into, name) : name;
  renameSync(join(from, name), join(into, free));
  return free;
};

/**
 * Empties a folder of students that was moved out of the way: what this program wrote goes, which is known by the names in the new folder and
 * those of the students in `results`; everything else goes back to `target`. `isOurs`: whether this program wrote into it at all.
 * Returns the names of what went back. What cannot be moved (a name that is no UTF-8) stays, and the old folder with it.
 */
export const emptyOldFolder = (
  kind: StudentFolder,
  old: string,
  target: string,
  isOurs: boolean,
  results: readonly string[],
): readonly string[] => {
  const now = new Set(existsSync(target) ? readdirSync(target) : []);
  let before: ReadonlySet<string> | undefined;
  const isFromUs = (name: string): boolean =>
    isOurs && (now.has(name) || (before ??= namesFrom(kind, results)).has(name));
  const back: string[] = [];
  for (const entry of readdirSync(old, { withFileTypes: true })) {
    const { name } = entry;
    if (name.includes(undecodable)) continue;
    if (!isFromUs(name) || entry.isDirectory() !== (kind === 'gradescope')) back.push(putBack(old, target, name));
    else if (kind === 'feedback') unlinkSync(join(old, name));
    else {
      const own = join(old, name);
      for (const inner of readdirSync(own).filter((each) => !each.includes(undecodable))) {
        if (inner === 'results.json') unlinkSync(join(own, inner));
        else back.push(`${name}/${putBack(own, join(target, name), inner)}`);
      }
      removeIfEmpty(own);
    }
  }
  removeIfEmpty(old);
  return back;
};
