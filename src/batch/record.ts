import { crc32 } from 'node:zlib';
import type { ByteText } from './byte-text.js';

/**
 * One line of the journal, a graded sheet: a JSON list of checksum, key, length of the row, row, report, both without the names that
 * stand at their beginning. What comes before the row has a fixed length, so that the parts are found without parsing.
 */
export type RecordPlace = { readonly offset: number; readonly length: number };

/** A graded sheet as bytes of JSON: what follows the names in a row, and what follows them in a report. */
export type SheetBytes = { readonly rowRest: Buffer; readonly reportRest: Buffer };

/** The same as it is put together. */
export type SheetText = { readonly rowRest: ByteText; readonly reportRest: ByteText };

const keyLength = 32;
const checksumStart = 2;
const checksumEnd = 11;
const keyStart = 13;
const rowLengthStart = keyStart + keyLength + 3;
const rowStart = rowLengthStart + 11;

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Puts records one after the other. `key` has 32 hexadecimal digits. */
export const createRecordWriter = (): {
  readonly add: (key: string, sheet: SheetText) => RecordPlace;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
} => {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  let filled = 0;
  return {
    add: (key, { rowRest, reportRest }) => {
      const most = rowStart + rowRest.length + reportRest.length + 5;
      if (filled + most > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, filled + most));
        buffer.copy(larger, 0, 0, filled);
        buffer = larger;
      }
      const offset = filled;
      filled += buffer.write(`["00000000","${key}","${hex(rowRest.length)}",[`, filled, 'latin1');
      filled += buffer.write(rowRest, filled, 'latin1');
      filled += buffer.write(',{', filled, 'latin1');
      filled += buffer.write(reportRest, filled, 'latin1');
      filled += buffer.write(']\n', filled, 'latin1');
      buffer.write(hex(crc32(buffer.subarray(offset + checksumEnd, filled))), offset + checksumStart, 'latin1');
      return { offset, length: filled - offset };
    },
    bytes: () => new Uint8Array(buffer.subarray(0, filled)),
  };
};

const newline = 10;

/** Whether a line is whole: its checksum is that of what follows. */
export const isWhole = (line: Buffer): boolean =>
  line.length > rowStart &&
  line.at(-1) === newline &&
  line.toString('latin1', checksumStart, checksumStart + 8) === hex(crc32(line.subarray(checksumEnd)));

export const keyOf = (line: Buffer): string => line.toString('latin1', keyStart, keyStart + keyLength);

/** The parts of a record, which share its memory. */
export const partsOf = (line: Buffer): SheetBytes => {
  const rowEnd = rowStart + Number.parseInt(line.toString('latin1', rowLengthStart, rowLengthStart + 8), 16);
  return { rowRest: line.subarray(rowStart, rowEnd), reportRest: line.subarray(rowEnd + 2, line.length - 2) };
};
