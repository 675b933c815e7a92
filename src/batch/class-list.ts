import { createHash } from 'node:crypto';
import { createFile } from './file-writer.js';
import { readLinesOf } from './lines.js';
import { labelOf, type Places } from './places.js';

/** How many submissions a class has, and a hash of all of them with their names. */
export type ClassDigest = { readonly count: number; readonly digest: string };

/** Sixteen hexadecimal digits for the bytes of a submission. */
export const hashSubmission = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

export type ClassListWriter = {
  /** Notes the submission at a place; without bytes it could not be read. */
  readonly add: (place: number, bytes: Uint8Array | undefined) => void;
  readonly end: () => ClassDigest;
  readonly close: () => void;
};

/**
 * Writes what a class consists of, a line for each submission: its name and the hash of what is in it. First what could not even be looked into, then
 * the submissions in the order of their places.
 */
export const openClassList = (file: string, places: Places, unreadable: readonly string[]): ClassListWriter => {
  const list = createFile(file);
  const all = createHash('sha256');
  let count = 0;
  const add = (label: string, bytes: Uint8Array | undefined): void => {
    const line = `${JSON.stringify([label, bytes === undefined ? 'unreadable' : hashSubmission(bytes)])}\n`;
    list.write(line);
    all.update(line);
    count++;
  };
  for (const label of unreadable) add(label, undefined);
  return {
    add: (place, bytes) => add(labelOf(places, place), bytes),
    end: () => {
      list.close();
      return { count, digest: all.digest('hex').slice(0, 32) };
    },
    close: list.close,
  };
};

/** What a class consists of: hashes of the submissions by their names. */
export const readClassList = (file: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const line of readLinesOf(file)) {
    const [label, hash] = JSON.parse(line.toString()) as readonly [string, string];
    found.set(label, hash);
  }
  return found;
};

/** Where two classes differ. */
export type ClassDifference = {
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  readonly changed: readonly string[];
};

export const compareClasses = (
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): ClassDifference => ({
  onlyFirst: [...first.keys()].filter((label) => !second.has(label)),
  onlySecond: [...second.keys()].filter((label) => !first.has(label)),
  changed: [...first.keys()].filter((label) => second.has(label) && second.get(label) !== first.get(label)),
});
