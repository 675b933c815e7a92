import { isInstant, readUsualInstant } from '../dates/index.js';
import { maxAttempt, maxIdLength, needsCare, problemId } from '../submission/index.js';

/** An answers file whose fields are plain and come before the answers. */
export type SplitFile = {
  readonly problem: string | undefined;
  readonly student: string | undefined;
  readonly attempt: number;
  readonly submittedAt: string | undefined;
  /** `submittedAt` in milliseconds since 1970, where it is written in the usual form. */
  readonly time: number | undefined;
  /** Where the value of `answers` begins; from there to the end of the file two files may be equal. */
  readonly answersAt: number;
};

/**
 * Splits the bytes from `start` to `end` into names and answers, without looking at the answers. Two files that are split, and
 * whose bytes from `answersAt` on are the same, are read alike by `readSubmission` but for the names found here: if it reads one of them without a
 * remark, it reads the other so. Nothing for a file with anything unusual in it (an escape, an unknown field, a field after the
 * answers): `readSubmission` knows what to say.
 */
export const splitFile = (bytes: Buffer, start: number, end: number): SplitFile | undefined => {
  let problem: string | undefined;
  let student: string | undefined;
  let submittedAt: string | undefined;
  let time: number | undefined;
  let attempt = 0;
  let at = skipBlank(bytes, start, end);
  if (bytes[at] !== openBrace) return undefined;
  for (;;) {
    at = skipBlank(bytes, at + 1, end);
    const name = nameAt(bytes, at);
    if (name === undefined) return undefined;
    at = skipBlank(bytes, at + name.length + 2, end);
    if (bytes[at] !== colon) return undefined;
    at = skipBlank(bytes, at + 1, end);
    if (name === 'answers')
      return bytes[at] === openBrace && endsWithAnswers(bytes, at, end)
        ? { problem, student, attempt: attempt === 0 ? 1 : attempt, submittedAt, time, answersAt: at }
        : undefined;
    if (name === 'attempt') {
      const digitsEnd = endOfDigits(bytes, at, end);
      if (attempt !== 0 || bytes[at] === zero || digitsEnd - at > 5) return undefined;
      for (; at < digitsEnd; at += 1) attempt = attempt * 10 + (bytes[at] ?? 0) - zero;
      if (attempt < 1 || attempt > maxAttempt) return undefined;
    } else {
      const textEnd = endOfText(bytes, at, end);
      if (textEnd < 0) return undefined;
      const text = textBetween(bytes, at + 1, textEnd);
      if (text === undefined) return undefined;
      at = textEnd + 1;
      if (name === 'student') {
        if (student !== undefined || text === '' || text.length > maxIdLength || text.trim() !== text) return undefined;
        student = text;
      } else if (name === 'problem') {
        if (problem !== undefined || text.length > maxIdLength || !problemId.test(text)) return undefined;
        problem = text;
      } else {
        if (submittedAt !== undefined) return undefined;
        time = readUsualInstant(text);
        if (time === undefined && !isInstant(text)) return undefined;
        submittedAt = text;
      }
    }
    at = skipBlank(bytes, at, end);
    if (at >= end || bytes[at] !== comma) return undefined;
  }
};

const quote = 34;
const comma = 44;
const zero = 48;
const colon = 58;
const backslash = 92;
const openBrace = 123;
const closeBrace = 125;

const isBlank = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;

const skipBlank = (bytes: Buffer, from: number, end: number): number => {
  let at = from;
  while (at < end && isBlank(bytes[at] ?? 0)) at += 1;
  return at;
};

type FieldName = 'answers' | 'attempt' | 'problem' | 'student' | 'submittedAt';

/** The field whose name stands in quotes at `at`. */
const nameAt = (bytes: Buffer, at: number): FieldName | undefined => {
  // The second letter tells them apart.
  const second = bytes[at + 2];
  const name: FieldName =
    second === 110
      ? 'answers'
      : second === 114
        ? 'problem'
        : second === 117
          ? 'submittedAt'
          : bytes[at + 1] === 97
            ? 'attempt'
            : 'student';
  if (bytes[at] !== quote || bytes[at + 1 + name.length] !== quote) return undefined;
  for (let i = 0; i < name.length; i += 1) if (bytes[at + 1 + i] !== name.charCodeAt(i)) return undefined;
  return name;
};

const endOfDigits = (bytes: Buffer, at: number, end: number): number => {
  let digitsEnd = at;
  while (digitsEnd < end && (bytes[digitsEnd] ?? 0) >= zero && (bytes[digitsEnd] ?? 0) <= zero + 9) digitsEnd += 1;
  return digitsEnd;
};

/** Where the text that begins with a quote at `at` ends with one; −1 where an escape or a control character is in it. */
const endOfText = (bytes: Buffer, at: number, end: number): number => {
  if (bytes[at] !== quote) return -1;
  for (let i = at + 1; i < end; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === quote) return i;
    if (byte < 32 || byte === backslash || byte === 127) return -1;
  }
  return -1;
};

/** Nothing for a text that is no UTF-8 or holds characters that need a closer look. */
const textBetween = (bytes: Buffer, start: number, end: number): string | undefined => {
  let high = 0;
  for (let i = start; i < end; i += 1) high |= bytes[i] ?? 0;
  if (high < 128) return bytes.toString('latin1', start, end);
  const text = bytes.toString('utf8', start, end);
  return needsCare.test(text) ? undefined : text.normalize('NFC');
};

/** Whether the object that begins at `at` can be the last field: the file ends with its bracket and the outer one. */
const endsWithAnswers = (bytes: Buffer, at: number, end: number): boolean => {
  let last = end - 1;
  while (last > at && isBlank(bytes[last] ?? 0)) last -= 1;
  if (bytes[last] !== closeBrace) return false;
  last -= 1;
  while (last > at && isBlank(bytes[last] ?? 0)) last -= 1;
  return last > at && bytes[last] === closeBrace;
};
