import {
  accentOf,
  isCombining,
  isDigit,
  isLetter,
  isSpace,
  isSubscript,
  isSuperscript,
  isVulgarFraction,
  isWordPart,
  onTheLine,
} from './characters.js';
import { greekName, isGreekName } from './greek.js';
import { maxNameLength } from './limits.js';
import { isAccent } from './name-parts.js';
import { isWord } from './names.js';
import { stop } from './problems.js';
import type { Reader } from './reader.js';
import { scanCommand } from './scan-command.js';
import { scanNumber } from './scan-number.js';
import { refuseCharacter, signOf, textOfSign } from './scan-sign.js';
import { scanLoweredRun, scanSubscript } from './scan-subscript.js';
import { makeToken, type Token, type TokenKind } from './tokens.js';

/** Goes on to the next token. After `\frac`, TeX takes a `single` digit or letter: `\frac12` is a half. */
export const advance = (reader: Reader, single = false): void => {
  const next = scanToken(reader, single);
  reader.previousEnd = reader.token.end;
  reader.token = next;
};

const scanToken = (reader: Reader, single: boolean): Token => {
  const before = reader.position;
  const first = reader.text.charCodeAt(before);
  if (first > space && first < tilde && first !== backslash) return scanVisible(reader, before, false, single);
  for (;;) {
    while (reader.position < reader.end && isBlank(reader, reader.text.charCodeAt(reader.position))) reader.position++;
    const start = reader.position;
    const spaced = start > before;
    if (start >= reader.end) return makeToken('end', '', start, start, spaced);
    if (reader.text.charCodeAt(start) !== backslash) return scanVisible(reader, start, spaced, single);
    const token = scanCommand(reader, start, spaced);
    if (token) return token.kind === 'word' ? withAccent(reader, token) : token;
  }
};

const space = 32;
const dot = 46;
const backslash = 92;
const tilde = 126;

/** TeX writes a blank as ~ too. */
const isBlank = (reader: Reader, code: number): boolean => isSpace(code) || (code === tilde && reader.latex);

const scanVisible = (reader: Reader, start: number, spaced: boolean, single: boolean): Token => {
  const { text } = reader;
  const code = text.charCodeAt(start);
  const sign = signOf(code);
  if (sign) return scanSign(reader, sign, code, start, spaced);
  if (isDigit(code) || (code === dot && isDigit(text.charCodeAt(start + 1)))) {
    if (single) return take(reader, 'number', text.charAt(start), start, start + 1, spaced);
    const digits = scanNumber(reader, start);
    return take(reader, 'number', digits, start, reader.position, spaced);
  }
  if (isLetter(code)) return scanOffered(reader, start, spaced) ?? scanWord(reader, start, spaced, single);
  if (code === 95) {
    const index = scanSubscript(reader, start, reader.token);
    return take(reader, 'subscript', index, start, reader.position, spaced);
  }
  const byElement = code === dot ? signOf(text.charCodeAt(start + 1)) : undefined;
  if (byElement === '*' || byElement === '/' || byElement === '^')
    return take(reader, byElement, text.slice(start, start + 2), start, start + 2, spaced);
  if (code === 58 && text.charAt(start + 1) === '=') return take(reader, '=', ':=', start, start + 2, spaced);
  return code < 128 ? refuseCharacter(text.charAt(start), start) : scanUnicode(reader, start, spaced);
};

const take = (reader: Reader, kind: TokenKind, text: string, start: number, end: number, spaced: boolean): Token => {
  reader.position = end;
  return makeToken(kind, text, start, end, spaced);
};

const scanSign = (reader: Reader, sign: TokenKind, code: number, start: number, spaced: boolean): Token => {
  const { text } = reader;
  if (code === 42 && text.charAt(start + 1) === '*') return take(reader, '^', '**', start, start + 2, spaced);
  if (sign === '=' && text.charAt(start + 1) === '=') return take(reader, '=', '==', start, start + 2, spaced);
  if (sign === '!' && text.charAt(start + 1) === '=') {
    stop('relation', { start, end: start + 2 }, '“!=” makes a statement, not a formula.', 'Write one expression.');
  }
  return take(reader, sign, textOfSign(code), start, start + 1, spaced);
};

/** A name just as the question offers it, taken whole: most names are, and need no further look at their parts. */
const scanOffered = (reader: Reader, start: number, spaced: boolean): Token | undefined => {
  const { text, names } = reader;
  if (names === undefined || reader.latex) return undefined;
  let end = start + 1;
  for (let code = text.charCodeAt(end); isWordPart(code) || code === 95;) code = text.charCodeAt(++end);
  const name = text.slice(start, end);
  if (!names.plain.has(name)) return undefined;
  const next = text.charCodeAt(end);
  // Marks over a letter, small indices, `gamma_k,1` and `math.pi` are more than the name.
  if (next > 127 || next === 44 || next === 46) return undefined;
  reader.position = end;
  return makeToken('word', names.same(name), start, end, spaced, undefined, true);
};

