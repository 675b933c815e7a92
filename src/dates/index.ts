/** Dates as files write them: ISO 8601 with a zone, and spans of time. No clock is read here. */
import type { Extension } from '../types.js';

const instant = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(?:Z|([+-])(\d\d):?(\d\d))$/i;

/** Milliseconds since 1970 of a date and time with zone; nothing for any other text, or a time that does not exist (February 30). */
export const readInstant = (text: string): number | undefined => {
  const parts = instant.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0)];
  const exists =
    month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60;
  if (!exists) return undefined;
  const milliseconds = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (Number(parts[9] ?? 0) * 60 + Number(parts[10] ?? 0)) * (parts[8] === '-' ? -1 : 1);
  const time = new Date(0);
  // Years before 100 are meant as they are written.
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour, minute - offset, second, milliseconds);
  return time.getTime();
};

/** Whether a text is a date and time with zone, and one that exists (no February 30). */
export const isInstant = (text: string): boolean => readInstant(text) !== undefined;

/** Whether a text has the form of a date and time with zone, be there such a day or not. */
export const hasFormOfInstant = (text: string): boolean => instant.test(text);

/** The same instant as `2016-08-16T23:59:00Z` is written, with `T` and without spaces, so that every reader takes it alike. */
export const normaliseInstant = (text: string): string =>
  text
    .trim()
    .replace(/^(\S{10})\s/, '$1T')
    .replaceAll(' ', '')
    .toUpperCase();

/**
 * Milliseconds since 1970 of an instant in the form that programs write, `2016-08-16T20:00:00Z`; nothing for every other text, which
 * may be an instant all the same.
 */
export const readUsualInstant = (text: string): number | undefined => {
  if (text.length !== 20) return undefined;
  let digits = 0;
  for (let i = 0; i < 20; i += 1) {
    const code = text.charCodeAt(i);
    const mark = marks.charCodeAt(i);
    if (mark !== zero) {
      if (code !== mark) return undefined;
    } else if (code < zero || code > zero + 9) return undefined;
    else digits = digits * 10 + code - zero;
  }
  const second = digits % 100;
  const minute = Math.floor(digits / 1e2) % 100;
  const hour = Math.floor(digits / 1e4) % 100;
  const day = Math.floor(digits / 1e6) % 100;
  const month = Math.floor(digits / 1e8) % 100;
  const year = Math.floor(digits / 1e10);
  // Date.UTC takes years below 100 for others.
  if (year < 100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return hour < 24 && minute < 60 && second < 60 ? Date.UTC(year, month - 1, day, hour, minute, second) : undefined;
};

const marks = '0000-00-00T00:00:00Z';
const zero = 48;

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

const seconds = { minute: 60, hour: 3600, day: 86_400, week: 604_800 } as const;

/** `1 day`, `36 hours`, or a new due date; nothing for any other text. */
export const readExtension = (text: string): Extension | undefined => {
  const span = /^\s*(\d+(?:\.\d+)?)\s*(minute|hour|day|week)s?\s*$/i.exec(text);
  if (span !== null) {
    const unit = (span[2] ?? 'day').toLowerCase() as keyof typeof seconds;
    return { seconds: Math.round(Number(span[1]) * seconds[unit]) };
  }
  return isInstant(text.trim()) ? { until: normaliseInstant(text) } : undefined;
};
