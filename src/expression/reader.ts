import type { Expr, FormulaNote, Span } from '../types.js';
import type { KnownNames } from './known-names.js';
import { maxDepth, maxNodes } from './limits.js';
import { stop } from './problems.js';
import type { Token, TokenKind } from './tokens.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The state of one reading. The grammar looks one token ahead (`token`); the scanner stands at `position`.
 * Lives only as long as one call of `parseFormula`.
 */
export type Reader = {
  /** As the student wrote it; spans refer to it. */
  readonly source: string;
  /** The same, full-width characters narrowed, up to `end`. */
  readonly text: string;
  readonly end: number;
  readonly symbols: readonly string[] | undefined;
  /** The symbols that the question itself offers. */
  readonly offered: readonly string[] | undefined;
  /** The symbols by their spellings, where the vocabulary was prepared. */
  readonly names: KnownNames | undefined;
  /** True where the text holds LaTeX commands: then letters side by side are factors, unless they form a known word. */
  readonly latex: boolean;
  position: number;
  token: Token;
  /** Where the token before `token` ended. */
  previousEnd: number;
  depth: number;
  nodes: number;
  /** Open `|`, so that the next one closes it. */
  bars: number;
  /** A comma here parts arguments, and is no decimal comma. */
  commaSeparates: boolean;
  /** Index letters of the sums being read. */
  indices: readonly string[];
  /** Index letters of all sums met. */
  counted: readonly string[];
  /** Letters in the indices of symbols that range over numbers, where the question declares them. */
  readonly index: Vocabulary['index'];
  /** Where names are written down that nobody offered, if anyone wants to know. */
  readonly met: Met[] | undefined;
  readonly notes: FormulaNote[];
  /** The grammar's rules, for what stands inside something else. */
  readonly grammar: Grammar;
};

/** A name that nobody offered, where it was written, and the indices it was written under. */
export type Met = { readonly name: string; readonly at: Span; readonly under: readonly string[] };

export type Grammar = {
  /** A whole expression: sums of products. */
  readonly expression: (reader: Reader) => Expr;
  /** Factors and divisions, with all but the first told to `follow`. */
  readonly product: (reader: Reader, follow: Follow) => Expr;
  /** One operand with its exponent. */
  readonly power: (reader: Reader) => Expr;
  /** One operand without exponent. */
  readonly operand: (reader: Reader) => Expr;
};

/** Told of a factor or divisor, and where its sign (or, without one, it itself) begins. */
export type Follow = (factor: Expr, at: number, isDivisor: boolean) => void;

/** Counts a node as it is made: what is too large is never built. */
export const made = (reader: Reader, expr: Expr): Expr => {
  if (++reader.nodes > maxNodes) {
    stop(
      'too-many-parts',
      { start: 0, end: reader.previousEnd },
      `This formula has more than ${maxNodes} parts.`,
      'Shorten it: an answer to this question needs far fewer.',
    );
  }
  return expr;
};

/** True where the reader stands at a token of this kind (a call, so that the compiler expects it to change). */
export const isAt = (reader: Reader, kind: TokenKind): boolean => reader.token.kind === kind;

/** Reads something inside something else, within the depth allowed. */
export const inside = <T>(reader: Reader, read: (reader: Reader) => T): T => {
  if (++reader.depth > maxDepth) tooDeep(reader.token);
  const result = read(reader);
  reader.depth--;
  return result;
};

export const tooDeep = (at: Span): never =>
  stop(
    'too-deep',
    { start: at.start, end: at.end },
    `More than ${maxDepth} brackets, signs, fractions or powers stand inside each other here.`,
    'Write it with fewer.',
  );

/** More notes than this on one formula nobody reads. */
const mostNotes = 8;

export const note = (reader: Reader, code: string, at: Span, message: string): void => {
  if (
    reader.notes.length < mostNotes &&
    !reader.notes.some((known) => known.code === code && known.message === message)
  ) {
    reader.notes.push({ code, at: { start: at.start, end: at.end }, message });
  }
};

/** A piece of the source to quote in a message; long ones are shortened in the middle. */
export const quote = (reader: Reader, start: number, end: number): string => {
  const piece = reader.source.slice(start, end).trim().replaceAll(/\s+/g, ' ');
  return piece.length <= 40 ? piece : `${piece.slice(0, 18)} … ${piece.slice(-18)}`;
};