const scanWord = (reader: Reader, start: number, spaced: boolean, single: boolean): Token => {
  const { text } = reader;
  let end = start + 1;
  if (reader.latex) {
    while (isLetter(text.charCodeAt(end)) && end - start <= maxNameLength) end++;
    if (end - start > maxNameLength || !isWhole(reader, text.slice(start, end), single)) end = start + 1;
    reader.position = end;
    return withAccent(reader, makeToken('word', text.slice(start, end), start, end, spaced, 'latex'));
  }
  while (isWordPart(text.charCodeAt(end))) end++;
  if (end - start > maxNameLength) {
    const fix = 'Use the symbols that the question offers.';
    stop('name-too-long', { start, end }, `This name is longer than ${maxNameLength} letters.`, fix);
  }
  const word = take(reader, 'word', text.slice(start, end), start, end, spaced);
  return withComposedEnd(reader, word) ?? withAccent(reader, word);
};

/** `mû` is how some systems store mu with a hat: the last letter and the hat as one character. */
const withComposedEnd = (reader: Reader, word: Token): Token | undefined => {
  if (!(reader.text.charCodeAt(word.end) > 0xbf)) return undefined;
  const [letter = '', mark = ''] = reader.text.charAt(word.end).normalize('NFD');
  const accent = accentOf(mark.charCodeAt(0));
  if (!accent || !isGreekName(`${word.text}${letter}`)) return undefined;
  reader.position = word.end + 1;
  return { ...word, text: `${accent}${word.text}${letter}`, end: reader.position };
};

/** After `\frac` and `\hat` TeX takes one letter; a Greek letter's name is one, too. */
const isWhole = (reader: Reader, word: string, single: boolean): boolean =>
  single ? isGreekName(word) : isWord(word, reader.symbols);

/** A combining hat, bar or tilde after a letter becomes the prefix of its name. */
const withAccent = (reader: Reader, word: Token): Token => {
  const code = reader.text.charCodeAt(reader.position);
  if (!isCombining(code)) return word;
  const accent = accentOf(code);
  if (!accent) refuseCharacter(reader.text.charAt(reader.position), reader.position);
  reader.position++;
  return { ...word, text: `${accent}${word.text}`, end: reader.position };
};

/** `μhat` and `γk1`: letters after a Greek one belong to its name where they are an accent, or make a name that is offered. */
const withRest = (reader: Reader, letter: Token): Token => {
  if (reader.latex || !isLetter(reader.text.charCodeAt(letter.end))) return letter;
  let end = letter.end;
  while (isWordPart(reader.text.charCodeAt(end)) && end - letter.end < maxNameLength) end++;
  const rest = reader.text.slice(letter.end, end);
  const belongs = isAccent(rest) || reader.symbols?.includes(`${letter.text}_${rest}`);
  if (!belongs) return letter;
  reader.position = end;
  return { ...letter, text: `${letter.text}${rest}`, end };
};

const scanUnicode = (reader: Reader, start: number, spaced: boolean): Token => {
  const { text } = reader;
  const code = text.charCodeAt(start);
  if (isSubscript(code)) {
    const index = scanLoweredRun(reader, start);
    return take(reader, 'subscript', index, start, reader.position, spaced);
  }
  if (isSuperscript(code)) {
    let end = start + 1;
    while (isSuperscript(text.charCodeAt(end))) end++;
    return take(reader, 'superscript', onTheLine(text.slice(start, end)), start, end, spaced);
  }
  if (isVulgarFraction(code)) {
    const fraction = onTheLine(text.charAt(start)).replace('\u2044', '/');
    return take(reader, 'fraction', fraction, start, start + 1, spaced);
  }
  return scanLetter(reader, start, spaced);
};

/** One Greek, mathematical or accented letter: π, 𝜋, ŷ. */
const scanLetter = (reader: Reader, start: number, spaced: boolean): Token => {
  const character = String.fromCodePoint(reader.text.codePointAt(start) ?? 0);
  const plain = character.normalize('NFKD');
  const code = plain.charCodeAt(0);
  const name = isLetter(code) ? plain.charAt(0) : greekName(plain.charAt(0));
  const accent = plain.length === 2 ? accentOf(plain.charCodeAt(1)) : '';
  if (name === undefined || accent === undefined || plain.length > 2) return refuseCharacter(character, start);
  const end = start + character.length;
  reader.position = end;
  return withAccent(reader, withRest(reader, makeToken('word', `${accent}${name}`, start, end, spaced, 'unicode')));
};
