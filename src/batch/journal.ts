import { closeSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { createFile } from './file-writer.js';
import { scanLines } from './lines.js';
import { isWhole, keyOf, type RecordPlace } from './record.js';

/**
 * Records of graded sheets, by the hash of all they depend on. Only a cache: without it the reports are the same. Lines are appended; a
 * line that a crash cut off, or a disk damaged, fails its checksum and is not there.
 */
export type Journal = {
  readonly path: string;
  /** Writes records; returns where they stand. */
  readonly append: (bytes: Uint8Array) => number;
  readonly read: ReadRecord;
  readonly size: () => number;
  readonly close: () => void;
};

/**
 * Opens the journal for reading and for writing more; `found` is called for each record that is there already, if it is to be kept. Something
 * cut off at its end is removed.
 */
export const openJournal = (path: string, keep: boolean, found: (key: string, place: RecordPlace) => void): Journal => {
  const descriptor = openSync(path, keep ? 'a+' : 'w+', 0o600);
  const read = createRecordReader(descriptor);
  let end = 0;
  if (keep) {
    for (const { line, offset } of scanLines(descriptor)) {
      if (isWhole(line)) found(keyOf(line), { offset, length: line.length });
      end = offset + line.length;
    }
    if (end < fstatSync(descriptor).size) ftruncateSync(descriptor, end);
  }
  return {
    path,
    append: (bytes) => {
      const offset = end;
      let written = 0;
      while (written < bytes.length)
        written += writeSync(descriptor, bytes, written, bytes.length - written, keep ? null : end + written);
      end += written;
      return offset;
    },
    read,
    size: () => end,
    close: () => closeSync(descriptor),
  };
};

/** Lines that nothing asks for any more may make up half of the journal, and this much of a small one. */
const toleratedWaste = 1024 * 1024;

/** Writes the journal anew with the records that are alive, when much of it is not; a crash leaves the old or the new one. */
export const compactJournal = (journal: Journal, live: readonly RecordPlace[]): void => {
  const needed = live.reduce((sum, { length }) => sum + length, 0);
  if (journal.size() <= 2 * needed + toleratedWaste) return;
  const file = createFile(`${journal.path}.new`);
  try {
    for (const place of live.toSorted((a, b) => a.offset - b.offset)) file.write(journal.read(place));
  } finally {
    file.close();
  }
  renameSync(`${journal.path}.new`, journal.path);
};

/** Reads records by their place; each is good until the next one is read. */
export type ReadRecord = (place: RecordPlace) => Buffer;

/** The records of a journal that somebody else writes. */
export const openRecords = (path: string): { readonly read: ReadRecord; readonly close: () => void } => {
  const descriptor = openSync(path, 'r');
  return { read: createRecordReader(descriptor), close: () => closeSync(descriptor) };
};

const createRecordReader = (descriptor: number): ReadRecord => {
  let held = Buffer.alloc(0);
  let heldAt = 0;
  let lastEnd = 0;
  return ({ offset, length }) => {
    if (offset < heldAt || offset + length > heldAt + held.length) {
      // Records are mostly read in the order in which they were written: then many are read at once.
      const wanted = offset === lastEnd ? Math.max(length, 256 * 1024) : length;
      held = Buffer.allocUnsafe(wanted);
      heldAt = offset;
      let filled = 0;
      while (filled < wanted) {
        const read = readSync(descriptor, held, filled, wanted - filled, offset + filled);
        if (read === 0) break;
        filled += read;
      }
      held = held.subarray(0, filled);
    }
    lastEnd = offset + length;
    return held.subarray(offset - heldAt, offset - heldAt + length);
  };
};
