import type { Expr, Span } from '../types.js';
import { constant, symbol } from './build.js';
import { functionNamed } from './functions.js';
import { isGreekName } from './greek.js';
import { maxNameLength } from './limits.js';
import { stop } from './problems.js';
import { made, note, type Reader, type Vocabulary } from './reader.js';

const accents = ['hat', 'bar', 'tilde'] as const;

/** A letter and the shortest accent. */
const shortestAccented = 4;

export type Accent = (typeof accents)[number];

export const isAccent = (word: string): word is Accent => word === 'hat' || word === 'bar' || word === 'tilde';

/** A name in parts: `hatmu_k` is mu, under a hat, with the index k. */
export type NameParts = { readonly accent: string; readonly base: string; readonly index: string };

/** A letter or a Greek letter's name: what an accent can stand on. */
const isLetterName = (word: string): boolean => word.length === 1 || isGreekName(word);

/** `hatmu` and `muhat` are a letter under an accent; other words stand for themselves. */
const splitAccent = (word: string): { readonly accent: string; readonly base: string } => {
  if (word.length < shortestAccented) return { accent: '', base: word };
  for (const accent of accents) {
    if (word.length > accent.length) {
      const after = word.slice(accent.length);
      if (word.startsWith(accent) && isLetterName(after)) return { accent, base: after };
      const before = word.slice(0, -accent.length);
      if (word.endsWith(accent) && isLetterName(before)) return { accent, base: before };
    }
  }
  return { accent: '', base: word };
};

/** Takes a name apart. `mu_hat_k`, `muhat_k` and `hat_mu_k` are all hatmu_k. */
const partsOfName = (base: string, indices: readonly string[]): NameParts => {
  const kept: string[] = [];
  let over = '';
  for (const index of indices) {
    if (index.length < 3) {
      kept.push(index);
      continue;
    }
    const accent = accents.find((mark) => index.length > mark.length && index.endsWith(mark));
    if (isAccent(index)) over += index;
    else if (accent && !functionNamed(index)) {
      over += accent;
      kept.push(index.slice(0, -accent.length));
    } else kept.push(index);
  }
  const [letter = '', ...rest] = kept;
  if (isAccent(base) && /^[A-Za-z]/.test(letter)) {
    return { accent: over + base, base: letter, index: rest.join('') };
  }
  const own = splitAccent(base);
  return { accent: over + own.accent, base: own.base, index: kept.join('') };
};

/** The parts of a name as it stands in a formula. */
export const partsOf = (name: string): NameParts => {
  const [base = '', ...indices] = name.split('_');
  return partsOfName(base, indices);
};

const nameFrom = (parts: NameParts): string => `${parts.accent}${parts.base}${parts.index && `_${parts.index}`}`;

/** A name such as sigma_1_new, kept as an author or student wrote it. */
export const hasManyIndices = (name: string): boolean => name.indexOf('_') !== name.lastIndexOf('_');

/** One spelling for all spellings of a name. */
export const canonicalName = (name: string): string => nameFrom(partsOf(name));

const plainName = /^([A-Za-z][A-Za-z0-9]*)(_[A-Za-z0-9]+)?$/;

/** Words that say more than a name when something follows them. */
const isSpecial = (word: string): boolean =>
  isAccent(word) ||
  word === 'sum' ||
  word === 'prod' ||
  functionNamed(word) !== undefined ||
  functionNamed(word.toLowerCase()) !== undefined;

/**
 * Looks through the symbols once, so that reading a formula need not: worth it where many formulas are read with the same vocabulary.
 * What is read stays the same.
 */
export const prepareVocabulary = <Known extends Vocabulary>(vocabulary: Known): Known => {
  const plain = (vocabulary.symbols ?? []).filter((name) => {
    const [, base = ''] = plainName.exec(name) ?? [];
    return base !== '' && name.length <= maxNameLength && !isSpecial(base);
  });
  return { ...vocabulary, plainNames: new Map(plain.map((name) => [name, name])) };
};

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
  const plain = reader.plainNames?.get(indices.length === 0 ? base : `${base}_${indices.join('_')}`);
  if (plain !== undefined) return made(reader, symbol(plain));
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
  if (indices.length > 0 && !/^[A-Za-z0-9]+$/.test(indices.join(''))) {
    stop(
      'unreadable-subscript',
      at,
      'This subscript is not made of letters and digits alone.',
      'Write indices such as x_1 or gamma_k1; what is calculated with does not belong into a subscript.',
    );
  }
  const written = indices.length === 0 ? base : `${base}_${indices.join('_')}`;
  const offered = reader.symbols && offeredAs(reader, written, name, at);
  if (offered !== undefined) return made(reader, symbol(offered));
  if (name === 'pi' || name === 'e') return made(reader, constant(name));
  return made(reader, symbol(indices.length > 1 && parts?.accent === '' ? written : name));
};

const offeredAs = (reader: Reader, written: string, name: string, at: Span): string | undefined => {
  const symbols = reader.symbols ?? [];
  if (symbols.includes(written)) return written;
  if (symbols.includes(name)) return name;
  const same = symbols.find((offered) => canonicalName(offered) === name);
  if (same !== undefined || name.includes('_') || isGreekName(name)) return same;
  const loose = symbols.filter((offered) => canonicalName(offered).replace('_', '') === name);
  const preferred = loose.length > 1 ? loose.filter((candidate) => reader.offered?.includes(candidate)) : loose;
  const [only] = preferred;
  if (only === undefined || preferred.length > 1) return undefined;
  note(reader, 'missing-underscore', at, `${written} was read as ${only}.`);
  return only;
};
