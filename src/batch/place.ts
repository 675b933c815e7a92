import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { maxBytes } from '../submission/index.js';
import { readAnswersFile, type FileReading } from '../submission/load.js';

/** A line (from 1) of a class file, and the bytes it has, from `start` to `end`. */
type Line = { readonly number: number; readonly start: number; readonly end: number };

/** Where submissions lie, by number: files, or lines of class files. Paths are relative to the root, in columns, as there may be many. */
export type Places = {
  readonly root: string;
  readonly paths: readonly string[];
  /** By the same number; empty where there is no class file. */
  readonly lines: readonly (Line | undefined)[];
};

/** How a place is called in reports: `s17.json`, `class.ndjson:12`. */
export const labelOf = ({ paths, lines }: Places, place: number): string => {
  const path = paths[place] ?? '';
  const line = lines[place];
  return line === undefined ? path : `${path}:${line.number}`;
};

/** Reads submissions by their place, all into the same memory. */
export type PlaceReader = {
  /** Reads a submission of usual size into `bytes`, from `start` to `end`; false where it takes the careful way. */
  readonly readQuickly: (place: number) => boolean;
  readonly bytes: () => Buffer;
  readonly start: () => number;
  readonly end: () => number;
  /** Reads one of any size with all that can be said about it. */
  readonly readCarefully: (place: number) => FileReading;
  readonly close: () => void;
};

/** A file is read in one go; class files are read in windows and stay open until closed. */
export const openReader = (places: Places): PlaceReader => {
  const { root, paths, lines } = places;
  const folder = join(root, '/');
  const usual = Buffer.allocUnsafe(usualSize);
  const descriptors = new Map<string, number>();
  const descriptorOf = (path: string): number => {
    const known = descriptors.get(path);
    if (known !== undefined) return known;
    const descriptor = openClassFile(join(root, path));
    descriptors.set(path, descriptor);
    return descriptor;
  };
  let bytes = usual;
  let start = 0;
  let end = 0;
  let window = Buffer.alloc(0);
  let windowPath = '';
  let windowStart = 0;
  let windowEnd = 0;

  const readWhole = (path: string): boolean => {
    let descriptor: number | undefined;
    try {
      descriptor = openSync(folder + path, withoutLinks);
      bytes = usual;
      start = 0;
      end = readSync(descriptor, usual, 0, usualSize, null);
      // A file that fills the memory may be longer.
      return end > 0 && end < usualSize;
    } catch {
      return false;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  };
  const readFromWindow = (path: string, line: Line): boolean => {
    if (line.end - line.start > usualSize) return false;
    if (windowPath !== path || line.start < windowStart || line.end > windowEnd) {
      if (window.length === 0) window = Buffer.allocUnsafe(windowSize);
      windowPath = path;
      windowStart = line.start;
      windowEnd = line.start + readSync(descriptorOf(path), window, 0, windowSize, line.start);
    }
    bytes = window;
    start = line.start - windowStart;
    end = line.end - windowStart;
    return line.end <= windowEnd;
  };

  return {
    readQuickly: (place) => {
      const path = paths[place] ?? '';
      const line = lines[place];
      return line === undefined ? readWhole(path) : readFromWindow(path, line);
    },
    bytes: () => bytes,
    start: () => start,
    end: () => end,
    readCarefully: (place) => {
      const path = paths[place] ?? '';
      const line = lines[place];
      if (line === undefined) return readAnswersFile(join(root, path));
      const refuse = (code: string, message: string, fix: string): FileReading => ({
        kind: 'refused',
        problem: { code, file: labelOf(places, place), message, fix },
      });
      const size = line.end - line.start;
      if (size > maxBytes)
        return refuse(
          'too-large',
          `The line is longer than ${maxBytes / 1024 / 1024} MB.`,
          'Check that it is the right file.',
        );
      const own = Buffer.allocUnsafe(size);
      return readSync(descriptorOf(path), own, 0, size, line.start) === size
        ? { kind: 'bytes', bytes: own }
        : refuse('changed', 'It changed while it was read.', 'Run again when nothing writes to it.');
    },
    close: () => {
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };
};

/** Answers files have a few kilobytes. */
const usualSize = 64 * 1024;
const windowSize = 1024 * 1024;

/** A link is not followed, and a pipe not waited for. */
const withoutLinks = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens a regular file without following a link or waiting for a pipe. Throws what the system says otherwise. */
const openClassFile = (path: string): number => {
  const descriptor = openSync(path, withoutLinks);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw Object.assign(new Error(`${path} is not a regular file`), { code: 'EINVAL' });
};

/** The lines of a class file that are not blank. Throws if it cannot be read. */
export function* linesOf(root: string, path: string): Generator<Line> {
  const descriptor = openClassFile(join(root, path));
  try {
    const chunk = Buffer.allocUnsafe(windowSize);
    let offset = 0;
    let start = 0;
    let number = 1;
    let blank = true;
    for (;;) {
      const read = readSync(descriptor, chunk, 0, chunk.length, offset);
      const filled = chunk.subarray(0, read);
      let from = 0;
      for (let newline = filled.indexOf(10); newline >= 0; newline = filled.indexOf(10, from)) {
        blank &&= isBlank(filled, from, newline);
        if (!blank) yield { number, start, end: offset + newline };
        number++;
        start = offset + newline + 1;
        from = newline + 1;
        blank = true;
      }
      blank &&= isBlank(filled, from, read);
      offset += read;
      if (read === 0) break;
    }
    if (!blank) yield { number, start, end: offset };
  } finally {
    closeSync(descriptor);
  }
}

const isBlank = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte !== 32 && byte !== 9 && byte !== 13) return false;
  }
  return true;
};
