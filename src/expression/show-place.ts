import type { Span } from '../types.js';
import { codePointName, isHidden } from './characters.js';
import { columnsOf } from './columns.js';

/** Columns shown of a long line. */
const widest = 72;

/**
 * The line of the source that holds the span's start, and under it carets for the span: two lines without a newline at the
 * end. Safe to print: characters that are invisible or steer a terminal are written out as ‹U+200B›. A long line is cut to
 * what stands near the place.
 */
export const showPlace = (source: string, span: Span): string => {
  const start = Math.min(Math.max(span.start, 0), source.length);
  const lineStart = source.slice(0, start).search(/[^\n\r]*$/);
  const rest = source.slice(start).search(/[\n\r]/);
  const lineEnd = rest < 0 ? source.length : start + rest;
  const from = start - lineStart > widest / 2 ? start - Math.floor(widest / 2) : lineStart;
  const to = Math.min(lineEnd, from + widest);
  const end = Math.min(Math.max(span.end, start + 1), Math.max(to, start + 1));
  const before = `${from > lineStart ? '…' : ''}${visible(source.slice(from, start))}`;
  const marked = visible(source.slice(start, Math.min(end, lineEnd)));
  const after = `${visible(source.slice(Math.min(end, lineEnd), to))}${to < lineEnd ? '…' : ''}`;
  return `${before}${marked}${after}\n${' '.repeat(columnsOf(before))}${'^'.repeat(Math.max(1, columnsOf(marked)))}`;
};

const visible = (text: string): string => {
  let shown = '';
  for (const character of text)
    shown += character === '\t' ? ' ' : isHidden(character) ? `‹${codePointName(character)}›` : character;
  return shown;
};
