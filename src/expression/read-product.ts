import type { Expr, Span } from '../types.js';
import { negate, productOf, quotient } from './build.js';
import { maxDepth } from './limits.js';
import { beginsOperand } from './operand-ahead.js';
import { endsInPerCent, refusePerCent } from './per-cent.js';
import { stop } from './problems.js';
import { type Follow, inside, made, quote, tooDeep, type Reader } from './reader.js';
import { readPower } from './read-power.js';
import { advance } from './scan.js';
import type { Token } from './tokens.js';

/**
 * Factors joined by *, /, or by standing side by side. `a/b*c` is (a/b)*c; `a/b c` could be that or a/(b*c) and is asked back. `follow` is told
 * of each factor and divisor after the first, and where its sign, or itself without one, begins.
 */
export const readProduct = (reader: Reader, follow?: Follow): Expr => {
  const start = reader.token.start;
  let first = readPower(reader);
  /** All factors, where there is more than the first. */
  let factors: Expr[] | undefined;
  let divisor: Span | undefined;
  let divisions = 0;
  for (;;) {
    const { kind, start: at } = reader.token;
    if (kind === '*') {
      advance(reader);
      const factor = readFactor(reader);
      factors = withOneMore(first, factors, factor);
      divisor = undefined;
      follow?.(factor, at, false);
    } else if (kind === '/') {
      if (++divisions > maxDepth) tooDeep(reader.token);
      advance(reader);
      const from = reader.token.start;
      const denominator = readFactor(reader);
      if (endsInPerCent(reader)) refusePerCent(reader, start, from);
      divisor = { start: from, end: reader.previousEnd };
      first = made(reader, quotient(joined(reader, first, factors), denominator));
      factors = undefined;
      follow?.(denominator, at, true);
    } else if (beginsOperand(reader)) {
      const left = { start, end: reader.previousEnd };
      refuseJuxtaposition(reader, factors?.at(-1) ?? first);
      const factor = readPower(reader);
      factors = withOneMore(first, factors, factor);
      if (divisor) askBack(reader, left, divisor, { start: at, end: reader.previousEnd });
      follow?.(factor, at, false);
    } else return joined(reader, first, factors);
  }
};

/** A list made with both of two is exactly as long as it need be: most products have no more factors. */
const withOneMore = (first: Expr, factors: Expr[] | undefined, next: Expr): Expr[] => {
  if (factors === undefined) return [first, next];
  factors.push(next);
  return factors;
};

const joined = (reader: Reader, first: Expr, factors: readonly Expr[] | undefined): Expr =>
  factors === undefined ? first : made(reader, productOf(factors));

/** After * and /, a sign belongs to the one factor it stands before. */
const readFactor = (reader: Reader): Expr => {
  const sign = reader.token.kind;
  if (sign !== '-' && sign !== '+') return readPower(reader);
  return inside(reader, () => {
    advance(reader);
    const factor = readFactor(reader);
    return sign === '-' ? made(reader, negate(factor)) : factor;
  });
};

const askBack = (reader: Reader, left: Span, divisor: Span, next: Span): never => {
  const factor = quote(reader, next.start, next.end);
  const first = `(${quote(reader, left.start, left.end)})*${factor}`;
  const second = `${quote(reader, left.start, divisor.start)}(${quote(reader, divisor.start, divisor.end)}*${factor})`;
  return stop(
    'ambiguous-division',
    { start: divisor.start, end: next.end },
    `${quote(reader, left.start, next.end)} can mean ${first} or ${second}.`,
    'Write the one you mean, with parentheses and *.',
  );
};

/** Side by side means times, but not for numbers on the right, and not across lines. */
const refuseJuxtaposition = (reader: Reader, before: Expr): void => {
  const { token, previousEnd } = reader;
  const isBracedNumber =
    token.kind === '(' &&
    token.text === '{' &&
    before.kind === 'symbol' &&
    bracedNumber.test(reader.text.slice(token.start, token.start + 20));
  if (token.kind === 'number' || token.kind === 'fraction' || isBracedNumber)
    refuseNumberAfter(reader, isBracedNumber ? { ...token, end: reader.text.indexOf('}', token.start) + 1 } : token);
  if (token.kind === 'frac' && before.kind === 'number') refuseMixedNumber(reader, token, before.text);
  if (previousEnd < token.start && /[\n\r]/.test(reader.source.slice(previousEnd, token.start))) {
    stop(
      'missing-operator',
      { start: token.start, end: token.end },
      'A new line begins here, and nothing says how it goes on from the line before.',
      'Write +, -, * or / at the join, or write the formula on one line.',
    );
  }
};

const bracedNumber = /^\{\s*\d+\s*\}/;

const refuseNumberAfter = (reader: Reader, token: Token): never => {
  const before = quote(reader, Math.max(0, reader.previousEnd - 12), reader.previousEnd);
  const isGrouped = /\d$/.test(before) && token.kind === 'number';
  return stop(
    'missing-operator',
    { start: token.start, end: token.end },
    `Nothing says how the number ${quote(reader, token.start, token.end)} goes together with “${before}” before it.`,
    isGrouped
      ? 'Write one number without a blank, or * between two.'
      : 'Write * for a product, ^ for a power, _ for an index.',
  );
};

/** `2\frac{1}{2}` is 2½ to some and 1 to others. */
const refuseMixedNumber = (reader: Reader, token: Token, whole: string): void => {
  const parts = /^\s*\{?\s*(\d+)\s*\}?\s*\{?\s*(\d+)/.exec(reader.text.slice(token.end, token.end + 60));
  if (!parts) return;
  const [, numerator = '', denominator = ''] = parts;
  stop(
    'ambiguous-mixed-number',
    { start: token.start, end: token.end },
    `A number before a fraction of numbers can mean ${whole}+${numerator}/${denominator} or ${whole}*${numerator}/${denominator}.`,
    'Write the + or the *.',
  );
};
