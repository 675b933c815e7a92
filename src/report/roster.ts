import { readCsv } from './csv.js';

/** A class list: one record a student, by the names of its columns. */
export type Roster = {
  readonly columns: readonly string[];
  /** The record of a student, found by any of the columns that hold ids. */
  readonly find: (student: string) => RosterEntry | undefined;
  readonly entries: readonly RosterEntry[];
};

export type RosterEntry = { readonly [column: string]: string };

/**
 * Columns whose values may stand in a submission's `student` field, most telling first. These are the names that
 * Canvas, Moodle, edX and nbgrader give them in their own exports.
 */
const idColumns = [
  'student',
  'student_id',
  'id number',
  'sis login id',
  'sis user id',
  'username',
  'student_key',
  'email address',
  'email',
  'user_id',
  'id',
];

/**
 * Reads a roster from CSV with a head line, such as a gradebook's own export. Students are found by any id column, the
 * more telling column first. Records without any id (Canvas's “Points Possible”) are skipped. Returns what is wrong as a text.
 */
export const readRoster = (text: string): Roster | { readonly problem: string } => {
  const { rows, open } = readCsv(text);
  const [head, ...records] = rows;
  if (open !== undefined) {
    return {
      problem: `The quotation mark in line ${open} is never closed. Close it, or write two of them for one that belongs to a name.`,
    };
  }
  if (head === undefined) return { problem: 'The roster is empty. It needs a head line, then one line a student.' };
  const columns = head.map((name) => name.trim());
  const positions = idColumns
    .map((name) => columns.findIndex((column) => column.toLowerCase() === name))
    .filter((position) => position >= 0);
  if (positions.length === 0) {
    return {
      problem: `The roster has no column with the students' ids. Name one of its columns "student" (found: ${quoted(columns)}).`,
    };
  }
  const found = records
    .filter((record) => positions.some((position) => (record[position] ?? '').trim() !== ''))
    .map((record) => ({ record, entry: toEntry(columns, record) }));
  const twice = firstTwice(found.map(({ record }) => [(record[positions[0] ?? 0] ?? '').trim(), record.join('\n')]));
  if (twice !== undefined) {
    return { problem: `The roster has two lines for “${twice}”. Keep the one whose ids are right.` };
  }
  const byId = new Map<string, RosterEntry>();
  for (const position of positions) {
    for (const { record, entry } of found) {
      const id = (record[position] ?? '').trim();
      if (id !== '' && !byId.has(id)) byId.set(id, entry);
    }
  }
  return { columns, entries: found.map(({ entry }) => entry), find: (student) => byId.get(student) };
};

/** The first id that comes a second time, with something else in its line. */
const firstTwice = (lines: readonly (readonly [id: string, line: string])[]): string | undefined => {
  const seen = new Map<string, string>();
  for (const [id, line] of lines) {
    if (id !== '' && (seen.get(id) ?? line) !== line) return id;
    seen.set(id, line);
  }
  return undefined;
};

const quoted = (columns: readonly string[]): string => {
  const text = columns.join(', ');
  return text.length <= 200 ? text : `${text.slice(0, 200)}…`;
};

const toEntry = (columns: readonly string[], record: readonly string[]): RosterEntry => {
  const entry = Object.create(null) as { [column: string]: string };
  columns.forEach((column, i) => {
    entry[column] = record[i] ?? '';
  });
  return entry;
};

/** The first of the columns, by any of its names in lower case, that holds something. */
export const rosterValue = (entry: RosterEntry | undefined, ...names: readonly string[]): string | undefined => {
  if (entry === undefined) return undefined;
  for (const name of names) {
    for (const column in entry) {
      const value = entry[column];
      if (column.toLowerCase() === name && value !== undefined && value !== '') return value;
    }
  }
  return undefined;
};
