import { escapeForTerminal } from '../feedback/index.js';

/** A cell: a number stays a number, a text can start no formula, nothing is an empty cell. */
export type Cell = string | number | undefined;

/**
 * A text that a spreadsheet would read as a formula gets an apostrophe before it (OWASP, “CSV Injection”): `=`, `+`, `-` and
 * `@` at the start, also after blanks, and their full-width forms. The same after a semicolon: a spreadsheet that separates cells
 * there does not heed the quotation marks around a cell that stands in the middle of its own, and takes those within for them.
 */
const neutralise = (text: string): string =>
  text
    .replace(/^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/, "'")
    .replaceAll(/;(?=[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20])/g, ";'");

/** Nearly every text: neither neutralised nor quoted. */
const isPlain = /^[A-Za-z0-9_./][\w./-]*$/;

/**
 * One cell of a record, quoted where it must be. Controls and what reorders or hides text are written out as a terminal shows
 * them, so that a cell is one line without tabs.
 */
export const writeCell = (cell: Cell): string => {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  if (isPlain.test(cell)) return cell;
  const text = neutralise(escapeForTerminal(cell));
  return /[",;']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One record of RFC 4180, with its line end. */
export const writeCsvRow = (cells: readonly Cell[]): string => `${cells.map(writeCell).join(',')}\r\n`;

/**
 * Reads RFC 4180 records: quoted cells may hold commas, quotes and line ends; CRLF and LF end a record; a byte order
 * mark is dropped, empty lines are skipped. A quote inside an unquoted cell is kept as it is. Where the first line has no comma but
 * semicolons or tabs, as spreadsheets in many countries write it, those separate the cells. `open` is the line of a quotation
 * mark that is never closed.
 */
export const readCsv = (text: string): { readonly rows: readonly (readonly string[])[]; readonly open?: number } => {
  const separator = separatorOf(text);
  let line = 1;
  let opened = 1;
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = (): void => {
    row.push(cell);
    if (row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    cell = '';
  };
  for (let i = text.startsWith('\ufeff') ? 1 : 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '\n') line++;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (character === '"' && cell === '') {
      quoted = true;
      opened = line;
    } else if (character === separator) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r' || text.charAt(i + 1) !== '\n') cell += character;
  }
  if (cell !== '' || row.length > 0) endRow();
  return quoted ? { rows, open: opened } : { rows };
};

const separatorOf = (text: string): string => {
  const end = text.indexOf('\n');
  const head = end < 0 ? text : text.slice(0, end);
  return [',', ';', '\t'].find((separator) => head.includes(separator)) ?? ',';
};
