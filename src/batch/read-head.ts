import type { RowHead } from '../report/index.js';

/** The names on a row. */
export const readHead = (row: Buffer, headLength: number): RowHead =>
  JSON.parse(`${row.toString('utf8', 0, headLength - 1)}]`) as RowHead;
