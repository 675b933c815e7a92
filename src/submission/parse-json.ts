import type { JsonField, JsonNode, JsonProblem } from './json-node.js';
import { maxDepth, maxNumberLength } from './limits.js';
import { explainUnexpected, explainWord, latexEscape } from './syntax-words.js';

export type JsonReading =
  | { readonly kind: 'json'; readonly root: JsonNode; readonly problems: readonly JsonProblem[] }
  | { readonly kind: 'broken'; readonly problem: JsonProblem };

/** Thrown inside this file only, to leave the recursion. */
class Broken extends Error {
  readonly problem: JsonProblem;
  constructor(problem: JsonProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

const broken = (code: string, at: number, message: string, fix?: string): never => {
  throw new Broken({ code, at, message, ...(fix === undefined ? {} : { fix }) });
};

/**
 * Reads JSON (RFC 8259) to the letter, keeping places and the digits of numbers. The first syntax error ends the reading; duplicate and
 * reserved keys are collected.
 */
export const parseJson = (text: string): JsonReading => {
  const problems: JsonProblem[] = [];
  try {
    const reader = { text, index: 0, depth: 0, problems };
    skipBlanks(reader);
    if (reader.index === text.length)
      broken('empty', 0, 'The file is empty.', 'Write your answers as in { "answers": { … } }.');
    const root = readValue(reader);
    skipBlanks(reader);
    if (reader.index < text.length) {
      const again = text[reader.index] === '{';
      broken(
        again ? 'two-documents' : 'json',
        reader.index,
        again ? 'A second { … } begins here, after the end of the first.' : 'Something follows after the last bracket.',
        again
          ? 'Keep one of them; a file holds the answers of one student.'
          : 'Delete it, or check whether a bracket closes too early.',
      );
    }
    return { kind: 'json', root, problems };
  } catch (error) {
    if (error instanceof Broken) return { kind: 'broken', problem: error.problem };
    throw error;
  }
};

type Reader = { readonly text: string; index: number; depth: number; readonly problems: JsonProblem[] };

const skipBlanks = (reader: Reader): void => {
  const { text } = reader;
  for (;;) {
    const code = text.charCodeAt(reader.index);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
    reader.index += 1;
  }
};

const unexpected = (reader: Reader, wanted: string): never => {
  const { message, fix } = explainUnexpected(reader.text, reader.index, wanted);
  return broken(reader.index >= reader.text.length ? 'truncated' : 'json', reader.index, message, fix);
};

const readValue = (reader: Reader): JsonNode => {
  const { text, index } = reader;
  const character = text[index];
  if (character === '{' || character === '[') {
    reader.depth += 1;
    if (reader.depth > maxDepth)
      broken(
        'too-deep',
        index,
        `There are more than ${maxDepth} brackets inside each other.`,
        'Answers need four at most.',
      );
    const node = character === '{' ? readObject(reader) : readArray(reader);
    reader.depth -= 1;
    return node;
  }
  if (character === '"') return { kind: 'string', at: index, value: readString(reader) };
  const plain = readPlainNumber(text, index);
  if (plain !== undefined) {
    reader.index += plain.length;
    return { kind: 'number', at: index, text: plain };
  }
  const word = /[-+.\d]*[\p{L}_\d.+]*/uy;
  word.lastIndex = index;
  const token =
    word.exec(text.length - index > maxNumberLength * 2 ? text.slice(0, index + maxNumberLength * 2) : text)?.[0] ?? '';
  if (token === '') return unexpected(reader, 'an answer');
  if (token.length > maxNumberLength)
    broken('too-long', index, `A number of more than ${maxNumberLength} characters begins here.`, 'Round it.');
  if (token === 'true' || token === 'false' || token === 'null') {
    reader.index += token.length;
    return { kind: 'literal', at: index, value: token === 'null' ? null : token === 'true' };
  }
  const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/.exec(readNumberToken(text, index))?.[0];
  if (number !== undefined && !/[\p{L}_\d.]/u.test(text[index + number.length] ?? '')) {
    reader.index += number.length;
    return { kind: 'number', at: index, text: number };
  }
  const { message, fix } = explainWord(token);
  return broken('json', index, message, fix);
};

/** A number with nothing else about it: told apart from words of all scripts without an expression for these, which is slow to compile. */
const readPlainNumber = (text: string, index: number): string | undefined => {
  const token = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?=[\s,\]}])/y;
  token.lastIndex = index;
  const number = token.exec(text)?.[0];
  return number !== undefined && number.length <= maxNumberLength ? number : undefined;
};

