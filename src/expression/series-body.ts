import type { Expr } from '../types.js';
import { functionNamed } from './functions.js';
import { partsOf } from './name-parts.js';
import { stop } from './problems.js';
import { note, quote, type Reader } from './reader.js';
import type { SeriesKind } from './series-range.js';
import type { Token } from './tokens.js';
import { children } from './tree.js';

/** What a ∑ or ∏ is taken of. */
export type Body = {
  readonly expr: Expr;
  /** How many of the divisions at its end are by something without the index: of a sum they may as well be taken afterwards. */
  readonly divisions: number;
};

/**
 * Reads what a ∑ or ∏ extends over: the factors and divisions up to the next + or - (ISO 80000-2; Graham, Knuth and Patashnik, Concrete
 * Mathematics, ch. 2). What comes last without the index makes no difference to a sum. To a product it does, and so it does where the series
 * itself is divided by or an argument without brackets: then it is mentioned, or asked back.
 */
export const readBody = (reader: Reader, sign: Token, index: string, kind: SeriesKind): Body => {
  let tail: number | undefined;
  let divisions = 0;
  const start = reader.token.start;
  const expr = reader.grammar.product(reader, (factor, at, isDivisor) => {
    const isFree = !dependsOn(factor, index);
    tail = isFree ? (tail ?? at) : undefined;
    divisions = isFree && isDivisor ? divisions + 1 : 0;
  });
  if (tail !== undefined) {
    const rest = { start: tail, end: reader.previousEnd };
    const isVague =
      isTight(reader, sign) || (kind === 'product' && beginsSeries.test(reader.text.slice(tail, tail + 40)));
    if (isVague) refuseTail(reader, rest, kind);
    if (kind === 'product') {
      const written = quote(reader, start, rest.end);
      note(
        reader,
        'product-extends',
        rest,
        `The product was taken of all of ${written}, once for each ${index}. For less of it, write brackets.`,
      );
    }
  }
  return { expr, divisions };
};

const beginsSeries = /^[*·⋅×\s]*(?:\\cdot|\\times)?\s*(?:\\prod|\\sum|[∏∑Σ]|prod_|sum_)/;

/** True where the sign stands right after a division or a function name, so that its end is the end of that, too. */
const isTight = (reader: Reader, sign: Token): boolean => {
  const before = reader.text.slice(Math.max(0, sign.start - 16), sign.start).trimEnd();
  if (/[/÷⁄∕]$/.test(before)) return true;
  const [, backslash, word = ''] = /(\\?)([A-Za-z]+\d*)$/.exec(before) ?? [];
  return functionNamed(word) !== undefined || (backslash === '\\' && (word === 'div' || word === 'slash'));
};

const refuseTail = (
  reader: Reader,
  rest: { readonly start: number; readonly end: number },
  kind: SeriesKind,
): never => {
  const written = quote(reader, rest.start, rest.end);
  return stop(
    'ambiguous-series',
    rest,
    `It cannot be seen whether “${written}” belongs to the ${kind} before it or stands after it.`,
    `Write brackets around the whole ${kind}, or around all that it is taken of.`,
  );
};

/** True where the index stands in the formula, as a value or within the subscript of a symbol. */
export const dependsOn = (expr: Expr, index: string): boolean =>
  expr.kind === 'symbol' ? isIndexed(expr.name, index) : children(expr).some((part) => dependsOn(part, index));

export const isIndexed = (name: string, index: string): boolean => {
  if (name === index) return true;
  const parts = partsOf(name);
  return parts.index.includes(index) && parts.index.length <= longestIndex;
};

/** Longer subscripts are words, such as max. */
const longestIndex = 4;
