/** What stands around a formula and is no part of it. */

import { isLetter, isSpace } from './characters.js';

type Range = { readonly start: number; readonly end: number };

const pairs: readonly (readonly [string, string])[] = [
  ['$$', '$$'],
  ['$', '$'],
  ['\\(', '\\)'],
  ['\\[', '\\]'],
  ['```', '```'],
  ['`', '`'],
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
  ["'", "'"],
  ['‘', '’'],
];

/**
 * The range of the formula itself: without blanks, the marks that begin and end mathematics, quotation marks around all of it, and the full
 * stop, comma or semicolon of a sentence or a line of code.
 */
export const withoutWrapping = (text: string): Range => {
  let range = trimmed(text, 0, text.length);
  if (!mayBeWrapped(text, range)) return range;
  for (let depth = 0; depth < mostWrappings; depth++) {
    const inner = unwrapped(text, range);
    if (inner.start === range.start && inner.end === range.end) return range;
    range = inner;
  }
  return range;
};

const mostWrappings = 8;

/** Most formulas begin with a letter, a command or a bracket, and end with one of them. */
const mayBeWrapped = (text: string, { start, end }: Range): boolean => {
  const first = text.charCodeAt(start);
  if (first === backslash) return '([b'.includes(text.charAt(start + 1)) || isClosing(text, end);
  return isMark(first) || isClosing(text, end);
};

const isClosing = (text: string, end: number): boolean => {
  const last = text.charCodeAt(end - 1);
  if (last !== brace && !isLetter(last)) return isMark(last);
  const command = text.lastIndexOf('\\', end);
  return 'ntl'.includes(text.charAt(command + 1)) && numbering.test(text.slice(command, command + 12));
};

const numbering = /^\\(?:nonumber|notag|tag|label|text\{\s*[.,;]?\s*\})(?![A-Za-z])/;
const brace = 125;
const backslash = 92;

/** A full stop, a comma, a semicolon, a dollar, a backslash or a quotation mark. */
const isMark = (code: number): boolean => {
  switch (code) {
    case 0x22:
    case 0x24:
    case 0x27:
    case 0x2c:
    case 0x2e:
    case 0x3b:
    case 0x5c:
    case 0x60:
    case 0xab:
    case 0xbb:
    case 0x2018:
    case 0x2019:
    case 0x201c:
    case 0x201d:
    case 0x201e:
      return true;
    default:
      return false;
  }
};

const unwrapped = (text: string, range: Range): Range => {
  const { start, end } = range;
  const [stop = ''] =
    /(?:(?<!\\)[;,]|(?<!\.|\\(?:left|right|[bB]igg?[lr]?)\s*)\.|\\\\|\\(?:nonumber|notag)|\\(?:label|tag)\{[^{}]*\}|\\text\{\s*[.,;]?\s*\})$/.exec(
      text.slice(Math.max(start, end - 80), end),
    ) ?? [];
  if (stop !== '') return trimmed(text, start, end - stop.length);
  for (const [opening, closing] of pairs) {
    const isWrapped = end - start >= opening.length + closing.length;
    if (isWrapped && text.startsWith(opening, start) && text.startsWith(closing, end - closing.length))
      return trimmed(text, start + opening.length, end - closing.length);
  }
  const [begin, environment = ''] = beginning.exec(text.slice(start, start + 80)) ?? [];
  const close = `\\end{${environment}}`;
  if (begin === undefined || !text.slice(start, end).endsWith(close)) return range;
  return trimmed(text, start + begin.length, end - close.length);
};

const beginning =
  /^\\begin\{((?:equation|align|aligned|alignat|gather|gathered|displaymath|math|multline|split|eqnarray)\*?)\}(?:\s*\\label\{[^{}]*\})?/;

const trimmed = (text: string, from: number, to: number): Range => {
  let [start, end] = [from, to];
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  return { start, end };
};
