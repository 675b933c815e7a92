import type { Expr } from '../types.js';
import { number, product, sum } from './build.js';
import { maxTerms } from './limits.js';
import { partsOf } from './name-parts.js';
import { resolveName } from './names.js';
import { beginsOperand } from './operand-ahead.js';
import { stop } from './problems.js';
import { inside, made, quote, type Reader } from './reader.js';
import { readRaised } from './read-raised.js';
import { advance } from './scan.js';
import { mapChildren } from './tree.js';
import type { Token } from './tokens.js';

/**
 * Reads `\sum_{i=1}^2 …` and writes it out: the index is replaced wherever it stands, in subscripts too. The body is the
 * product that follows, up to the next +, - or /.
 */
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
export const readSeriesAfter = (reader: Reader, sign: Token, kind: 'sum' | 'product'): Expr =>
  inside(reader, () => {
    const { index, first, last } = readRange(reader, sign, kind);
    if (!beginsOperand(reader)) {
      const at = { start: sign.start, end: reader.previousEnd };
      stop(
        'missing-operand',
        at,
        `Nothing stands after this ${kind}.`,
        'Write its terms after it, in brackets if they have a sign.',
      );
    }
    const bodyStart = reader.token.start;
    const outer = reader.indices;
    reader.indices = [...outer, index];
    const body = reader.grammar.product(reader, true);
    reader.indices = outer;
    const at = { ...sign, start: bodyStart, end: reader.previousEnd };
    const terms: Expr[] = [];
    for (let value = first; value <= last; value++) terms.push(withIndexAt(reader, body, index, value, at));
    if (terms.length === 1) return sum(...terms);
    return made(reader, kind === 'sum' ? sum(...terms) : product(...terms));
  });

type Range = { readonly index: string; readonly first: number; readonly last: number };

/** The bounds below and above, in either order. */
const readRange = (reader: Reader, sign: Token, kind: 'sum' | 'product'): Range => {
  let below: string | undefined;
  let above: Expr | undefined;
  while (reader.token.kind === 'subscript' || reader.token.kind === '^' || reader.token.kind === 'superscript') {
    if (reader.token.kind === 'subscript') {
      below = reader.token.text;
      advance(reader);
    } else if (reader.token.kind === 'superscript') above = readRaised(reader);
    else {
      advance(reader);
      above = inside(reader, reader.grammar.operand);
    }
  }
  const lower = /^([A-Za-z])=(\d{1,6})$/.exec(below ?? '');
  const last = above?.kind === 'number' && /^\d{1,6}$/.test(above.text) ? Number(above.text) : undefined;
  if (!lower || last === undefined) {
    const at = { start: sign.start, end: Math.max(sign.end, reader.previousEnd) };
    return stop(
      'series-bounds',
      at,
      `The bounds of this ${kind} are not two whole numbers.`,
      `Write them as in \\${kind === 'sum' ? 'sum' : 'prod'}_{i=1}^{2}, or write the terms one by one.`,
    );
  }
  const [, index = '', start = ''] = lower;
  const first = Number(start);
  if (last < first || last - first >= maxTerms) {
    const at = { start: sign.start, end: reader.previousEnd };
    const why = last < first ? 'has no terms: it ends before it begins' : `has more than ${maxTerms} terms`;
    stop('series-bounds', at, `This ${kind} ${why} (${quote(reader, at.start, at.end)}).`, 'Check its bounds.');
  }
  return { index, first, last };
};

/** The body with a number for the index: as a value of its own, and in the subscripts it is part of. */
const withIndexAt = (reader: Reader, expr: Expr, index: string, value: number, at: Token): Expr => {
  if (expr.kind === 'symbol') {
    if (expr.name === index) return made(reader, number(value));
    made(reader, expr);
    const parts = partsOf(expr.name);
    if (!parts.index.includes(index) || parts.index.length > 3) return expr;
    return resolveName(reader, `${parts.accent}${parts.base}`, [parts.index.replaceAll(index, String(value))], at);
  }
  return made(
    reader,
    mapChildren(expr, (child) => withIndexAt(reader, child, index, value, at)),
  );
};
