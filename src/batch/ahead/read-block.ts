import { closeSync, openSync, readSync } from 'node:fs';
import { withoutLinks } from '../without-links.js';
import { type Block, filesInBlock } from './blocks.js';

/** Reads files, from `first` on, into a block. What cannot be read, or is long, is not there: who takes the block looks at it with care. An empty path is passed over. */
export const readBlock = ({ bytes, places }: Block, folder: string, paths: readonly string[], first: number): void => {
  let filled = 0;
  for (let file = 0; file < filesInBlock; file += 1) {
    const path = paths[first + file] ?? '';
    const end = path === '' ? filled : readInto(bytes, folder + path, filled);
    places[2 * file] = filled;
    places[2 * file + 1] = end;
    filled = end;
  }
};

/** Where the file ends in the bytes; where it would begin when it is not there. */
const readInto = (bytes: Buffer, path: string, start: number): number => {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, withoutLinks);
    const end = start + readSync(descriptor, bytes, start, bytes.length - start, null);
    // A file that fills the memory may be longer.
    return end < bytes.length ? end : start;
  } catch {
    return start;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
};
