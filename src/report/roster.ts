import { once } from '../memory/index.js';
import { readCsv } from './csv.js';

/** A class list: one record a student, by the names of its columns. */
export type Roster = {
  readonly columns: readonly string[];
  /** Who is meant by the `student` of a submission. */
  readonly match: (student: string) => Match;
  readonly entries: readonly RosterEntry[];
  /** What a student is called where there is room for one name: the most telling id. */
  readonly idOf: (entry: RosterEntry) => string;
};

export type RosterEntry = { readonly [column: string]: string };

/** `near` stands in the roster and differs only in case, spaces or leading zeros. */
export type Match =
  | { readonly kind: 'found'; readonly entry: RosterEntry }
  | { readonly kind: 'ambiguous'; readonly entries: readonly RosterEntry[] }
  | { readonly kind: 'unknown'; readonly near: string | undefined };

/**
 * Columns whose values may stand in a submission's `student` field, each the id of one person, most telling first. These are
 * the names that Canvas, Moodle, edX and nbgrader give them in their own exports.
 */
const idColumns = [
  'student',
  'student_id',
  'id number',
  'sis login id',
  'sis user id',
  'username',
  'student_key',
  'user_id',
  'id',
];

/** Two people may share an address. */
const addressColumns = ['email address', 'email'];

/** Where these are, Canvas wrote the file, and its `Student` is a name: two people may share that, too. */
const canvasColumns = ['sis login id', 'sis user id'];

type Columns = {
  readonly ids: readonly string[];
  readonly addresses: readonly string[];
  readonly names: readonly string[];
};

const sortColumns = (columns: readonly string[]): Columns => {
  const find = (names: readonly string[]): readonly string[] =>
    names.flatMap((name) => columns.find((column) => column.toLowerCase() === name) ?? []);
  const addresses = find(addressColumns);
  return find(canvasColumns).length === 0
    ? { ids: find(idColumns), addresses, names: [] }
    : { ids: find(idColumns.filter((name) => name !== 'student')), addresses, names: find(['student']) };
};

/**
 * Reads a roster from CSV with a head line, such as a gradebook's own export. Students are found by any id column, the
 * more telling column first, then by an address or a name, if nobody else has it. Records without any id or address (Canvas's
 * “Points Possible”) are skipped. Returns what is wrong as a text.
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
  const { ids, addresses, names } = sortColumns(columns);
  const telling = [...ids, ...addresses];
  if (telling.length === 0) {
    return {
      problem: `The roster has no column with the students' ids. Name one of its columns "student" (found: ${quoted(columns)}).`,
    };
  }
  const entries = withoutRepeated(records)
    .map((record) => toEntry(columns, record))
    .filter((entry) => telling.some((column) => valueIn(entry, column) !== ''));
  for (const column of ids) {
    const [twice] = [...entriesBy(column, entries)].find(([, { length }]) => length > 1) ?? [];
    if (twice !== undefined) {
      return {
        problem: `The roster has two lines for “${twice}” (column ${column}). An id belongs to one student: correct it, or remove the line that is out of date.`,
      };
    }
  }
  const found = new Map<string, readonly RosterEntry[]>();
  for (const column of [...telling, ...names])
    for (const [value, those] of entriesBy(column, entries)) if (!found.has(value)) found.set(value, those);
  const nearby = once(() => new Map([...found.keys()].toReversed().map((value) => [plain(value), value])));
  return {
    columns,
    entries,
    match: (student) => {
      const [entry, ...others] = found.get(student) ?? [];
      if (entry === undefined) return { kind: 'unknown', near: nearby().get(plain(student)) };
      return others.length === 0 ? { kind: 'found', entry } : { kind: 'ambiguous', entries: [entry, ...others] };
    },
    idOf: (entry) => telling.map((column) => valueIn(entry, column)).find((value) => value !== '') ?? '',
  };
};

const valueIn = (entry: RosterEntry, column: string): string => entry[column]?.trim() ?? '';

const entriesBy = (column: string, entries: readonly RosterEntry[]): ReadonlyMap<string, readonly RosterEntry[]> => {
  const found = new Map<string, RosterEntry[]>();
  for (const entry of entries) {
    const value = valueIn(entry, column);
    const those = found.get(value);
    if (those !== undefined) those.push(entry);
    else if (value !== '') found.set(value, [entry]);
  }
  return found;
};

/** A line that stands there twice is one student. */
const withoutRepeated = (records: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(records.map((record) => [record.join('\n'), record])).values(),
];

/** The same for names that people would take for one: case, spaces and leading zeros do not count. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replaceAll(/(?<!\d)0+(?=\d)/g, '');

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
export const rosterValue = (entry: RosterEntry, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    for (const column in entry) {
      const value = entry[column];
      if (column.toLowerCase() === name && value !== undefined && value !== '') return value;
    }
  }
  return undefined;
};
