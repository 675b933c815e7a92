import { isDigit, isLetter } from './characters.js';
import { maxDigits, maxExponentDigits } from './limits.js';
import { stop } from './problems.js';
import { note, quote, type Reader } from './reader.js';

const dot = 46;
const comma = 44;
const brace = 123;
const zero = 48;
/** Far fewer than a number may have. */
const maxShortDigits = 15;

/** Before the digits of an exponent; a minus sign as typeset, too. */
const signs: readonly string[] = ['+', '-', '−'];

const skipDigits = (text: string, from: number): number => {
  let position = from;
  while (isDigit(text.charCodeAt(position))) position++;
  return position;
};

/**
 * Reads a number at `start` and leaves the reader behind it. The text comes back in one spelling: a digit before the
 * point, no needless zeros in front, a small `e`; digits after the point are kept, for they say how exact it is meant.
 */
export const scanNumber = (reader: Reader, start: number): string => {
  const { text } = reader;
  const wholeEnd = skipDigits(text, start);
  if (isWholeNumber(text, start, wholeEnd)) {
    reader.position = wholeEnd;
    return text.slice(start, wholeEnd);
  }
  let end = wholeEnd;
  let fraction = '';
  const mark = text.charCodeAt(wholeEnd);
  const afterMark = text.charCodeAt(wholeEnd + 1);
  if (mark === dot) {
    end = skipDigits(text, wholeEnd + 1);
    fraction = text.slice(wholeEnd + 1, end);
  } else if (mark === comma && !reader.commaSeparates && isDigit(afterMark) && wholeEnd > start) {
    end = skipDigits(text, wholeEnd + 1);
    fraction = text.slice(wholeEnd + 1, end);
    noteDecimalComma(reader, start, wholeEnd, end);
  } else if (mark === brace && text.startsWith('{,}', wholeEnd) && isDigit(text.charCodeAt(wholeEnd + 3))) {
    // In TeX, braces keep a decimal comma from being set as one that parts a list.
    end = skipDigits(text, wholeEnd + 3);
    fraction = text.slice(wholeEnd + 3, end);
  }
  const digits = text.slice(start, wholeEnd);
  const whole = digits.length > 1 ? digits.replace(/^0+(?=\d)/, '') : digits;
  checkDigits(start, end);
  const exponentEnd = endOfExponent(text, end);
  const exponent =
    exponentEnd > end
      ? text
          .slice(end + 1, exponentEnd)
          .replace(/^\+/, '')
          .replace('−', '-')
      : '';
  if (exponent.length > maxExponentDigits + 1) numberTooLong(start, exponentEnd);
  reader.position = exponentEnd;
  refuseTail(reader, start, exponentEnd);
  return `${whole || '0'}${fraction && `.${fraction}`}${exponent && `e${exponent}`}`;
};

/** A short number in its one spelling, with nothing after it that could belong to it: most numbers are. */
const isWholeNumber = (text: string, start: number, end: number): boolean => {
  if (end === start || end - start > maxShortDigits) return false;
  if (text.charCodeAt(start) === zero && end - start > 1) return false;
  const next = text.charCodeAt(end);
  return next !== dot && next !== comma && next !== brace && !isLetter(next);
};

/** `1e5` is a number, `2e` is twice e: an exponent needs digits. */
const endOfExponent = (text: string, at: number): number => {
  const letter = text.charAt(at);
  if (letter !== 'e' && letter !== 'E') return at;
  const digits = signs.includes(text.charAt(at + 1)) ? at + 2 : at + 1;
  const end = skipDigits(text, digits);
  return end > digits ? end : at;
};

const noteDecimalComma = (reader: Reader, start: number, mark: number, end: number): void => {
  const at = { start, end };
  const written = quote(reader, start, end);
  const dotted = `${reader.text.slice(start, mark)}.${reader.text.slice(mark + 1, end)}`;
  const joined = `${reader.text.slice(start, mark)}${reader.text.slice(mark + 1, end)}`;
  const looksGrouped = end - mark === 4 && mark - start <= 3 && reader.text.charAt(start) !== '0';
  if (looksGrouped && end - start < 20) {
    stop('ambiguous-comma', at, `${written} can mean ${dotted} or ${joined}.`, `Write ${dotted} or ${joined}.`);
  }
  note(reader, 'decimal-comma', at, `The comma in ${written} was read as a decimal point: ${shorten(dotted)}.`);
};

const shorten = (digits: string): string => (digits.length <= 40 ? digits : `${digits.slice(0, 37)}…`);

const checkDigits = (start: number, end: number): void => {
  if (end - start > maxDigits) numberTooLong(start, end);
};

const numberTooLong = (start: number, end: number): never =>
  stop(
    'number-too-long',
    { start, end },
    `This number is too long (at most ${maxDigits} digits, and ${maxExponentDigits} in its exponent).`,
    'Round it to the digits that matter.',
  );

/** What may not follow a number directly: a second point, an underscore, the x of a hexadecimal number. */
const refuseTail = (reader: Reader, start: number, end: number): void => {
  const next = reader.text.charAt(end);
  if (next === '.') {
    stop('unfinished-number', { start, end: end + 1 }, 'This number has a dot too many.', 'Write one decimal point.');
  }
  const isHexadecimal =
    (next === 'x' || next === 'X') && reader.text.slice(start, end) === '0' && isDigit(reader.text.charCodeAt(end + 1));
  if (isHexadecimal) {
    stop(
      'unfinished-number',
      { start, end: end + 2 },
      'Hexadecimal numbers are not read here.',
      'Write it in decimal.',
    );
  }
};
