import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { maxBytes } from '../submission/index.js';
import { readAnswersFile, type FileReading } from '../submission/load.js';

/** Where a submission lies: a file, or a line (from 1) of a class file with its bytes from `start` to `end`. `path` is relative to the root. */
export type Place = {
  readonly path: string;
  readonly line?: { readonly number: number; readonly start: number; readonly end: number };
};

/** How the place is called in reports: `s17.json`, `class.ndjson:12`. */
export const labelOf = ({ path, line }: Place): string => (line === undefined ? path : `${path}:${line.number}`);

/** Reads submissions by their place; class files stay open until closed. */
export const openPlaces = (
  root: string,
): { readonly read: (place: Place) => FileReading; readonly close: () => void } => {
  const descriptors = new Map<string, number>();
  const descriptorOf = (path: string): number => {
    const known = descriptors.get(path);
    if (known !== undefined) return known;
    const descriptor = openClassFile(join(root, path));
    descriptors.set(path, descriptor);
    return descriptor;
  };
  return {
    read: (place) => {
      if (place.line === undefined) return readAnswersFile(join(root, place.path));
      const { start, end } = place.line;
      if (end - start > maxBytes)
        return refuse(
          place,
          'too-large',
          `The line is longer than ${maxBytes / 1024 / 1024} MB.`,
          'Check that it is the right file.',
        );
      const bytes = Buffer.allocUnsafe(end - start);
      const read = readSync(descriptorOf(place.path), bytes, 0, bytes.length, start);
      return read === bytes.length
        ? { kind: 'bytes', bytes }
        : refuse(place, 'changed', 'It changed while it was read.', 'Run again when nothing writes to it.');
    },
    close: () => {
      for (const descriptor of descriptors.values()) closeSync(descriptor);
      descriptors.clear();
    },
  };
};

const refuse = (place: Place, code: string, message: string, fix: string): FileReading => ({
  kind: 'refused',
  problem: { code, file: labelOf(place), message, fix },
});

/** Opens a regular file without following a link or waiting for a pipe. Throws what the system says otherwise. */
const openClassFile = (path: string): number => {
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw Object.assign(new Error(`${path} is not a regular file`), { code: 'EINVAL' });
};

const chunkSize = 1024 * 1024;

/** The lines of a class file that are not blank. Throws if it cannot be read. */
export function* linesOf(root: string, path: string): Generator<Place> {
  const descriptor = openClassFile(join(root, path));
  try {
    const chunk = Buffer.allocUnsafe(chunkSize);
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
        if (!blank) yield { path, line: { number, start, end: offset + newline } };
        number++;
        start = offset + newline + 1;
        from = newline + 1;
        blank = true;
      }
      blank &&= isBlank(filled, from, read);
      offset += read;
      if (read === 0) break;
    }
    if (!blank) yield { path, line: { number, start, end: offset } };
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
