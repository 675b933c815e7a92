import type { Expr, FunctionName } from '../types.js';
import { call, negate, number, power, quotient } from './build.js';
import { arityOf, functionNamed, type Spelled } from './functions.js';
import { beginsOperand } from './operand-ahead.js';
import { endsInPerCent, refusePerCent } from './per-cent.js';
import { stop } from './problems.js';
import { binomial } from './binomial.js';
import { readArguments } from './read-arguments.js';
import { readRaised } from './read-raised.js';
import { inside, isAt, made, note, quote, type Reader } from './reader.js';
import { advance } from './scan.js';
import type { Token } from './tokens.js';
import { unexpected } from './unexpected.js';

/** Reads a function with its arguments; the reader stands at its name. */
export const readCall = (reader: Reader, spelled: Spelled): Expr => {
  const word = reader.token;
  advance(reader);
  if (word.text === 'log' && reader.token.kind !== 'subscript') {
    note(reader, 'log-as-ln', word, 'log was read as the natural logarithm, ln.');
  }
  const base = reader.token.kind === 'subscript' ? readBase(reader, word) : undefined;
  const exponent = readFunctionPower(reader, word);
  const inverse = exponent && inverseOf(reader, spelled, exponent, word);
  const args = readArgumentsOf(reader, inverse ?? spelled, word);
  const value = base ? logarithm(reader, base, args) : apply(reader, inverse ?? spelled, args);
  return exponent && !inverse ? made(reader, power(value, exponent)) : value;
};

/** The base of a logarithm, written as its subscript. */
const readBase = (reader: Reader, word: Token): string => {
  const { text, start, end } = reader.token;
  if (word.text !== 'log' || !/^[0-9]+$/.test(text)) {
    stop(
      'stray-subscript',
      { start, end },
      `${word.text} takes no such subscript.`,
      word.text === 'log'
        ? 'Write a base as a number, as in log_2( … ), or log( … ) alone.'
        : `Write ${word.text}( … ).`,
    );
  }
  advance(reader);
  return text;
};

const logarithm = (reader: Reader, base: string, args: readonly Expr[]): Expr => {
  if (base === '10') return made(reader, call('log10', ...args));
  if (base === '2') return made(reader, call('log2', ...args));
  return made(reader, quotient(made(reader, call('ln', ...args)), made(reader, call('ln', number(base)))));
};

/** `sin^2(x)` is the square of the sine. */
const readFunctionPower = (reader: Reader, word: Token): Expr | undefined => {
  if (reader.token.kind === 'superscript') return readRaised(reader);
  if (reader.token.kind !== '^') return undefined;
  const caret = reader.token;
  advance(reader);
  const isSigned = isAt(reader, '-');
  if (isSigned) advance(reader);
  const exponent = inside(reader, readOneOperand);
  if (!beginsOperand(reader)) {
    const fix =
      word.text === 'exp' ? 'Write exp( … ) or e^( … ).' : `Write ${word.text}( … ), and the exponent after it.`;
    stop(
      'function-needs-argument',
      { start: word.start, end: caret.end },
      `${word.text} stands here without what it is taken of.`,
      fix,
    );
  }
  return isSigned ? made(reader, negate(exponent)) : exponent;
};

/** The exponent of a function name: one number, letter or bracket, so that the argument is left. */
const readOneOperand = (reader: Reader): Expr => {
  const { token } = reader;
  if (token.kind === 'number') {
    advance(reader);
    return made(reader, number(token.text));
  }
  return reader.grammar.operand(reader);
};

/** `sin^-1` is the arc sine by long custom; of other functions nobody can say. */
const inverseOf = (reader: Reader, spelled: Spelled, exponent: Expr, word: Token): FunctionName | undefined => {
  const isMinusOne =
    exponent.kind === 'negate' && exponent.argument.kind === 'number' && exponent.argument.text === '1';
  if (!isMinusOne) return undefined;
  const at = { start: word.start, end: reader.previousEnd };
  if (spelled === 'sin' || spelled === 'cos' || spelled === 'tan') {
    note(reader, 'inverse-function', at, `${word.text}^-1 was read as the inverse function, arc${spelled}.`);
    return `a${spelled}`;
  }
  return stop(
    'ambiguous-inverse',
    at,
    `${word.text}^-1 can mean the inverse function or one over it.`,
    `Write 1/${word.text}( … ), or the inverse by its name.`,
  );
};

