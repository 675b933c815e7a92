import type { Expr } from '../types.js';
import { isWordPart } from './characters.js';
import { canonicalName } from './name-parts.js';
import { note, quote, type Reader } from './reader.js';

/**
 * `x^{(1)}` is how a sample's number is printed, and means x_1. With braces (or raised by Unicode) it is read so unless the
 * question offers x itself and no x_1; `x^(1)` is a power unless the question offers x_1 and no x.
 */
export const indexAhead = (reader: Reader, base: Expr): Ahead | undefined => {
  if (base.kind !== 'symbol') return undefined;
  const found = reader.token.kind === 'superscript' ? inRaised(reader) : inCaret(reader);
  if (!found) return undefined;
  const [letters = '', ...indices] = base.name.split('_');
  const ahead = { base: letters, indices: [...indices, found.index], end: found.end };
  const name = canonicalName([letters, ...ahead.indices].join('_'));
  const isCounted = reader.indices.includes(found.index);
  const offersName = offersSuch(reader, name, isCounted);
  if (indices.length > 0) return found.isCertain && offersName ? ahead : undefined;
  const offersBase = reader.offered?.includes(base.name);
  if (found.isCertain ? offersBase && !offersName : !offersName || offersBase) return undefined;
  if (!offersName && !isCounted) {
    const at = { start: reader.token.start, end: found.end };
    note(reader, 'raised-index', at, `The raised ${quote(reader, at.start, at.end)} was read as the index in ${name}.`);
  }
  return ahead;
};

/** True where the question offers the name; for the index of a sum, where it offers one that differs in the index alone. */
const offersSuch = (reader: Reader, name: string, isCounted: boolean): boolean =>
  reader.offered?.some(
    (symbol) => symbol === name || (isCounted && symbol.length === name.length && symbol.startsWith(name.slice(0, -1))),
  ) ?? false;

type Ahead = { readonly base: string; readonly indices: readonly string[]; readonly end: number };

type Found = { readonly index: string; readonly end: number; readonly isCertain: boolean };

const inRaised = (reader: Reader): Found | undefined => {
  const inner = /^\(([A-Za-z0-9]{1,3})\)$/.exec(reader.token.text);
  return inner ? { index: inner[1] ?? '', end: reader.token.end, isCertain: true } : undefined;
};

const inCaret = (reader: Reader): Found | undefined => {
  const { text } = reader;
  let position = skipBlanks(text, reader.position);
  const isBraced = text.charAt(position) === '{';
  if (isBraced) position = skipBlanks(text, position + 1);
  if (text.startsWith('\\left', position)) position = skipBlanks(text, position + 5);
  if (text.charAt(position) !== '(') return undefined;
  const from = skipBlanks(text, position + 1);
  let end = from;
  while (isWordPart(text.charCodeAt(end)) && end - from < 4) end++;
  const index = text.slice(from, end);
  position = skipBlanks(text, end);
  if (text.startsWith('\\right', position)) position = skipBlanks(text, position + 6);
  if (index === '' || index.length > 3 || text.charAt(position) !== ')') return undefined;
  position++;
  if (isBraced) {
    position = skipBlanks(text, position);
    if (text.charAt(position) !== '}') return undefined;
    position++;
  }
  return { index, end: position, isCertain: isBraced };
};

const skipBlanks = (text: string, from: number): number => {
  let position = from;
  while (text.charAt(position) === ' ') position++;
  return position;
};
