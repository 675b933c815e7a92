/** Numbers, lists and places in English. */

const smallNumbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

export const cardinal = (count: number): string => smallNumbers[count] ?? `${count}`;

export const plural = (count: number, noun: string): string => `${cardinal(count)} ${noun}${count === 1 ? '' : 's'}`;

/** Points as a number without needless digits: 1 point, 0.5 points. */
export const points = (count: number): string => `${amount(count)} ${count === 1 ? 'point' : 'points'}`;

export const amount = (count: number): string => `${Math.round(count * 100) / 100}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const quoted = (text: string): string => `“${text}”`;

/** a, b and c. */
export const listed = (items: readonly string[], last: 'and' | 'or' = 'and'): string =>
  items.length <= 1 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;

const places = ['a whole number', 'tenths', 'hundredths', 'thousandths'];

export const decimalPlace = (decimals: number): string => places[decimals] ?? `${cardinal(decimals)} decimals`;

/** A sentence about the whole answer, or about one entry of it (indices from 0; row, then column). */
export const placed = (at: readonly number[] | undefined, clause: string): string => {
  const [row, column] = at ?? [];
  if (row === undefined) return clause.charAt(0).toUpperCase() + clause.slice(1);
  return column === undefined ? `Number ${row + 1}: ${clause}` : `Row ${row + 1}, column ${column + 1}: ${clause}`;
};
