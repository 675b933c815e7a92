/** Lists and tables as students hand them in, brought to the shape that is asked, or told apart from it. */

import type { Answer, FormulaProblem } from '../types.js';
import { splitText } from './split-text.js';

/** One dimension for a list, two (rows, columns) for a table. */
export type Shape = readonly [length: number] | readonly [rows: number, columns: number];

export type Shaped =
  /** `entries` in reading order, with their places. */
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  /**
   * Another shape than asked. Regular ones that a wrong procedure may produce (a sample too few) keep their entries and are
   * answers; the others (`entries` absent) are no answer at all.
   */
  | {
      readonly kind: 'other';
      readonly expected: string;
      readonly given: string;
      readonly entries?: readonly Entry[];
      readonly width?: number;
    }
  /** Text that can be cut into as many numbers in several ways, and a list that may be one number a comma. */
  | { readonly kind: 'unclear'; readonly problem: FormulaProblem; readonly source: string }
  | { readonly kind: 'blank' };
type Entry = { readonly at: readonly number[]; readonly answer: Single };
type Single = string | number;

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

export const describeShape = (shape: Shape): string =>
  shape.length === 1
    ? `a list of ${count(shape[0], 'entry', 'entries')}`
    : `${count(shape[0], 'row')} of ${count(shape[1], 'number')}`;

const isList = (answer: Answer): answer is readonly Answer[] => Array.isArray(answer);
const isBlank = (answer: Answer): boolean =>
  isList(answer) ? answer.every(isBlank) : typeof answer === 'string' && answer.trim() === '';

/** Brings an answer to the asked shape. Text is cut into rows and entries; `isWhole`: these have no decimals. */
export const shapeAnswer = (answer: Answer, shape: Shape, isWhole = false): Shaped => {
  if (isBlank(answer)) return { kind: 'blank' };
  const split =
    typeof answer === 'string' ? splitText(answer, shape.at(-1) ?? 1, shape.length === 1, isWhole) : undefined;
  if (split?.kind === 'unclear') return split;
  const opened = split === undefined ? answer : split.answer;
  if (shape.length === 2) return shapeTable(opened, shape);
  return (isWhole ? undefined : decimalCommas(opened, shape)) ?? shapeList(opened, shape);
};

/** What stands before a decimal comma, or after it. */
const isPart = (item: Answer, index: number): boolean =>
  typeof item === 'number' && Number.isInteger(item) && (index % 2 === 0 || item >= 0);

/** `[0,467, 0,533]` in JSON is a list of four: no decimals, and twice as many as are asked for. */
const decimalCommas = (answer: Answer, [length]: readonly [number]): Shaped | undefined => {
  if (!isList(answer) || answer.length !== 2 * length) return undefined;
  if (!answer.every(isPart)) return undefined;
  const numbers = Array.from({ length }, (_, index) => `${String(answer[2 * index])}.${String(answer[2 * index + 1])}`);
  const source = answer.join(',');
  const problem = {
    code: 'ambiguous-list',
    at: { start: 0, end: source.length },
    message: `There are ${answer.length} numbers here, and ${length} are asked for; with decimal commas they would be [${numbers.join(', ')}]`,
    fix: 'Write decimal points.',
  };
  return { kind: 'unclear', problem, source };
};

const shapeList = (answer: Answer, [length]: readonly [number]): Shaped => {
  const items = isList(answer) ? unnested(answer) : [answer];
  const expected = describeShape([length]);
  const entries = items.flatMap((item, index) => (isList(item) ? [] : [{ at: [index], answer: item }]));
  if (entries.length < items.length)
    return { kind: 'other', expected, given: `a table with ${count(items.length, 'row')}` };
  if (items.length === length) return { kind: 'entries', entries };
  if (!isList(answer)) return { kind: 'other', expected, given: 'one entry' };
  const given = describeShape([items.length]);
  return isFarMore(items.length, length)
    ? { kind: 'other', expected, given }
    : { kind: 'other', expected, given, entries };
};

/** No wrong procedure gives so many: they are not read one by one, which might take long. */
const isFarMore = (given: number, asked: number): boolean => given > 4 * asked + 20;

/** `[[5], [-0.5]]` and `[[5, -0.5]]` are the list `[5, -0.5]` as matrix programs print it. */
const unnested = (items: readonly Answer[]): readonly Answer[] => {
  const [first] = items;
  if (items.length === 1 && first !== undefined && isList(first)) return first;
  return items.every((item) => isList(item) && item.length === 1) ? items.flat() : items;
};

const shapeTable = (answer: Answer, shape: readonly [number, number]): Shaped => {
  const [rows, columns] = shape;
  const expected = describeShape(shape);
  const items = isList(answer) ? answer : [answer];
  const opened: Answer[] = [];
  for (const row of items) {
    const split = typeof row === 'string' && columns > 1 ? splitText(row, columns, false, false) : undefined;
    if (split?.kind === 'unclear') return split;
    opened.push(split === undefined ? row : split.answer);
  }
  const table = opened.some(isList) ? opened.map((row) => (isList(row) ? row : [row])) : flatTable(opened, shape);
  if (table === undefined)
    return { kind: 'other', expected, given: isList(answer) ? describeShape([items.length]) : 'one entry' };
  const deep = table.findIndex((row) => row.some(isList));
  if (deep >= 0) return { kind: 'other', expected, given: `a table with a list inside row ${deep + 1}` };
  const width = table[0]?.length ?? 0;
  const ragged = table.findIndex((row) => row.length !== (table.length === rows ? columns : width));
  if (ragged >= 0 && table.some((row) => row.length !== width)) {
    const odd = table[ragged]?.length ?? 0;
    return { kind: 'other', expected, given: `a table whose row ${ragged + 1} has ${count(odd, 'number')}` };
  }
  const entries = table.flatMap((row, r) =>
    row.flatMap((item, c) => (isList(item) ? [] : [{ at: [r, c], answer: item }])),
  );
  if (table.length === rows && width === columns) return { kind: 'entries', entries };
  const given = describeShape([table.length, width]);
  const turned = table.length === columns && width === rows;
  return turned || isFarMore(entries.length, rows * columns)
    ? { kind: 'other', expected, given }
    : { kind: 'other', expected, given, entries, width };
};

/** A list without rows is a table only where the table has a single row or column. */
const flatTable = (
  items: readonly Answer[],
  [rows, columns]: readonly [number, number],
): readonly (readonly Answer[])[] | undefined =>
  columns === 1 && items.length === rows
    ? items.map((item) => [item])
    : rows === 1 && items.length === columns
      ? [items]
      : undefined;
