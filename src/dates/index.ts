/** Dates as files write them: ISO 8601 with a zone, and spans of time. No clock is read here. */
import type { Extension } from '../types.js';

const instant = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)$/i;

/** Whether a text is a date and time with zone, and one that exists (no February 30). */
export const isInstant = (text: string): boolean => {
  const parts = instant.exec(text);
  if (parts === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60;
};

/** The same instant as `2016-08-16T23:59:00Z` is written, with `T` and without spaces, so that every reader takes it alike. */
export const normaliseInstant = (text: string): string =>
  text
    .trim()
    .replace(/^(\S{10})\s/, '$1T')
    .replaceAll(' ', '')
    .toUpperCase();

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
