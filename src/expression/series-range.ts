import type { Expr } from '../types.js';
import { maxTerms } from './limits.js';
import { stop } from './problems.js';
import { inside, isAt, quote, type Reader } from './reader.js';
import { readRaised } from './read-raised.js';
import { advance } from './scan.js';
import { boundsIn } from './series-bounds.js';
import type { Token } from './tokens.js';

/**
 * What a ∑ or ∏ runs over: an index, and the whole numbers it stands for. Where they are not all written down (`\sum_i`,
 * `\sum_{i=1}^N`), `values` is left out, and what is known of the ends (`first`, `last`) is kept.
 */
export type Range = {
  readonly index: string;
  readonly values?: readonly number[];
  readonly first?: number;
  readonly last?: number;
};

export type SeriesKind = 'sum' | 'product';

/** The bounds below and above the sign the reader stands behind, in either order. */
export const readRange = (reader: Reader, sign: Token, kind: SeriesKind): Range => {
  let below: string | undefined;
  let above: Expr | undefined;
  while (isAt(reader, 'subscript') || isAt(reader, '^') || isAt(reader, 'superscript')) {
    if (isAt(reader, 'subscript')) below = readBelow(reader);
    else if (isAt(reader, 'superscript')) above = readRaised(reader);
    else {
      advance(reader);
      above = inside(reader, reader.grammar.operand);
    }
  }
  const range = rangeFrom(reader, below, above);
  return range ? bounded(reader, range, sign, kind) : refuseBounds(reader, sign, kind);
};

/** The subscript as written, and the rest of `sum_i=1^5`, where the brackets were forgotten. */
const readBelow = (reader: Reader): string => {
  const { start, end, text } = reader.token;
  const written = reader.text.slice(start, end);
  advance(reader);
  if (!isAt(reader, '=') || !/^[A-Za-z]$/.test(text)) return written.startsWith('_') ? written.slice(1) : text;
  advance(reader);
  const first = reader.token.text;
  if (isAt(reader, 'number')) advance(reader);
  return `${text}=${first}`;
};

const rangeFrom = (reader: Reader, below: string | undefined, above: Expr | undefined): Range | undefined => {
  const bounds = below === undefined ? undefined : boundsIn(below);
  if (bounds === undefined || above === undefined) return bounds;
  if (bounds.values !== undefined || bounds.last !== undefined) return undefined;
  if (above.kind === 'number') {
    if (!/^\d{1,6}$/.test(above.text)) return undefined;
    return { ...bounds, last: Number(above.text) };
  }
  return above.kind === 'symbol' && isLimit(reader, above.name) ? bounds : undefined;
};

/** A letter such as N may stand for the last number, but not the k of a component. */
const isLimit = (reader: Reader, name: string): boolean =>
  /^[A-Za-z]$/.test(name) && !(reader.offered ?? []).some((symbol) => symbol.split('_')[1]?.includes(name));

/** The same with all its numbers, where both ends are known. */
export const bounded = (reader: Reader, range: Range, sign: Token, kind: SeriesKind): Range => {
  const { first, last } = range;
  if (range.values !== undefined || first === undefined || last === undefined) return range;
  if (last >= first && last - first < maxTerms) {
    return { ...range, values: Array.from({ length: last - first + 1 }, (_, offset) => first + offset) };
  }
  const at = { start: sign.start, end: reader.previousEnd };
  const why = last < first ? 'has no terms: it ends before it begins' : `has more than ${maxTerms} terms`;
  return stop('series-bounds', at, `This ${kind} ${why} (${quote(reader, at.start, at.end)}).`, 'Check its bounds.');
};

/** Says that it cannot be seen what the series runs over. */
export const refuseBounds = (reader: Reader, sign: Token, kind: SeriesKind, end = reader.previousEnd): never =>
  stop(
    'series-bounds',
    { start: sign.start, end: Math.max(sign.end, end) },
    `The bounds of this ${kind} are not two whole numbers.`,
    `Write them as in \\${kind === 'sum' ? 'sum' : 'prod'}_{i=1}^{2}, or write the terms one by one.`,
  );
