import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from './places.js';
import { withoutLinks } from './without-links.js';

const newline = 10;
const oldNewline = 13;

const chunkSize = 1024 * 1024;

/** Opens a regular file without following a link or waiting for a pipe. Throws what the system says otherwise. */
export const openClassFile = (path: string): number => {
  const descriptor = openSync(path, withoutLinks);
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw Object.assign(new Error(`${path} is not a regular file`), { code: 'EINVAL' });
};

/** The lines of a class file that are not blank; of one whose beginning has no line end but those of old Macs, by these. Throws if it cannot be read. */
export function* linesOf(root: string, path: string): Generator<Line> {
  const descriptor = openClassFile(join(root, path));
  try {
    const chunk = Buffer.allocUnsafe(chunkSize);
    let offset = 0;
    let start = 0;
    let number = 1;
    let blank = true;
    let lineEnd: number | undefined;
    for (;;) {
      const read = readSync(descriptor, chunk, 0, chunk.length, offset);
      const filled = chunk.subarray(0, read);
      lineEnd ??= filled.includes(newline) || !filled.includes(oldNewline) ? newline : oldNewline;
      let from = 0;
      for (let end = filled.indexOf(lineEnd); end >= 0; end = filled.indexOf(lineEnd, from)) {
        blank &&= isBlank(filled, from, end);
        if (!blank) yield { number, start, end: offset + end };
        number++;
        start = offset + end + 1;
        from = end + 1;
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
