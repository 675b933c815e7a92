import type { Expr } from '../types.js';
import { suggestion } from '../spelling/index.js';
import { isDigit } from './characters.js';
import { functionNamed, functionWords } from './functions.js';
import { isGreekName } from './greek.js';
import { isAccent, partsOf, resolveName } from './names.js';
import { stop } from './problems.js';
import { note, quote, type Reader } from './reader.js';
import { readBrackets } from './read-brackets.js';
import { readCall } from './read-call.js';
import { beginsSeries, readSeriesAfter } from './read-series.js';
import { advance } from './scan.js';
import type { Token } from './tokens.js';

/** Reads a word: a function with its arguments, or a name with its subscripts. */
export const readWord = (reader: Reader): Expr => {
  const word = reader.token;
  const isOffered = reader.symbols?.includes(word.text) ?? false;
  const spelled = isOffered ? undefined : functionAt(reader, word);
  if (spelled) return readCall(reader, spelled);
  advance(reader);
  if (!isOffered && beginsSeries(reader, word)) {
    return readSeriesAfter(reader, word, word.text === 'prod' ? 'product' : 'sum');
  }
  if (isAccent(word.text) && !isOffered && isAccentTarget(reader)) return readUnderAccent(reader, word);
  if (reader.token.kind === '(') {
    if (reader.token.text === '[') refuseIndexing(reader, word);
    if (reader.token.text === '(' && !reader.token.spaced && !isOffered) refuseUnknownCall(reader, word);
  }
  if (!isOffered && !reader.latex) refuseGluedFunction(word);
  return withIndices(reader, word.text, [], word);
};

/** `\hat`: the letter it stands on follows, with or without braces, its subscript inside them or after. */
export const readAccent = (reader: Reader): Expr => {
  const accent = reader.token;
  advance(reader, reader.latex);
  return readUnderAccent(reader, accent);
};

const readUnderAccent = (reader: Reader, accent: Token): Expr => {
  const letter = reader.token;
  if (letter.kind === 'word') {
    advance(reader);
    return withIndices(reader, `${accent.text}${letter.text}`, [], accent);
  }
  const inner = letter.kind === '(' ? readBrackets(reader) : undefined;
  const name = inner && nameOf(inner);
  if (name === undefined) {
    const at = { start: accent.start, end: Math.max(accent.end, reader.previousEnd) };
    return stop(
      'misplaced-accent',
      at,
      `Under this ${accent.text} one letter should stand.`,
      'Write for example hatmu_k.',
    );
  }
  const { accent: own, base, index } = partsOf(name);
  return withIndices(reader, `${accent.text}${own}${base}`, index === '' ? [] : [index], accent);
};

const isAccentTarget = (reader: Reader): boolean => reader.token.kind === 'word' || reader.token.kind === '(';

const nameOf = (expr: Expr): string | undefined =>
  expr.kind === 'symbol' || expr.kind === 'constant' ? expr.name : undefined;

/** Takes the subscripts that follow, and finds out whose name it all is. */
export const withIndices = (reader: Reader, base: string, indices: readonly string[], from: Token): Expr => {
  const [letters = base, ...own] = base.includes('_') ? base.split('_') : [base];
  const all = own.length === 0 && indices.length === 0 ? [] : [...own, ...indices];
  while (reader.token.kind === 'subscript') {
    all.push(reader.token.text);
    advance(reader);
  }
  const expr = resolveName(reader, letters, all, { start: from.start, end: reader.previousEnd });
  if (reader.token.kind === '(' && reader.token.text === '[') refuseIndexing(reader, from);
  return expr;
};

/** A subscript after brackets or after an exponent, as in `{\mu}_k` and `\sigma^2_k`, belongs to the name before it. */
export const withLateIndex = (reader: Reader, expr: Expr, from: Token): Expr => {
  const name = nameOf(expr);
  if (reader.token.kind !== 'subscript' || name === undefined || name.includes('_')) return expr;
  return withIndices(reader, name, [], from);
};

const functionAt = (reader: Reader, word: Token): ReturnType<typeof functionNamed> => {
  const exact = functionNamed(word.text);
  if (exact || word.text.length < 2 || reader.text.charAt(reader.position) !== '(') return exact;
  return functionNamed(word.text.toLowerCase());
};

const refuseIndexing = (reader: Reader, name: Token): never => {
  const written = quote(reader, name.start, reader.previousEnd);
  return stop(
    'indexing',
    { start: reader.token.start, end: reader.token.end },
    'Square brackets after a name have no meaning here.',
    `Write an index as ${written}_1, a product as ${written}*( … ).`,
  );
};

/** `f(x)` with a name that is no symbol: no function of that name is known. Letters with a usual meaning multiply. */
const refuseUnknownCall = (reader: Reader, name: Token): void => {
  const content = contentOfBrackets(reader);
  const index = `${name.text}_${content}`;
  if (reader.symbols?.includes(index)) {
    stop(
      'indexing',
      { start: name.start, end: reader.token.end },
      `${name.text}(${content}) looks like an index.`,
      `Write ${index}.`,
    );
  }
  const isLetter = name.text.length === 1 || isGreekName(name.text);
  const hasParts = /[,;|=:]|\\mid/.test(content);
  if (isLetter && !hasParts && !'fgh'.includes(name.text)) {
    const written = quote(reader, name.start, name.end);
    note(
      reader,
      'product-with-brackets',
      { start: name.start, end: reader.token.end },
      `${written}( … ) was read as a product, ${written}*( … ).`,
    );
    return;
  }
  const near = isLetter ? '' : ` ${suggestion(name.text, functionWords(), 0)}`.replace(/ Known:.*$/, '');
  stop(
    'unknown-function',
    { start: name.start, end: name.end },
    `${quote(reader, name.start, name.end)} is no function that is known here.`,
    hasParts
      ? 'Write the symbol that the question offers for it.'
      : `For a product write ${quote(reader, name.start, name.end)}*( … ).${near.trimEnd()}`,
  );
};

/** What stands in the bracket ahead, up to its first closing one. */
const contentOfBrackets = (reader: Reader): string => {
  const from = reader.token.end;
  const closing = reader.text.slice(from, from + 80).indexOf(')');
  return reader.text.slice(from, from + (closing < 0 ? 80 : closing)).trim();
};

/** `sqrt2` is no name that a question offers, and hardly meant as one. */
const refuseGluedFunction = (word: Token): void => {
  if (word.text.length < 3 || !isDigit(word.text.charCodeAt(word.text.length - 1))) return;
  const [, letters = '', digits = ''] = /^([A-Za-z]+?)(\d+)$/.exec(word.text) ?? [];
  if (!functionNamed(letters)) return;
  stop('function-needs-argument', word, `${word.text} is written together.`, `Write ${letters}(${digits}).`);
};
