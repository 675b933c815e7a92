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
export const points = (count: number): string => `${amount(count)} ${amount(count) === '1' ? 'point' : 'points'}`;

export const amount = (count: number): string => `${Math.round(count * 100) / 100}`;

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** An instant, `2016-08-17T23:59:00.000Z`, for people: 17 August 2016, 23:59 UTC. Seconds are told where there are any. */
export const moment = (iso: string): string => {
  const [, year, month, day, time = '', seconds] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)(:\d\d)?/.exec(iso) ?? [];
  if (year === undefined) return iso;
  const clock = seconds === undefined || seconds === ':00' ? time : `${time}${seconds}`;
  return `${Number(day)} ${months[Number(month) - 1] ?? ''} ${Number(year)}, ${clock} UTC`;
};

/** Digits that a reader looks at. */
const mostDigits = 24;

/** A number of any length, cut to what can be read: its later digits left out, or as a power of ten. */
export const readable = (value: string): string => {
  const [, sign = '', whole, decimals = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(value) ?? [];
  if (value.length <= mostDigits) return value;
  if (whole === undefined) return `${value.slice(0, mostDigits)}…`;
  return whole.length <= mostDigits
    ? `${sign}${whole}${decimals.slice(0, 11)}…`
    : `${sign}${whole.charAt(0)}.${whole.slice(1, 6)}…·10^${whole.length - 1}`;
};

/** Digits of a result that are enough to compare one's own with, and how many are not worth cutting. */
const enoughDigits = 6;
const fewDigits = 10;

/** A decimal number with its first digits, and an ellipsis where it has many more. */
export const cutShort = (value: string): string => {
  const [, start = '', digits] = /^(-?(?:0\.0*|\d+\.))(\d+)$/.exec(value) ?? [];
  const before = start.replace(/^-?0*\.?0*|\.$/g, '').length;
  if (digits === undefined || before + digits.length <= fewDigits || before > enoughDigits) return readable(value);
  return `${start}${digits.slice(0, Math.max(1, enoughDigits - before))}…`;
};

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
