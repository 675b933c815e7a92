import { decodeRow, gradesRowRest, needing, type CountRow, type Row, type RowCode } from '../report/index.js';
import type { Problem } from '../types.js';
import { type Names, rowHead } from './names.js';

/** What the row of a sheet gives to everyone who handed in that sheet; the names in `row` are nobody's. */
export type SheetRow = {
  readonly row: Row;
  /** Cells of `grades.csv` after the names, with the line end. */
  readonly cells: string;
  readonly count: CountRow;
  readonly undecided: number;
  readonly ungradable: number;
};

/** The row of a sheet; sheets with one text share it. */
export type SheetRows = (sheet: number, problem: Problem, rowRest: Buffer) => SheetRow;

/** Rows are forgotten when there are too many of them: only time depends on it. */
const mostRows = 4000;

const nobody: Names = { student: '', file: '', attempt: 1, submittedAt: '' };

/** `columns`: the problems that `grades.csv` has columns for. A sheet below 0 has no number. */
export const createSheetRows = (columns: readonly Problem[], prepare: (row: Row) => CountRow): SheetRows => {
  let byText = new Map<string, SheetRow>();
  let bySheet: (SheetRow | undefined)[] = [];
  const read = (problem: Problem, rowRest: Buffer): SheetRow => {
    const row = decodeRow(JSON.parse(`${rowHead(problem.id, nobody)}${rowRest.toString()}`) as RowCode, problem);
    return {
      row,
      cells: gradesRowRest(columns, row),
      count: prepare(row),
      undecided: needing(row, 'undecided').length,
      ungradable: needing(row, 'ungradable').length,
    };
  };
  return (sheet, problem, rowRest) => {
    const before = sheet < 0 ? undefined : bySheet[sheet];
    if (before !== undefined) return before;
    const text = `${problem.id}\n${rowRest.toString('latin1')}`;
    const found = byText.get(text) ?? read(problem, rowRest);
    if (byText.size >= mostRows) {
      byText = new Map();
      bySheet = [];
    }
    byText.set(text, found);
    if (sheet >= 0) bySheet[sheet] = found;
    return found;
  };
};
