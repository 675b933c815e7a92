import { studentOfPath, withoutEnding } from './identity.js';

/** Whose file it seems to be, by where it lies. */
export type PathName = {
  readonly student: string;
  /** The folders down to the name: one name in two of them may be two people. */
  readonly seat: string;
};

/** By the path of a file. */
export type PathNames = (path: string) => PathName;

/** Words for what a file or folder holds, not for whose it is. */
const matter =
  /^(?:(?:my[-_ ]?)?(?:answers?|submissions?|home-?works?|hw|assignments?|exercises?|problems?|tasks?|quiz|exam|worksheets?|results?|solutions?)|attempts?|try|round|version|drafts?|uploads?|resubmissions?|final|late|old|new|v(?=\d))(?:[-_ ]?\d+)?$/i;

/** All folders at one depth, and the different names in them. */
type Level = { readonly folders: Set<string>; readonly names: Set<string> };

/**
 * Finds out whose a file is that does not say so itself, from its path among all paths, whatever their order. Words that only say what a thing is
 * (`answers`, `hw1`, `attempt-2`) are passed over. Of what is left the last part is the student's name, `class/s17.json`; but where the folders
 * are more than the different names in them, people have put files of one name into folders of their own: then the folder is the
 * student, `alice/em.json` beside `bob/em.json`.
 */
export const createPathNames = (paths: readonly string[]): PathNames => {
  let known: readonly Level[] | undefined;
  return (path) => {
    const parts = partsOf(path);
    let last = parts.length - 1;
    if (last > 0) known ??= findLevels(paths);
    while (last > 0) {
      const level = known?.[last];
      if (level === undefined || level.folders.size <= level.names.size) break;
      last -= 1;
    }
    const student = parts[last];
    return student === undefined
      ? { student: studentOfPath(path).normalize('NFC').trim(), seat: path }
      : { student, seat: parts.slice(0, last + 1).join('/') };
  };
};

/** The parts of a path that may be somebody's name. */
const partsOf = (path: string): readonly string[] =>
  withoutEnding(path)
    .normalize('NFC')
    .split('/')
    .map((part) => part.trim())
    .filter((part) => !matter.test(part));

/** By the number of folders above. */
const findLevels = (paths: readonly string[]): readonly Level[] => {
  const levels: Level[] = [];
  for (const path of paths) {
    const parts = partsOf(path);
    for (let last = 1; last < parts.length; last++) {
      const level = (levels[last] ??= { folders: new Set(), names: new Set() });
      level.folders.add(parts.slice(0, last).join('/'));
      level.names.add((parts[last] ?? '').toLowerCase());
    }
  }
  return levels;
};
