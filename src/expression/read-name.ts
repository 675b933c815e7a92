import type { Expr } from '../types.js';
import { constant, symbol } from './build.js';
import { functionNamed } from './functions.js';
import { isAccent, partsOf } from './name-parts.js';
import { resolveName } from './names.js';
import { stop } from './problems.js';
import { made, type Reader } from './reader.js';
import {
  refuseCalledIndex,
  refuseCalledSymbol,
  refuseGluedFunction,
  refuseIndexing,
  refuseUnknownCall,
  skipLibrary,
} from './refuse-call.js';
import { readBrackets } from './read-brackets.js';
import { readCall } from './read-call.js';
import { beginsSeries, readSeriesAfter } from './read-series.js';
import { advance } from './scan.js';
import { seriesNamed } from './series-names.js';
import { readSpelledSeries } from './spelled-series.js';
import type { Token } from './tokens.js';

/** Reads a word: a function with its arguments, or a name with its subscripts. */
export const readWord = (reader: Reader): Expr => {
  const word = reader.token;
  if (word.isOffered) return readOffered(reader, word);
  const isOffered = reader.symbols?.includes(word.text) ?? false;
  const spelled = isOffered ? undefined : functionAt(reader, word);
  if (spelled) return readCall(reader, spelled);
  const known = word.text.length > 1 && !isOffered ? readKnown(reader, word) : undefined;
  if (known) return known;
  if (reader.token === word) advance(reader);
  if (isAccent(word.text) && !isOffered && isAccentTarget(reader)) return readUnderAccent(reader, word);
  if (reader.token.kind === '(') {
    if (reader.token.text === '[') refuseIndexing(reader, word.start);
    if (reader.token.text === '(' && !reader.token.spaced && !isOffered) refuseUnknownCall(reader, word);
  }
  if (!isOffered && !reader.latex) refuseGluedFunction(word);
  return withIndices(reader, word.text, [], word);
};

/** A word that is more than a name: a library before a function, π as a call, a sum. What is none of them is left, or just behind. */
const readKnown = (reader: Reader, word: Token): Expr | undefined => {
  if (skipLibrary(reader)) return readWord(reader);
  if (word.text.length === 2 && isCalledPi.test(reader.text.slice(word.start, word.start + 8)))
    return readCalledPi(reader, word);
  const series = seriesNamed(word.text);
  const isSign = word.text === 'Sigma' && word.style !== undefined;
  if (series === undefined && !isSign) return undefined;
  advance(reader);
  if (beginsSeries(reader, word)) return readSeriesAfter(reader, word, series ?? 'sum');
  return series && readSpelledSeries(reader, word, series);
};

/** `PI()`, as spreadsheets write it. */
const isCalledPi = /^pi\s?\(\s?\)/i;
const readCalledPi = (reader: Reader, word: Token): Expr => {
  reader.position = reader.text.indexOf(')', word.end) + 1;
  advance(reader);
  return made(reader, constant('pi'));
};

/** A name taken whole by the scanner; a subscript after a blank still belongs to it. */
const readOffered = (reader: Reader, word: Token): Expr => {
  advance(reader);
  if (reader.token.kind === 'subscript') return withIndices(reader, word.text, [], word);
  return withoutBracket(reader, made(reader, symbol(word.text)), word);
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
const withIndices = (reader: Reader, base: string, indices: readonly string[], from: Token): Expr => {
  const [letters = base, ...own] = base.includes('_') ? base.split('_') : [base];
  const all = own.length === 0 && indices.length === 0 ? [] : [...own, ...indices];
  while (reader.token.kind === 'subscript') {
    all.push(reader.token.text);
    advance(reader);
  }
  const expr = resolveName(reader, letters, all, { start: from.start, end: reader.previousEnd });
  return withoutBracket(reader, expr, from);
};

const withoutBracket = (reader: Reader, name: Expr, from: Token): Expr => {
  if (reader.token.kind !== '(') return name;
  if (reader.token.text === '[') refuseIndexing(reader, from.start);
  if (name.kind === 'symbol')
    refuseCalledIndex(reader, { text: name.name, start: from.start, end: reader.previousEnd });
  if (name.kind === 'symbol' && (reader.symbols?.includes(name.name) ?? false)) {
    refuseCalledSymbol(reader, { text: name.name, start: from.start, end: reader.previousEnd });
  }
  return name;
};

/** A name in braces, such as `\mathcal{N}`: what follows it is held to the same rules as after a bare name. */
export const afterBraces = (reader: Reader, expr: Expr, from: Token): Expr => {
  const named = withLateIndex(reader, expr, from);
  const name = from.text === '{' ? nameOf(named) : undefined;
  if (name === undefined || reader.token.kind !== '(' || reader.token.spaced) return named;
  if (reader.token.text === '[') refuseIndexing(reader, from.start);
  const isOffered = reader.symbols?.includes(name) ?? false;
  const called = { text: name, start: from.start, end: reader.previousEnd };
  if (isOffered) refuseCalledSymbol(reader, called);
  else if (reader.token.text === '(' && !name.includes('_')) refuseUnknownCall(reader, called);
  return named;
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
