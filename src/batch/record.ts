import { crc32 } from 'node:zlib';
import type { RowCode } from '../report/index.js';

/**
 * One line of the journal: a JSON list of checksum, key, hash of the problem, length of the row, row, report. The texts
 * before the row have fixed lengths, so that row and report are found without parsing.
 */
export type RecordPlace = { readonly offset: number; readonly length: number };

const checksumEnd = 11;
const keyStart = 13;
const keyLength = 32;
const problemStart = keyStart + keyLength + 3;
const problemLength = 16;
const rowLengthStart = problemStart + problemLength + 3;
const rowStart = rowLengthStart + 8 + 2;

const hex = (value: number): string => value.toString(16).padStart(8, '0');

export const noKey = '0'.repeat(keyLength);

/** The line for a graded submission. `key` has 32 hexadecimal digits, `problemHash` 16; `row` and `report` are JSON. */
export const writeRecord = (key: string, problemHash: string, row: string, report: string): Buffer => {
  const line = Buffer.from(
    `["00000000","${key}","${problemHash}","${hex(Buffer.byteLength(row))}",${row},${report}]\n`,
  );
  line.write(hex(crc32(line.subarray(checksumEnd))), 2, 'latin1');
  return line;
};

/** Whether a line is whole: its checksum is that of what follows. */
export const isWhole = (line: Buffer): boolean =>
  line.length > rowStart &&
  line[line.length - 1] === 10 &&
  line.toString('latin1', 2, 10) === hex(crc32(line.subarray(checksumEnd)));

export const keyOf = (line: Buffer): string => line.toString('latin1', keyStart, keyStart + keyLength);

export const problemHashOf = (line: Buffer): string =>
  line.toString('latin1', problemStart, problemStart + problemLength);

const rowEnd = (line: Buffer): number =>
  rowStart + Number.parseInt(line.toString('latin1', rowLengthStart, rowLengthStart + 8), 16);

export const rowCodeOf = (line: Buffer): RowCode =>
  JSON.parse(line.toString('utf8', rowStart, rowEnd(line))) as RowCode;

/** The bytes of the row and of the report, as JSON without a line end. */
export const rowBytes = (line: Buffer): Buffer => line.subarray(rowStart, rowEnd(line));
export const reportBytes = (line: Buffer): Buffer => line.subarray(rowEnd(line) + 1, line.length - 2);
