import type { Expr } from '../types.js';
import { closingBracket } from './bracket-ahead.js';
import { canonicalName } from './name-parts.js';
import { printText } from './print-text.js';
import { stop } from './problems.js';
import { isAt, quote, type Reader } from './reader.js';
import type { Vocabulary } from './vocabulary.js';
import { readSum } from './read-sum.js';
import { advance } from './scan.js';
import type { Token } from './tokens.js';
import { symbolsOf } from './tree.js';

/** A formula and what stood before its equals sign. */
type Sides = { readonly name?: string; readonly expr: Expr };

/** Reads `hatmu_k = …`, `p(y=k|x) = …`, or a formula without a left-hand side. */
export const readSides = (reader: Reader, vocabulary: Vocabulary): Sides => {
  const start = reader.token.start;
  const conditional = skipProbability(reader, vocabulary);
  if (conditional !== undefined) return { name: conditional, expr: readSum(reader) };
  const left = readSum(reader);
  if (reader.token.kind !== '=') return { expr: left };
  const equals = reader.token;
  const written = quote(reader, start, reader.previousEnd);
  const name = nameOfLeft(left);
  const asked = vocabulary.leftHandSide;
  if (name === undefined) refuseEquation(equals);
  else if (asked && !asked.some((allowed) => canonicalLeft(allowed) === name)) refuseName(equals, written, asked);
  advance(reader);
  if (isAt(reader, 'end')) {
    stop('missing-operand', equals, 'After “=” something is missing.', 'Write the formula after it.');
  }
  const expr = readSum(reader);
  if (name === undefined || (!asked && !isDefinition(name, left, expr, reader))) return refuseEquation(equals);
  return { name, expr };
};

/** A symbol or a power of one, such as hatsigma_k^2, as text. */
const nameOfLeft = (left: Expr): string | undefined => {
  const base = left.kind === 'power' && left.exponent.kind === 'number' ? left.base : left;
  return base.kind === 'symbol' ? printText(left) : undefined;
};

const canonicalLeft = (allowed: string): string => {
  const [name = '', exponent] = allowed.split(/\^|\*\*/);
  return exponent === undefined ? canonicalName(name.trim()) : `${canonicalName(name.trim())}^${exponent.trim()}`;
};

/** Without a list of what may stand there: something with a subscript or accent that is being defined. */
const isDefinition = (name: string, left: Expr, right: Expr, reader: Reader): boolean => {
  const [symbol = ''] = symbolsOf(left);
  const isDressed = symbol.includes('_') || /^(hat|bar|tilde)./.test(symbol);
  return isDressed && !(reader.symbols?.includes(symbol) ?? false) && !symbolsOf(right).includes(symbol) && name !== '';
};

const refuseEquation = (equals: Token): never =>
  stop(
    'unexpected-equals',
    { start: equals.start, end: equals.end },
    'An equals sign makes an equation; asked for is a formula.',
    'Write only what stands on one side of it.',
  );

const refuseName = (equals: Token, written: string, asked: readonly string[]): never =>
  stop(
    'wrong-left-hand-side',
    { start: equals.start, end: equals.end },
    asked.length === 0
      ? `Nothing should stand before “=”, but ${written} does.`
      : `Before “=” stands ${written}; asked for is ${asked.join(' or ')}.`,
    asked.length === 0
      ? 'Write only what stands after the equals sign.'
      : 'Check which quantity is asked for, and write only its formula.',
  );

/**
 * Goes past `p(y = k | x; θ) =`, where a probability may stand on the left, and gives it back without blanks. Nothing
 * inside is calculated with, so nothing inside has to be readable as a formula.
 */
const skipProbability = (reader: Reader, vocabulary: Vocabulary): string | undefined => {
  const { token, text } = reader;
  if (token.kind !== 'word' || token.text.length > 2 || !/^(p|P|q|Pr)$/.test(token.text)) return undefined;
  const rest = text.slice(token.end);
  const opening = /^\s*(\\left\s*)?\(/.exec(rest);
  if (!opening) return undefined;
  const closing = closingBracket(rest, opening[0].length - 1);
  const after = /^\s*(=|:=)(?!=)/.exec(rest.slice(closing + 1));
  const content = rest.slice(opening[0].length, closing);
  if (closing < 0 || !after || !/[|=]|\\mid|\u2223/.test(content)) return undefined;
  const asked = vocabulary.leftHandSide;
  const end = token.end + closing + 1 + after[0].length;
  const name = `${token.text}(${content.replaceAll(/\s|\\left|\\right|\\[,;:!]/g, '').replaceAll(/\\mid|\u2223/g, '|')})`;
  if (asked && !asked.some((allowed) => /^(p|P|q|Pr)\s*\(/.test(allowed))) {
    refuseName({ ...token, end }, quote(reader, token.start, token.end + closing + 1), asked);
  }
  reader.position = end;
  advance(reader);
  reader.previousEnd = end;
  return name;
};
