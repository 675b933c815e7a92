import type { Expr } from '../types.js';
import { closingBracket } from './bracket-ahead.js';
import { product, sum } from './build.js';
import { valuesOf } from './open-range.js';
import { readArguments } from './read-arguments.js';
import { readSeriesOver, within, writeOut } from './read-series.js';
import { inside, isAt, made, type Reader } from './reader.js';
import { advance } from './scan.js';
import { boundsIn } from './series-bounds.js';
import { bounded, type Range, refuseBounds, type SeriesKind } from './series-range.js';
import type { Token } from './tokens.js';
import { unexpected } from './unexpected.js';

/**
 * Reads a series as programs and people spell it; the reader stands behind its word: `sum(i=1..5) 1/i`, `sum(1/i, i=1..5)`,
 * `sum(1/i, i, 1, 5)`, `sum(1/i for i in 1..5)`, `sum(a, b)`, `sum from i=1 to 5 of 1/i`. Nothing where it is none of them.
 */
export const readSpelledSeries = (reader: Reader, word: Token, kind: SeriesKind): Expr | undefined => {
  if (isAt(reader, 'word') || reader.token.kind === 'number') return readSpoken(reader, word, kind);
  if (reader.token.kind !== '(') return undefined;
  const from = reader.token.end;
  const closing = closingBracket(reader.text, reader.token.start);
  if (closing < 0) return undefined;
  const content = reader.text.slice(from, closing);
  const bounds = boundsIn(content);
  if (bounds !== undefined && (bounds.values !== undefined || bounds.last !== undefined)) {
    return inside(reader, () => {
      goTo(reader, closing + 1);
      return readSeriesOver(reader, word, kind, bounded(reader, bounds, word, kind));
    });
  }
  const tail = tailOf(content);
  if (tail !== undefined) return inside(reader, () => readBefore(reader, word, kind, from, tail, closing));
  return /[,;]/.test(content) ? readTerms(reader, kind) : undefined;
};

const goTo = (reader: Reader, position: number): void => {
  reader.position = position;
  advance(reader);
  reader.previousEnd = position;
};

/** `sum from i=1 to 5 of …`, `sum i=1 to 5 …`, `sum over i of …`. */
const readSpoken = (reader: Reader, word: Token, kind: SeriesKind): Expr | undefined => {
  const rest = reader.text.slice(word.end, word.end + 60);
  const [whole, counted, from, to] = spokenRange.exec(rest) ?? [];
  const [open, index] = spokenIndex.exec(rest) ?? [];
  const range = counted === undefined ? index && { index } : { index: counted, first: Number(from), last: Number(to) };
  if (range === undefined || range === '') return undefined;
  return inside(reader, () => {
    goTo(reader, word.end + (whole ?? open ?? '').length);
    return readSeriesOver(reader, word, kind, bounded(reader, range, word, kind));
  });
};

const spokenRange =
  /^\s+(?:from\s+|over\s+|for\s+)?([A-Za-z])\s*(?:=|from)\s*(\d{1,6})\s*(?:to|\.\.+|…)\s*(\d{1,6})(?:\s*(?:of\b|[:,]))?/;
const spokenIndex = /^\s+over\s+(?:all\s+)?([A-Za-z])(?:\s+of\b|\s*[:,])/;

type Tail = { readonly range: Range; readonly start: number };

/** What a series runs over where that stands after its terms, and where it begins in the text. */
const tailOf = (whole: string): Tail | undefined => {
  const content = whole.slice(-longestTail);
  const before = whole.length - content.length;
  const [four, single, low, high] = separate.exec(content) ?? [];
  if (four !== undefined && single !== undefined)
    return {
      range: { index: single, first: Number(low), last: Number(high) },
      start: before + content.length - four.length,
    };
  const [loop, counter, start, end] = pythonRange.exec(content) ?? [];
  if (loop !== undefined && counter !== undefined)
    return {
      range: { index: counter, first: Number(start ?? 0), last: Number(end) - 1 },
      start: before + content.length - loop.length,
    };
  const [rest, written] = bounding.exec(content) ?? [];
  const bounds = written === undefined ? undefined : boundsIn(written.replaceAll(/[[\]]/g, ''));
  const isRange = bounds !== undefined && (bounds.values !== undefined || bounds.last !== undefined);
  return rest === undefined || !isRange ? undefined : { range: bounds, start: before + content.length - rest.length };
};

const longestTail = 80;
const separate = /,\s*[({]?\s*([A-Za-z])\s*,\s*(\d{1,6})\s*,\s*(\d{1,6})\s*[)}]?\s*$/;
const pythonRange = /\s+for\s+([A-Za-z])\s+in\s+range\(\s*(?:(\d{1,6})\s*,\s*)?(\d{1,6})\s*\)\s*$/;
const bounding = /(?:,\s*|\s+for\s+)([A-Za-z]\s*(?:=|∈|\s+in\s)\s*[\d{[(][\d.…:,\s}\])]*(?:to\s*\d+)?)\s*$/;

/** The terms, up to where the range begins that is written after them. */
const readBefore = (reader: Reader, word: Token, kind: SeriesKind, from: number, tail: Tail, closing: number): Expr => {
  const range = bounded(reader, tail.range, word, kind);
  const end = from + tail.start;
  const inner: Reader = { ...reader, text: reader.text.slice(0, end), end, bars: 0, commaSeparates: false };
  inner.position = from;
  const body = within(inner, range.index, () => {
    advance(inner);
    const expr = inner.grammar.expression(inner);
    if (inner.token.kind !== 'end') unexpected(inner);
    return expr;
  });
  reader.nodes = inner.nodes;
  reader.counted = inner.counted;
  goTo(reader, closing + 1);
  const values = valuesOf(reader, range, body, word, kind) ?? refuseBounds(reader, word, kind);
  return writeOut(reader, body, { ...range, values }, kind, { ...word, start: from, end });
};

/** `SUM(a, b)`: the terms one by one. */
const readTerms = (reader: Reader, kind: SeriesKind): Expr => {
  const args = readArguments(reader, true);
  return made(reader, kind === 'sum' ? sum(...args) : product(...args));
};