const readNumberToken = (text: string, index: number): string => text.slice(index, index + maxNumberLength + 1);

const readObject = (reader: Reader): JsonNode => {
  const at = reader.index;
  const { text, problems } = reader;
  const fields: JsonField[] = [];
  const first = new Map<string, number>();
  reader.index += 1;
  skipBlanks(reader);
  if (text[reader.index] === '}') {
    reader.index += 1;
    return { kind: 'object', at, fields };
  }
  for (;;) {
    skipBlanks(reader);
    const keyAt = reader.index;
    if (text[keyAt] !== '"') unexpected(reader, 'a field name in double quotes');
    const key = readString(reader);
    const before = first.get(key);
    if (before !== undefined) {
      problems.push({
        code: 'duplicate-key',
        at: keyAt,
        message: `“${key}” stands twice.`,
        fix: 'Keep the one you mean.',
      });
    }
    first.set(key, keyAt);
    skipBlanks(reader);
    if (text[reader.index] !== ':') unexpected(reader, 'a colon');
    reader.index += 1;
    skipBlanks(reader);
    fields.push({ key, at: keyAt, node: readValue(reader) });
    if (endsHere(reader, '}')) return { kind: 'object', at, fields };
  }
};

const readArray = (reader: Reader): JsonNode => {
  const at = reader.index;
  const items: JsonNode[] = [];
  reader.index += 1;
  skipBlanks(reader);
  if (reader.text[reader.index] === ']') {
    reader.index += 1;
    return { kind: 'array', at, items };
  }
  for (;;) {
    skipBlanks(reader);
    items.push(readValue(reader));
    if (endsHere(reader, ']')) return { kind: 'array', at, items };
  }
};

/** Reads the comma that goes on, or the bracket that ends. */
const endsHere = (reader: Reader, bracket: '}' | ']'): boolean => {
  skipBlanks(reader);
  const { text } = reader;
  if (text[reader.index] === bracket) {
    reader.index += 1;
    return true;
  }
  if (text[reader.index] !== ',') unexpected(reader, `a comma or ${bracket}`);
  const comma = reader.index;
  reader.index += 1;
  skipBlanks(reader);
  if (text[reader.index] === '}' || text[reader.index] === ']') {
    broken(
      'trailing-comma',
      comma,
      `There is a comma before the closing ${text[reader.index]}.`,
      'Delete the comma: the last entry has none.',
    );
  }
  return false;
};

const escapes: { readonly [letter: string]: string } = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const readString = (reader: Reader): string => {
  const { text } = reader;
  const start = reader.index;
  let value = '';
  let from = start + 1;
  for (let index = from; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '"') {
      reader.index = index + 1;
      return value + text.slice(from, index);
    }
    if (character === '\n' || character === '\r') {
      broken('json', start, 'The text that begins here does not end in its line.', 'Close it with a double quote.');
    }
    if (character < ' ')
      broken(
        'json',
        index,
        `A control character stands inside a text (${codePoint(character)}).`,
        'Delete it, or type this part again.',
      );
    if (character !== '\\') continue;
    const command = latexEscape(text, index);
    if (command !== undefined) {
      broken(
        'latex-escape',
        index,
        `In JSON, \\${command} needs two backslashes.`,
        `Write \\\\${command}, and double every other backslash too.`,
      );
    }
    const letter = text[index + 1] ?? '';
    const hex = letter === 'u' ? /^[0-9a-fA-F]{4}/.exec(text.slice(index + 2, index + 6))?.[0] : undefined;
    const plain = hex === undefined ? escapes[letter] : String.fromCharCode(parseInt(hex, 16));
    if (plain === undefined) {
      broken('json', index, `\\${letter} is no escape in JSON.`, `Write a backslash as two: \\\\${letter}.`);
    }
    value += text.slice(from, index) + (plain ?? '');
    index += hex === undefined ? 1 : 5;
    from = index + 1;
  }
  return broken(
    'truncated',
    start,
    'The file ends inside the text that begins here.',
    'Close it with a double quote, and every bracket.',
  );
};

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
