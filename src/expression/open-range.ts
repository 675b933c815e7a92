import type { Expr } from '../types.js';
import { partsOf } from './name-parts.js';
import { note, type Reader } from './reader.js';
import { dependsOn, isIndexed } from './series-body.js';
import type { Range, SeriesKind } from './series-range.js';
import { symbolsOf } from './tree.js';
import type { Token } from './tokens.js';

/**
 * The numbers an index runs over where they are not written down: those that the symbols of the question have at its place (with `gamma_k1`
 * and `gamma_k2`, the i of `gamma_ki` is 1 or 2), if all symbols of the body agree, else those that the question declares for the letter. Nothing where neither says.
 */
export const valuesOf = (
  reader: Reader,
  range: Range,
  body: Expr,
  sign: Token,
  kind: SeriesKind,
): readonly number[] | undefined => {
  const { index, values, first, last } = range;
  if (values) return values;
  if (!dependsOn(body, index)) return undefined;
  const found = fromSymbols(reader, body, index) ?? reader.index?.[index];
  if (found === undefined || (first ?? found[0]) !== found[0] || (last ?? found.at(-1)) !== found.at(-1))
    return undefined;
  const at = { start: sign.start, end: sign.end };
  note(
    reader,
    'series-range',
    at,
    `The ${kind} over ${index} was taken over ${index} = ${found.join(', ')}, as in the symbols of the question.`,
  );
  return found;
};

const fromSymbols = (reader: Reader, body: Expr, index: string): readonly number[] | undefined => {
  const names = symbolsOf(body).filter((name) => isIndexed(name, index));
  const sets = names.map((name) => valuesIn(reader, name, index)).filter((set) => set.length > 0);
  const [some = []] = sets;
  const agree = sets.every((set) => set.join() === some.join());
  const isGapless = some.every((value, place) => value === (some[0] ?? 0) + place);
  return agree && isGapless && some.length > 1 ? some : undefined;
};

/** The numbers at the index of a name, over all symbols that have its letters and its other indices. */
const valuesIn = (reader: Reader, name: string, index: string): readonly number[] => {
  const wanted = partsOf(name);
  const values = new Set<number>();
  for (const symbol of reader.offered ?? []) {
    const parts = partsOf(symbol);
    if (parts.base === wanted.base && parts.accent === wanted.accent) {
      const value = match(wanted.index, parts.index, index, reader.indices);
      if (value !== undefined) values.add(value);
    }
  }
  return [...values].toSorted((a, b) => a - b);
};

/** `ki` against `k12` gives 12 for i; an index of an outer series stands for any digit. */
const match = (pattern: string, text: string, index: string, outer: readonly string[]): number | undefined => {
  let value = '';
  let at = 0;
  for (let place = 0; place < pattern.length;) {
    const letter = pattern.startsWith(index, place)
      ? index
      : (outer.find((other) => pattern.startsWith(other, place)) ?? '');
    if (letter === '') {
      if (pattern.charAt(place++) !== text.charAt(at++)) return undefined;
      continue;
    }
    place += letter.length;
    const end = place === pattern.length ? text.length : at + 1;
    const digits = text.slice(at, end);
    if (!/^\d+$/.test(digits)) return undefined;
    if (letter === index) {
      if (value !== '' && value !== digits) return undefined;
      value = digits;
    }
    at = end;
  }
  return at === text.length && value !== '' ? Number(value) : undefined;
};
