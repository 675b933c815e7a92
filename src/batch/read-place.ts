import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { maxBytes } from '../submission/index.js';
import { readAnswersFile, type FileReading } from '../submission/load.js';
import type { ReadAhead } from './ahead/taker.js';
import { openClassFile } from './class-file.js';
import { labelOf, type Line, type Places } from './places.js';
import { withoutLinks } from './without-links.js';

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

/** A file is read in one go, if it was not read ahead; class files are read in windows and stay open until closed. */
export const openReader = (places: Places, ahead: ReadAhead | undefined): PlaceReader => {
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
  let bytes: Buffer = usual;
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
      if (line !== undefined) return readFromWindow(path, line);
      if (ahead?.find(place) !== true) return readWhole(path);
      bytes = ahead.bytes();
      start = ahead.start();
      end = ahead.end();
      return true;
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
