import type { Expr } from '../types.js';
import { binomial } from './binomial.js';
import { call, number, power, quotient } from './build.js';
import { stop } from './problems.js';
import { readBars, readBrackets } from './read-brackets.js';
import { afterBraces, readAccent, readWord } from './read-name.js';
import { readSeries } from './read-series.js';
import { inside, made, quote, type Reader } from './reader.js';
import { beginsOperand } from './operand-ahead.js';
import { advance } from './scan.js';
import type { Token } from './tokens.js';
import { missingOperand } from './unexpected.js';

/** Reads one operand, without exponent: a number, a name, a call, a bracket, a fraction, a root or a ∑. */
export const readOperand = (reader: Reader): Expr => {
  const { token } = reader;
  switch (token.kind) {
    case 'number':
      advance(reader);
      return made(reader, number(token.text));
    case 'fraction': {
      advance(reader);
      const [numerator = '', denominator = ''] = token.text.split('/');
      return made(reader, quotient(made(reader, number(numerator)), made(reader, number(denominator))));
    }
    case 'word':
      return readWord(reader);
    case 'accent':
      return readAccent(reader);
    case '(':
      return afterBraces(reader, readBrackets(reader), token);
    case '|':
      return made(reader, call('abs', readBars(reader)));
    case 'frac':
      return readFraction(reader);
    case 'root':
      return readRoot(reader);
    case 'series':
      return readSeries(reader);
    case 'end':
    case 'subscript':
    case 'superscript':
    case '^':
    case '+':
    case '-':
    case '*':
    case '/':
    case '=':
    case ',':
    case '!':
    case '%':
    case ')':
    case 'infix':
      return missingOperand(reader);
  }
};

const readFraction = (reader: Reader): Expr =>
  inside(reader, () => {
    const command = reader.token;
    advance(reader, true);
    const numerator = readTexArgument(reader, command, true);
    const denominator = readTexArgument(reader, command, false);
    return command.text === 'binom'
      ? binomial(reader, numerator, denominator)
      : made(reader, quotient(numerator, denominator));
  });

/** What TeX takes as an argument: a group in braces, or a single digit, letter or command. */
const readTexArgument = (reader: Reader, command: Token, anotherFollows: boolean): Expr => {
  const { token } = reader;
  if (token.kind === '(' && token.text === '{') return readBrackets(reader, anotherFollows);
  if (token.kind === 'number' || token.kind === 'fraction') {
    advance(reader, anotherFollows);
    return made(reader, number(token.text));
  }
  if (token.kind === 'word' || token.kind === 'accent' || token.kind === 'frac' || token.kind === 'root') {
    return readOperand(reader);
  }
  return stop(
    'missing-operand',
    { start: command.start, end: command.end },
    `${quote(reader, command.start, command.end)} needs what it is made of in braces.`,
    command.kind === 'frac' ? `Write \\${command.text}{ … }{ … }.` : 'Write \\sqrt{ … }.',
  );
};

/** `\sqrt[n]{x}`, √x, ∛x. Even and odd roots other than square and cube are powers with exponent 1/n. */
const readRoot = (reader: Reader): Expr =>
  inside(reader, () => {
    const sign = reader.token;
    advance(reader, sign.style === 'latex');
    const isOptional = sign.style === 'latex' && reader.token.kind === '(' && reader.token.text === '[';
    const degree = isOptional ? readBrackets(reader, true) : number(sign.text);
    const radicand = sign.style === 'latex' ? readTexArgument(reader, sign, false) : readOperand(reader);
    refuseVagueRoot(reader, sign);
    const isWhole = degree.kind === 'number';
    if (isWhole && degree.text === '2') return made(reader, call('sqrt', radicand));
    if (isWhole && degree.text === '3') return made(reader, call('cbrt', radicand));
    return made(reader, power(radicand, made(reader, quotient(number(1), degree))));
  });

/** √2x, √x² and √4% leave open how far the root goes; brackets and braces do not. */
const refuseVagueRoot = (reader: Reader, sign: Token): void => {
  const last = reader.source.charAt(reader.previousEnd - 1);
  if (')]}'.includes(last)) return;
  const next = reader.token;
  const isPower = next.kind === '^' || next.kind === 'superscript' || next.kind === '%' || next.kind === '!';
  const isFactor = sign.style !== 'latex' && beginsOperand(reader);
  if (!isPower && !isFactor) return;
  stop(
    'ambiguous-root',
    { start: sign.start, end: next.end },
    'It cannot be seen how far this root goes.',
    'Put what stands under the root into parentheses: sqrt( … ).',
  );
};
