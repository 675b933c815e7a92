import { crc32 } from 'node:zlib';

/**
 * One line of the journal: a JSON list of checksum, key, hash of the problem, length of the row, length of the row's beginning
 * (the names on it), row, report. The texts before the row have fixed lengths, so that the parts are found without parsing.
 */
export type RecordPlace = { readonly offset: number; readonly length: number };

/** A graded submission as bytes of JSON: row and report, each cut after the names at its beginning. */
export type Signed = {
  readonly rowHead: string;
  readonly rowRest: Buffer;
  readonly reportHead: string;
  readonly reportRest: Buffer;
};

const keyLength = 32;
const problemLength = 16;
const checksumStart = 2;
const checksumEnd = 11;
const keyStart = 13;
const problemStart = keyStart + keyLength + 3;
const rowLengthStart = problemStart + problemLength + 3;
const headLengthStart = rowLengthStart + 11;
const rowStart = headLengthStart + 10;

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** The key of a record that nobody looks up, and that has no checksum. */
export const noKey = '0'.repeat(keyLength);

/** Puts records one after the other. `key` has 32 hexadecimal digits, `problemHash` 16. */
export const createRecordWriter = (): {
  readonly add: (key: string, problemHash: string, signed: Signed) => RecordPlace;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
} => {
  let buffer = Buffer.alloc(64 * 1024);
  let filled = 0;
  return {
    add: (key, problemHash, { rowHead, rowRest, reportHead, reportRest }) => {
      const headLength = Buffer.byteLength(rowHead);
      const most = rowStart + headLength + rowRest.length + 3 * reportHead.length + reportRest.length + 3;
      if (filled + most > buffer.length) {
        const larger = Buffer.alloc(Math.max(buffer.length * 2, filled + most));
        buffer.copy(larger, 0, 0, filled);
        buffer = larger;
      }
      const offset = filled;
      const prefix = `["00000000","${key}","${problemHash}","${hex(headLength + rowRest.length)}","${hex(headLength)}",`;
      filled += buffer.write(prefix, filled, 'latin1');
      filled += buffer.write(rowHead, filled);
      filled += rowRest.copy(buffer, filled);
      buffer[filled++] = comma;
      filled += buffer.write(reportHead, filled);
      filled += reportRest.copy(buffer, filled);
      buffer[filled++] = closeBracket;
      buffer[filled++] = newline;
      if (key !== noKey)
        buffer.write(hex(crc32(buffer.subarray(offset + checksumEnd, filled))), offset + checksumStart, 'latin1');
      return { offset, length: filled - offset };
    },
    bytes: () => new Uint8Array(buffer.subarray(0, filled)),
  };
};

const comma = 44;
const closeBracket = 93;
const newline = 10;

const numberAt = (line: Buffer, start: number): number =>
  Number.parseInt(line.toString('latin1', start, start + 8), 16);

/** Whether a line is whole: its checksum is that of what follows. */
export const isWhole = (line: Buffer): boolean =>
  line.length > rowStart &&
  line.at(-1) === newline &&
  line.toString('latin1', checksumStart, checksumStart + 8) === hex(crc32(line.subarray(checksumEnd)));

export const keyOf = (line: Buffer): string => line.toString('latin1', keyStart, keyStart + keyLength);

export const problemHashOf = (line: Buffer): string =>
  line.toString('latin1', problemStart, problemStart + problemLength);

/** The parts of a record as JSON: the row, how many bytes of it are names, the report without a line end. */
export type RecordParts = { readonly row: Buffer; readonly headLength: number; readonly report: Buffer };

export const partsOf = (line: Buffer): RecordParts => {
  const rowEnd = rowStart + numberAt(line, rowLengthStart);
  return {
    row: line.subarray(rowStart, rowEnd),
    headLength: numberAt(line, headLengthStart),
    report: line.subarray(rowEnd + 1, line.length - 2),
  };
};
