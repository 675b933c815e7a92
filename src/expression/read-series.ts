import type { Expr } from '../types.js';
import { number, product, quotient, sum } from './build.js';
import { partsOf } from './name-parts.js';
import { resolveName } from './names.js';
import { valuesOf } from './open-range.js';
import { beginsOperand } from './operand-ahead.js';
import { stop } from './problems.js';
import { inside, made, type Reader } from './reader.js';
import { advance } from './scan.js';
import { isIndexed, readBody } from './series-body.js';
import { type Range, readRange, refuseBounds, type SeriesKind } from './series-range.js';
import { mapChildren } from './tree.js';
import type { Token } from './tokens.js';

/** Reads `\sum_{i=1}^2 …` and writes it out: the index is replaced wherever it stands, in subscripts too. */
export const readSeries = (reader: Reader): Expr => {
  const sign = reader.token;
  advance(reader);
  return readSeriesAfter(reader, sign, sign.text === 'sum' ? 'sum' : 'product');
};

/** True where a word that may stand for ∑ or ∏ is followed by bounds: `sum_(i=1)^2`, Σ_{i=1}^2. */
export const beginsSeries = (reader: Reader, word: Token): boolean => {
  const isWritten = word.text === 'sum' || word.text === 'prod';
  const isSign = word.text === 'Sigma' && word.style !== undefined;
  if (reader.token.kind !== 'subscript' || !(isWritten || isSign)) return false;
  if (reader.token.text.includes('=')) return true;
  const isOffered = reader.symbols?.some((name) => name.startsWith(`${word.text}_`)) ?? false;
  return !isOffered && (isWritten || reader.symbols !== undefined);
};

/** The bounds and the body; the reader stands behind the sign. */
export const readSeriesAfter = (reader: Reader, sign: Token, kind: SeriesKind): Expr =>
  inside(reader, () => readSeriesOver(reader, sign, kind, readRange(reader, sign, kind)));

/** The body, written out over a range; the reader stands before it. */
export const readSeriesOver = (reader: Reader, sign: Token, kind: SeriesKind, range: Range): Expr => {
  const boundsEnd = reader.previousEnd;
  if (!beginsOperand(reader)) {
    stop(
      'missing-operand',
      { start: sign.start, end: reader.previousEnd },
      `Nothing stands after this ${kind}.`,
      'Write its terms after it, in brackets if they have a sign.',
    );
  }
  const start = reader.token.start;
  const body = within(reader, range.index, () => readBody(reader, sign, range.index, kind));
  const divisors: Expr[] = [];
  let { expr } = body;
  for (let count = kind === 'sum' ? body.divisions : 0; count > 0 && expr.kind === 'quotient'; count--) {
    divisors.push(expr.denominator);
    expr = expr.numerator;
  }
  const values = valuesOf(reader, range, body.expr, sign, kind) ?? refuseBounds(reader, sign, kind, boundsEnd);
  const all = writeOut(reader, expr, { ...range, values }, kind, { ...sign, start, end: reader.previousEnd });
  return divisors.reduceRight((value, divisor) => made(reader, quotient(value, divisor)), all);
};

/** Reads something in which a letter is an index. */
export const within = <T>(reader: Reader, index: string, read: () => T): T => {
  const outer = reader.indices;
  reader.indices = [...outer, index];
  if (!reader.counted.includes(index)) reader.counted = [...reader.counted, index];
  const result = read();
  reader.indices = outer;
  return result;
};

/** The terms or factors of a series, one for each value of its index. */
export const writeOut = (
  reader: Reader,
  body: Expr,
  { index, values = [] }: Range,
  kind: SeriesKind,
  at: Token,
): Expr => {
  const terms = values.map((value) => withIndexAt(reader, body, index, value, at));
  if (terms.length === 1) return sum(...terms);
  return made(reader, kind === 'sum' ? sum(...terms) : product(...terms));
};

/** The body with a number for the index: as a value of its own, and in the subscripts it is part of. */
const withIndexAt = (reader: Reader, expr: Expr, index: string, value: number, at: Token): Expr => {
  if (expr.kind === 'symbol') {
    if (expr.name === index) return made(reader, number(value));
    made(reader, expr);
    if (!isIndexed(expr.name, index)) return expr;
    const parts = partsOf(expr.name);
    return resolveName(reader, `${parts.accent}${parts.base}`, [parts.index.replaceAll(index, String(value))], at);
  }
  return made(
    reader,
    mapChildren(expr, (child) => withIndexAt(reader, child, index, value, at)),
  );
};
