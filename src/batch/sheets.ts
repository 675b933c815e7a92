import { type Journal, openJournal } from './journal.js';
import { createKeyTable } from './key-table.js';
import { type RecordPlace, type SheetBytes, partsOf } from './record.js';

/**
 * The sheets of a class, by number: what is graded once, however many students hand it in. They are written to the journal as they
 * come, and as many as fit are held in memory.
 */
export type Sheets = {
  readonly journal: Journal;
  /** The sheet with this key: waiting, graded now, or known from the journal. */
  readonly find: (key: string) => number | undefined;
  /** A new sheet, which waits to be graded. */
  readonly reserve: (key: string) => number;
  /** Takes records of sheets that waited, written one after the other. */
  readonly keep: (sheets: readonly number[], records: Uint8Array, places: readonly RecordPlace[]) => void;
  /** Gives a sheet up. */
  readonly fail: (sheet: number, reason: string) => void;
  /** Why it could not be graded. */
  readonly failureOf: (sheet: number) => string | undefined;
  readonly isReady: (sheet: number) => boolean;
  /** Known before this run. */
  readonly isOld: (sheet: number) => boolean;
  /** 32 bits of its key. */
  readonly tagOf: (sheet: number) => number;
  readonly placeOf: (sheet: number) => RecordPlace;
  /** Row and report; good until the next sheet is asked for. */
  readonly bytesOf: (sheet: number) => SheetBytes;
};

/** Bytes of sheets that are held; the others are read again. */
const mostHeld = 12 * 1024 * 1024;

const waiting = 0;

export const openSheets = (path: string, keep: boolean): Sheets => {
  const keys = createKeyTable();
  const offsets: number[] = [];
  const lengths: number[] = [];
  const tags: number[] = [];
  const parts: (SheetBytes | undefined)[] = [];
  const failures = new Map<number, string>();
  let held = 0;
  const number = (key: string, { offset, length }: RecordPlace): number => {
    const sheet = offsets.length;
    keys.set(key, sheet);
    offsets.push(offset);
    lengths.push(length);
    tags.push(Number.parseInt(key.slice(0, 8), 16));
    return sheet;
  };
  const journal = openJournal(path, keep, (key, place) => void number(key, place));
  const known = offsets.length;
  const hold = (sheet: number, line: Buffer): SheetBytes => {
    const found = partsOf(line);
    held += line.length;
    parts[sheet] = found;
    return found;
  };
  return {
    journal,
    find: keys.get,
    reserve: (key) => number(key, { offset: 0, length: waiting }),
    keep: (sheets, records, places) => {
      const base = journal.append(records);
      const all = Buffer.from(records.buffer, records.byteOffset, records.length);
      const fits = held + records.length <= mostHeld;
      sheets.forEach((sheet, i) => {
        const { offset, length } = places[i] ?? { offset: 0, length: waiting };
        offsets[sheet] = base + offset;
        lengths[sheet] = length;
        if (fits) hold(sheet, all.subarray(offset, offset + length));
      });
    },
    fail: (sheet, reason) => void failures.set(sheet, reason),
    failureOf: (sheet) => failures.get(sheet),
    isReady: (sheet) => lengths[sheet] !== waiting || failures.has(sheet),
    isOld: (sheet) => sheet < known,
    tagOf: (sheet) => tags[sheet] ?? 0,
    placeOf: (sheet) => ({ offset: offsets[sheet] ?? 0, length: lengths[sheet] ?? 0 }),
    bytesOf: (sheet) => {
      const inMemory = parts[sheet];
      if (inMemory !== undefined) return inMemory;
      const place = { offset: offsets[sheet] ?? 0, length: lengths[sheet] ?? 0 };
      const line = journal.read(place);
      return held + line.length <= mostHeld ? hold(sheet, Buffer.from(line)) : partsOf(line);
    },
  };
};