const readArgumentsOf = (reader: Reader, spelled: Spelled, word: Token): readonly Expr[] => {
  if (reader.token.kind !== '(') return [readBareArgument(reader, word)];
  const args = readArguments(reader, arityOf(spelled).most > 1);
  checkArity(spelled, args.length, { ...word, end: reader.previousEnd });
  return args;
};

const checkArity = (spelled: Spelled, count: number, at: Token): void => {
  const { least, most } = arityOf(spelled);
  if (count >= least && (count <= most || (spelled === 'ln' && at.text === 'log' && count === 2))) return;
  const wanted =
    most === Infinity ? `at least ${least} arguments` : least === 1 ? 'one argument' : `${least} arguments`;
  stop(
    'wrong-number-of-arguments',
    { start: at.start, end: at.end },
    `${at.text} takes ${wanted}, not ${count}.`,
    'Check the commas; a decimal point is written as a dot.',
  );
};

/** `ln x`: without parentheses one operand, with its exponent, is the argument. What could be more is asked back. */
const readBareArgument = (reader: Reader, word: Token): Expr => {
  if (!beginsOperand(reader)) return unexpectedAfterFunction(reader, word);
  const start = reader.token.start;
  const argument = inside(reader, reader.grammar.power);
  const end = reader.previousEnd;
  if (endsInPerCent(reader)) refusePerCent(reader, word.start, start);
  const { token } = reader;
  if (beginsOperand(reader) && !(token.kind === 'word' && functionNamed(token.text))) {
    const first = quote(reader, start, end);
    reader.grammar.power(reader);
    const second = quote(reader, token.start, reader.previousEnd);
    stop(
      'ambiguous-argument',
      { start: word.start, end: reader.previousEnd },
      `${quote(reader, word.start, reader.previousEnd)} can mean ${word.text}(${first})*${second} or ${word.text}(${first}*${second}).`,
      'Write the one you mean, with parentheses.',
    );
  }
  if (token.kind === '/' || token.kind === '*') {
    const written = quote(reader, word.start, end);
    const at = { start: word.start, end };
    const what = token.kind === '/' ? 'division' : 'product';
    const rest = `${token.kind} …`;
    note(
      reader,
      'argument-ends',
      at,
      `${written} ${rest} was read as (${written}) ${rest}; the ${what} is outside ${word.text}.`,
    );
  }
  return argument;
};

const unexpectedAfterFunction = (reader: Reader, word: Token): never => {
  if (reader.token.kind === '=' || reader.token.kind === 'subscript') return unexpected(reader);
  return stop(
    'function-needs-argument',
    { start: word.start, end: word.end },
    `${word.text} stands here without what it is taken of.`,
    `Write it in parentheses: ${word.text}( … ).`,
  );
};

/** Functions without a node of their own are written out. */
const apply = (reader: Reader, spelled: Spelled, args: readonly Expr[]): Expr => {
  const [first = number(0), second = number(0)] = args;
  const one = number(1);
  switch (spelled) {
    case 'sec':
      return made(reader, quotient(one, made(reader, call('cos', first))));
    case 'csc':
      return made(reader, quotient(one, made(reader, call('sin', first))));
    case 'cot':
      return made(reader, quotient(one, made(reader, call('tan', first))));
    case 'pow':
      return made(reader, power(first, second));
    case 'root':
      return made(reader, power(first, made(reader, quotient(one, second))));
    case 'square':
      return made(reader, power(first, number(2)));
    case 'binomial':
      return binomial(reader, first, second);
    case 'ln':
      if (args.length === 2)
        return made(reader, quotient(made(reader, call('ln', first)), made(reader, call('ln', second))));
      return made(reader, call('ln', first));
    default:
      return made(reader, call(spelled, ...args));
  }
};
