import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { byName } from '../report/index.js';
import { createFile } from './file-writer.js';
import { readLinesOf } from './lines.js';

/** Students of the last reports who are not in the new ones: how many, and the first of them. */
export type Gone = { readonly total: number; readonly first: readonly string[] };

/** So many names show who is meant. */
const mostNames = 5;

/**
 * Says who was in the last reports and is gone, and writes down who is in these for the next time, one a line. `students` in their order, each as
 * often as they like; `kept` is the folder for what is kept between runs. Results do not depend on it: where the list is damaged or cannot be
 * written, nobody is gone.
 */
export const callRoll = (kept: string, students: Iterable<string>): Gone => {
  try {
    return compareRolls(kept, students);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) return { total: 0, first: [] };
    throw cause;
  }
};

const compareRolls = (kept: string, students: Iterable<string>): Gone => {
  const path = join(kept, 'students');
  const before = readRoll(path);
  const first: string[] = [];
  let total = 0;
  let old = before.next();
  const passOver = (until: (student: string) => boolean): void => {
    for (; old.done !== true && until(old.value); old = before.next()) if (total++ < mostNames) first.push(old.value);
  };
  const file = createFile(`${path}.new`);
  try {
    let last: string | undefined;
    for (const student of students) {
      if (student === last) continue;
      last = student;
      file.write(`${JSON.stringify(student)}\n`);
      passOver((name) => byName(name, student) < 0);
      if (old.value === student) old = before.next();
    }
    passOver(() => true);
  } finally {
    before.return(undefined);
    file.close();
  }
  renameSync(`${path}.new`, path);
  return { total, first };
};

function* readRoll(path: string): Generator<string, undefined> {
  if (!existsSync(path)) return undefined;
  for (const line of readLinesOf(path)) {
    try {
      yield String(JSON.parse(line.toString()));
    } catch {
      return undefined;
    }
  }
  return undefined;
}
