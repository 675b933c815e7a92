import { maxDepth, maxNumberLength } from './limits.js';

/**
 * A look over a JSON text in one pass, before anything is built from it.
 * `plain`: JSON.parse may read it, and its objects must have `fields` fields in all (fewer means a field stands twice).
 * `odd`: something in it needs the careful reader (a number whose digits JSON.parse would lose, an escape, anything that is not JSON).
 */
export type Scan = { readonly kind: 'plain'; readonly fields: number } | { readonly kind: 'odd' };

const odd: Scan = { kind: 'odd' };

/** Characters that do not show, or may not. */
export const needsCare =
  /[^\t\n\r\u0020-\u007e\u00a1-\u00ac\u00ae-\u0602\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2c7f]/;

export const scan = (text: string): Scan => {
  if (needsCare.test(text)) return odd;
  const hasEscapes = text.includes('\\');
  let depth = 0;
  let fields = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) {
      index = hasEscapes ? endOfString(text, index) : text.indexOf('"', index + 1);
      if (index < 0) return odd;
    } else if (code === colon) {
      fields += 1;
    } else if (code === openBrace || code === openBracket) {
      depth += 1;
      if (depth > maxDepth) return odd;
    } else if (code === closeBrace || code === closeBracket) {
      depth -= 1;
    } else if (code === minus || (code >= zero && code <= nine)) {
      const end = endOfNumber(text, index);
      if (end - index > maxNumberLength) return odd;
      const digits = text.slice(index, end);
      if (String(Number(digits)) !== digits) return odd;
      index = end - 1;
    }
  }
  return { kind: 'plain', fields };
};

const quote = 34;
const minus = 45;
const zero = 48;
const nine = 57;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/**
 * Index of the quote that ends the string begun at `start`; −1 where none does, or where it holds an escape that a LaTeX writer
 * means otherwise (`\frac`, `\beta`). Written twice, as in `\\frac`, the backslash is one.
 */
const endOfString = (text: string, start: number): number => {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === quote) return index;
    if (code !== backslash) continue;
    index += 1;
    const escaped = text.charCodeAt(index);
    if (escaped !== backslash && escaped !== quote) return -1;
  }
  return -1;
};

const endOfNumber = (text: string, start: number): number => {
  let end = start + 1;
  while (isNumberPart(text.charCodeAt(end))) end += 1;
  return end;
};

/** Digits, point, signs and the e of an exponent. */
const isNumberPart = (code: number): boolean =>
  (code >= zero && code <= nine) || code === 46 || code === 43 || code === minus || code === 69 || code === 101;
