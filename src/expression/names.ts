import type { Expr, Span } from '../types.js';
import { constant, symbol } from './build.js';
import { functionNamed } from './functions.js';
import { isGreekName } from './greek.js';
import { knowNames } from './known-names.js';
import { maxNameLength } from './limits.js';
import { isAccent, nameFrom, partsOfName, shortestAccented, splitAccent } from './name-parts.js';
import { stop } from './problems.js';
import { made, note, type Reader } from './reader.js';

/** Words that stay whole where adjacent letters are factors. */
export const isWord = (word: string, offered: readonly string[] | undefined): boolean =>
  isGreekName(word) ||
  isAccent(word) ||
  word === 'sum' ||
  word === 'prod' ||
  functionNamed(word) !== undefined ||
  splitAccent(word).accent !== '' ||
  (offered?.some((name) => name === word || name.startsWith(`${word}_`)) ?? false);

/**
 * The symbol (or constant) that a written name stands for: an offered symbol if any spelling of one fits; `pi` and `e` the
 * constants, unless they are offered as symbols; else a symbol that nobody offered, which is for the caller to judge.
 */
export const resolveName = (reader: Reader, base: string, indices: readonly string[], at: Span): Expr => {
  const written = indices.length === 0 ? base : `${base}_${indices.join('_')}`;
  if (reader.names?.plain.has(written) === true) return made(reader, symbol(written));
  const parts = indices.length === 0 && base.length < shortestAccented ? undefined : partsOfName(base, indices);
  const name = parts ? nameFrom(parts) : base;
  if (name.length > maxNameLength) {
    stop(
      'name-too-long',
      at,
      `This name is longer than ${maxNameLength} letters.`,
      'Use the symbols that the question offers.',
    );
  }
  if (indices.includes(''))
    stop('missing-subscript', at, 'This subscript is empty.', 'Write an index, or leave it out.');
  if (indices.length > 0 && !/^[A-Za-z0-9]+$/.test(indices.join('')) && !isPrimed(reader, indices.join(''))) {
    stop(
      'unreadable-subscript',
      at,
      'This subscript is not made of letters and digits alone.',
      'Write indices such as x_1 or gamma_k1; what is calculated with does not belong into a subscript.',
    );
  }
  const offered = reader.symbols && offeredAs(reader, written, name, at);
  if (offered !== undefined) return made(reader, symbol(offered));
  if (name === 'pi' || name === 'e') return made(reader, constant(name));
  const unknown = indices.length > 1 && parts?.accent === '' ? written : name;
  reader.met?.push({ name: unknown, at: { start: at.start, end: at.end }, under: reader.indices });
  return made(reader, symbol(unknown));
};

/** `muhatk` as hatmuk. */
const withAccentInFront = (name: string): string =>
  name.replace(
    /^([A-Za-z]+?)(hat|bar|tilde)(?=[A-Za-z0-9]{1,2}$)/,
    (_, base: string, accent: string) => `${accent}${base}`,
  );

/** The index of a sum may be a letter with a prime, as in `\sum_{k'} \pi_{k'}`. */
const isPrimed = (reader: Reader, indices: string): boolean =>
  reader.indices.some((index) => index.endsWith("'") && /^[A-Za-z0-9]*$/.test(indices.replace(index, '')));

const offeredAs = (reader: Reader, written: string, name: string, at: Span): string | undefined => {
  const symbols = reader.symbols ?? [];
  if (symbols.includes(written)) return written;
  if (symbols.includes(name)) return name;
  const names = reader.names ?? knowNames(symbols);
  const same = names.canonical().get(name);
  if (same !== undefined || name.includes('_') || isGreekName(name)) return same;
  const loose = names.loose().get(name) ?? names.loose().get(withAccentInFront(name)) ?? [];
  const preferred = loose.length > 1 ? loose.filter((candidate) => reader.offered?.includes(candidate)) : loose;
  const [only] = preferred;
  if (only === undefined || preferred.length > 1) return undefined;
  note(reader, 'missing-underscore', at, `${written} was read as ${only}.`);
  return only;
};
