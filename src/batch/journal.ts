import { closeSync, fstatSync, ftruncateSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { createFile } from './file-writer.js';
import { createTableBuilder, type KeyTable } from './key-table.js';
import { isWhole, keyOf, type RecordPlace } from './record.js';

/**
 * Results of graded submissions, by the hash of all they depend on. Only a cache: without it the reports are the same. Lines
 * are appended; a line that a crash cut off, or a disk damaged, fails its checksum and is not there.
 */
export type Journal = {
  readonly path: string;
  readonly table: KeyTable;
  /** Writes records; returns where they stand. */
  readonly append: (bytes: Uint8Array) => number;
  readonly size: () => number;
  readonly close: () => void;
};

const chunkSize = 4 * 1024 * 1024;

/**
 * The whole lines of a file, each with its line end, and where it stands. A line is good until the next one is taken. Something
 * without a line end at the end of the file is left out.
 */
export function* scanLines(descriptor: number): Generator<{ readonly line: Buffer; readonly offset: number }> {
  let chunk = Buffer.allocUnsafe(chunkSize);
  let kept = 0;
  let offset = 0;
  for (;;) {
    const read = readSync(descriptor, chunk, kept, chunk.length - kept, offset + kept);
    const filled = chunk.subarray(0, kept + read);
    let start = 0;
    for (let end = filled.indexOf(10); end >= 0; end = filled.indexOf(10, start)) {
      yield { line: filled.subarray(start, end + 1), offset: offset + start };
      start = end + 1;
    }
    if (read === 0) return;
    kept = filled.length - start;
    offset += start;
    if (start === 0 && filled.length === chunk.length) {
      const larger = Buffer.allocUnsafe(chunk.length * 2);
      chunk.copy(larger);
      chunk = larger;
    } else chunk.copyWithin(0, start, filled.length);
  }
}

/** Opens the journal for reading what is there and for writing more. Something cut off at its end is removed. */
export const openJournal = (path: string, keep: boolean): Journal => {
  const descriptor = openSync(path, keep ? 'a+' : 'w+', 0o600);
  const builder = createTableBuilder();
  let end = 0;
  if (keep) {
    for (const { line, offset } of scanLines(descriptor)) {
      if (isWhole(line)) builder.set(keyOf(line), { offset, length: line.length });
      end = offset + line.length;
    }
    if (end < fstatSync(descriptor).size) ftruncateSync(descriptor, end);
  }
  return {
    path,
    table: builder.table(),
    append: (bytes) => {
      const offset = end;
      let written = 0;
      while (written < bytes.length)
        written += writeSync(descriptor, bytes, written, bytes.length - written, keep ? null : end + written);
      end += written;
      return offset;
    },
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
  const records = openRecords(journal.path);
  const file = createFile(`${journal.path}.new`);
  try {
    for (const place of live.toSorted((a, b) => a.offset - b.offset)) file.write(records.read(place));
  } finally {
    file.close();
    records.close();
  }
  renameSync(`${journal.path}.new`, journal.path);
};

/** Reads records by their place. */
export const openRecords = (
  path: string,
): { readonly read: (place: RecordPlace) => Buffer; readonly close: () => void } => {
  const descriptor = openSync(path, 'r');
  let held = Buffer.alloc(0);
  let heldAt = 0;
  let lastEnd = 0;
  return {
    read: ({ offset, length }) => {
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
    },
    close: () => closeSync(descriptor),
  };
};
