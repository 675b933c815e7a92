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
 * Returns the names of what went back.
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
    if (!isFromUs(name) || entry.isDirectory() !== (kind === 'gradescope')) back.push(putBack(old, target, name));
    else if (kind === 'feedback') unlinkSync(join(old, name));
    else {
      const own = join(old, name);
      for (const inner of readdirSync(own)) {
        if (inner === 'results.json') unlinkSync(join(own, inner));
        else back.push(`${name}/${putBack(own, join(target, name), inner)}`);
      }
      rmdirSync(own);
    }
  }
  rmdirSync(old);
  return back;
};
