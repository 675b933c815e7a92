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
  const read = createRecordReader(descriptor, createReadMemory());
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

/** What records are read into. One for all: what is read is soon done with, and thousands of buffers would long wait to be collected. */
type ReadMemory = { bytes: Buffer };

export const createReadMemory = (): ReadMemory => ({ bytes: Buffer.alloc(0) });

/** The records of a journal that somebody else writes. */
export const openRecords = (
  path: string,
  memory: ReadMemory,
): { readonly read: ReadRecord; readonly close: () => void } => {
  const descriptor = openSync(path, 'r');
  return { read: createRecordReader(descriptor, memory), close: () => closeSync(descriptor) };
};

const readAhead = 256 * 1024;

const createRecordReader = (descriptor: number, memory: ReadMemory): ReadRecord => {
  let held = 0;
  let heldAt = 0;
  let lastEnd = 0;
  return ({ offset, length }) => {
    if (offset < heldAt || offset + length > heldAt + held) {
      // Records are mostly read in the order in which they were written: then many are read at once.
      const wanted = offset === lastEnd ? Math.max(length, readAhead) : length;
      if (wanted > memory.bytes.length) memory.bytes = Buffer.allocUnsafeSlow(Math.max(wanted, readAhead));
      heldAt = offset;
      held = 0;
      while (held < wanted) {
        const read = readSync(descriptor, memory.bytes, held, wanted - held, offset + held);
        if (read === 0) break;
        held += read;
      }
    }
    lastEnd = offset + length;
    return memory.bytes.subarray(offset - heldAt, Math.min(held, offset - heldAt + length));
  };
};
