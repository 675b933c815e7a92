import type { Expr } from '../types.js';
import { binomial } from './binomial.js';
import { quotient } from './build.js';
import { stop } from './problems.js';
import { inside, made, type Reader } from './reader.js';
import { advance } from './scan.js';
import type { Token } from './tokens.js';
import { missingOperand, unexpected } from './unexpected.js';

const partners: { readonly [opening: string]: string } = { '(': ')', '[': ']', '{': '}' };

/** Reads `( … )`, `[ … ]` or `{ … }`; the reader stands at the opening one. `single`: see `advance`. */
export const readBrackets = (reader: Reader, single = false): Expr => {
  const opening = reader.token;
  const { bars, commaSeparates } = reader;
  reader.bars = 0;
  reader.commaSeparates = false;
  advance(reader);
  const expr = inside(reader, reader.grammar.expression);
  const whole = reader.token.kind === 'infix' && opening.text === '{' ? readInfix(reader, expr) : expr;
  reader.bars = bars;
  reader.commaSeparates = commaSeparates;
  closeBracket(reader, opening, single);
  return whole;
};

/** `{a \over b}` and `{n \choose k}`: the command takes all that stands on both of its sides. */
export const readInfix = (reader: Reader, first: Expr): Expr => {
  const { text } = reader.token;
  advance(reader);
  const second = inside(reader, reader.grammar.expression);
  return text === 'binom' ? binomial(reader, first, second) : made(reader, quotient(first, second));
};

/** Goes past the bracket that closes `opening`, or says what is wrong with it. */
export const closeBracket = (reader: Reader, opening: Token, single = false): void => {
  const { token } = reader;
  const wanted = partners[opening.text] ?? ')';
  if (token.kind === 'end') {
    stop(
      'unbalanced-open',
      { start: opening.start, end: opening.end },
      `This “${opening.text}” is never closed.`,
      `Write “${wanted}” where it should end.`,
    );
  }
  if (token.kind !== ')') unexpected(reader);
  if (token.text !== wanted) {
    stop(
      'mismatched-brackets',
      { start: token.start, end: token.end },
      `“${opening.text}” is closed here by “${token.text}”.`,
      `Write “${wanted}”, or open with the bracket that fits.`,
    );
  }
  advance(reader, single);
};

/** Reads the absolute value `| … |`. */
export const readBars = (reader: Reader): Expr => {
  const opening = reader.token;
  if (opening.text === 'rvert') unexpected(reader);
  reader.bars++;
  advance(reader);
  if (reader.token.kind === '|' && reader.token.text === 'rvert') missingOperand(reader);
  const expr = inside(reader, reader.grammar.expression);
  if (reader.token.kind === 'end' || reader.token.kind === ')') {
    stop(
      'unbalanced-bars',
      opening,
      'This bar has no partner.',
      'Write |…| for an absolute value; conditions such as y|x have no place in a formula.',
    );
  }
  if (reader.token.kind !== '|') unexpected(reader);
  reader.bars--;
  advance(reader);
  return expr;
};
