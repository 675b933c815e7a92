import { isLetter, isSpace, isSubscript, isWordPart, onTheLine } from './characters.js';
import { greekName } from './greek.js';
import { isAccent } from './name-parts.js';
import { stop } from './problems.js';
import type { Reader } from './reader.js';
import type { Token } from './tokens.js';

/**
 * Reads what stands after `_` (at `start`): `_k1`, `_{k,1}`, `_(i=1)`, `_\theta`, `_μ`. Commas, blanks and brackets only part
 * the indices and are left out.
 */
export const scanSubscript = (reader: Reader, start: number, base: Token): string => {
  const { text } = reader;
  let position = start + 1;
  while (isSpace(text.charCodeAt(position))) position++;
  const opening = text.charAt(position);
  if (opening === '{' || opening === '(') {
    const end = endOfGroup(reader, position, opening, opening === '{' ? '}' : ')');
    reader.position = end;
    return indicesIn(text.slice(position + 1, end - 1));
  }
  if (isWordPart(text.charCodeAt(position))) {
    let end = position + 1;
    while (isWordPart(text.charCodeAt(end))) end++;
    if (reader.indices.length > 0 && isPrime(text.charAt(end))) {
      const primed = `${text.slice(position, end)}'`;
      if (reader.indices.includes(primed)) {
        reader.position = end + 1;
        return primed;
      }
    }
    if (reader.latex || base.style !== undefined) end = position + lengthOfIndex(reader, base, position, end);
    reader.position = end;
    const index = text.slice(position, end);
    return `${index}${indexAfterComma(reader, base, index)}`;
  }
  if (opening === '\\') {
    let end = position + 1;
    while (isLetter(text.charCodeAt(end))) end++;
    if (text.charAt(end) === '{') end = endOfGroup(reader, end, '{', '}');
    reader.position = end;
    return indicesIn(text.slice(position, end));
  }
  const greek = greekName(opening.normalize('NFKD'));
  if (greek !== undefined) {
    reader.position = position + 1;
    return greek;
  }
  return stop(
    'missing-subscript',
    { start, end: start + 1 },
    'After this underscore an index is missing.',
    'Write a subscript such as x_1, or leave the underscore out.',
  );
};

/** The second index of `gamma_k,1`, where that makes a name that is offered. */
const indexAfterComma = (reader: Reader, base: Token, first: string): string => {
  const { text, position } = reader;
  if (text.charAt(position) !== ',' || reader.commaSeparates) return '';
  let end = position + 1;
  while (isWordPart(text.charCodeAt(end))) end++;
  const second = text.slice(position + 1, end);
  if (second === '' || !offersEnding(reader, `${base.text}_${first}${second}`)) return '';
  reader.position = end;
  return second;
};

const offersEnding = (reader: Reader, ending: string): boolean =>
  reader.symbols?.some((name) => name.endsWith(ending)) ?? false;

/** ₖ₁: a run of lowered characters. */
export const scanLoweredRun = (reader: Reader, start: number): string => {
  let end = start;
  while (isSubscript(reader.text.charCodeAt(end))) end++;
  reader.position = end;
  return indicesIn(onTheLine(reader.text.slice(start, end)));
};

const endOfGroup = (reader: Reader, start: number, opening: string, closing: string): number => {
  let open = 0;
  for (let position = start; position < reader.end; position++) {
    const character = reader.text.charAt(position);
    if (character === opening) open++;
    else if (character === closing && --open === 0) return position + 1;
  }
  return stop(
    'unbalanced-open',
    { start, end: start + 1 },
    `This “${opening}” is never closed.`,
    `Write “${closing}” after the subscript.`,
  );
};

/**
 * How many characters after `_` are the index where adjacent letters are factors, as in `\pi_kN_k`: as many as give a
 * symbol that is offered; else one or two, but no capital, and not the letter that begins the next name.
 */
const lengthOfIndex = (reader: Reader, base: Token, start: number, end: number): number => {
  const run = reader.text.slice(start, end);
  if (isAccent(run)) return run.length;
  if (reader.indices.length > 0) {
    const length = lengthWithCounter(reader, base, run);
    if (length > 0) return length;
  }
  for (let length = Math.min(run.length, 16); length > 0; length--) {
    if (offersEnding(reader, `${base.text}_${run.slice(0, length)}`)) return length;
  }
  if (/^[a-z0-9]{1,2}$/.test(run) && reader.text.charAt(end) !== '_') return run.length;
  const match = /^[A-Za-z]?[0-9]*/.exec(run);
  return Math.max(1, match ? match[0].length : 1);
};

/** In a sum over i, the `ki` of `\gamma_ki`, where a number in the place of i makes a symbol that is offered. */
const lengthWithCounter = (reader: Reader, base: Token, run: string): number => {
  for (let length = Math.min(run.length, 3); length > 0; length--) {
    const index = run.slice(0, length);
    const counter = reader.indices.find((letter) => index.includes(letter));
    if (
      counter !== undefined &&
      '0123456789'.split('').some((digit) => offersEnding(reader, `${base.text}_${index.replaceAll(counter, digit)}`))
    )
      return length;
  }
  return 0;
};

/** The letters, digits and signs of a subscript, without what only parts or dresses them. */
const indicesIn = (content: string): string => {
  let indices = '';
  for (let position = 0; position < content.length; position++) {
    const code = content.charCodeAt(position);
    const character = content.charAt(position);
    if (character === '\\') {
      let end = position + 1;
      while (isLetter(content.charCodeAt(end))) end++;
      const command = content.slice(position + 1, end);
      if (end === position + 1) position++;
      else {
        indices += isDress(command) ? '' : command === 'prime' ? "'" : command === 'ell' ? 'l' : command;
        position = end - 1;
      }
    } else if (isPrime(character)) indices += "'";
    else if (character === '^' && /^\^\{?\s*\\prime/.test(content.slice(position, position + 12))) continue;
    else if (!isSpace(code) && !',~_{}()'.includes(character)) {
      indices += code < 128 ? character : (greekName(character) ?? onTheLine(character));
    }
  }
  return indices;
};

const isPrime = (character: string): boolean => character === "'" || character === '’' || character === '′';

const isDress = (command: string): boolean =>
  command === 'text' || command === 'mathrm' || command === 'mathit' || command === 'textrm' || command === 'rm';
