import type { Expr, Span } from '../types.js';
import { call, negate, power } from './build.js';
import { indexAhead } from './index-ahead.js';
import { endsInPerCent, readPerCent, refusePerCent } from './per-cent.js';
import { stop } from './problems.js';
import { canonicalName } from './name-parts.js';
import { resolveName } from './names.js';
import { withLateIndex } from './read-name.js';
import { readOperand } from './read-operand.js';
import { readRaised } from './read-raised.js';
import { inside, isAt, made, note, quote, type Reader } from './reader.js';
import { advance } from './scan.js';

/** Reads an operand with what is raised or follows it: x^2, x², x^{(1)}, n!, 50%. */
export const readPower = (reader: Reader): Expr => {
  const from = reader.token;
  let base = readOperand(reader);
  if (reader.token.kind === '^' || reader.token.kind === 'superscript') {
    const ahead = indexAhead(reader, base);
    if (ahead) {
      reader.position = ahead.end;
      advance(reader);
      base = resolveName(reader, ahead.base, ahead.indices, { start: from.start, end: ahead.end });
      if (isAt(reader, 'subscript')) refuseTwoIndices(reader, from.start);
    }
  }
  base = readPostfix(reader, base);
  if (reader.token.kind === 'superscript') {
    const exponent = readRaised(reader);
    if (isAt(reader, '^') || isAt(reader, 'superscript')) refuseSecondExponent(reader);
    return made(reader, power(withLateIndex(reader, base, from), exponent));
  }
  if (reader.token.kind !== '^') return base;
  const caret = reader.token;
  advance(reader);
  const exponentStart = reader.token.start;
  const exponent = inside(reader, readExponent);
  if (endsInPerCent(reader)) refusePerCent(reader, from.start, exponentStart);
  noteShortExponent(reader, exponent, { start: exponentStart, end: reader.previousEnd }, from.start);
  if (isAt(reader, 'superscript')) refuseSecondExponent(reader);
  if (
    reader.offered !== undefined &&
    exponent.kind === 'number' &&
    base.kind === 'symbol' &&
    reader.text.charAt(exponentStart) !== '('
  )
    refuseVagueIndex(reader, base.name, exponent.text, from.start);
  const owner = withLateIndex(reader, base, { ...from, end: caret.start });
  return made(reader, power(owner, exponent));
};

/** `x^2` where x_2 is offered and x is not: the raised number may be a power, or the number of a sample. */
const refuseVagueIndex = (reader: Reader, name: string, raised: string, start: number): void => {
  if (reader.offered === undefined || reader.offered.includes(name)) return;
  const indexed = canonicalName(`${name}_${raised}`);
  if (!reader.offered.includes(indexed)) return;
  const written = quote(reader, start, reader.previousEnd);
  stop(
    'ambiguous-index',
    { start, end: reader.previousEnd },
    `${written} can mean ${indexed} or a power of ${name}, which this question does not offer.`,
    `Write ${indexed} for the index.`,
  );
};

const refuseTwoIndices = (reader: Reader, start: number): never =>
  stop(
    'two-indices',
    { start, end: reader.token.end },
    'This name has one index above and one below.',
    'Write both below, as in gamma_k1, or the one above as a power.',
  );

/** Signs, then a power: 2^-3^2 is 2^(-(3^2)). */
const readExponent = (reader: Reader): Expr => {
  const sign = reader.token.kind;
  if (sign !== '-' && sign !== '+') return readPower(reader);
  return inside(reader, () => {
    advance(reader);
    const exponent = readExponent(reader);
    return sign === '-' ? made(reader, negate(exponent)) : exponent;
  });
};

/** Factorials and per cents bind tighter than exponents. */
const readPostfix = (reader: Reader, operand: Expr): Expr => {
  const sign = reader.token;
  if (sign.kind === '!') {
    advance(reader);
    if (reader.token.kind === '!') {
      stop(
        'two-operators',
        { start: sign.start, end: reader.token.end },
        'Double factorials are not read here.',
        'Write (n!)! or the product itself.',
      );
    }
    return made(reader, call('factorial', operand));
  }
  return sign.kind === '%' ? readPerCent(reader, operand) : operand;
};

const refuseSecondExponent = (reader: Reader): never =>
  stop(
    'two-operators',
    { start: reader.token.start, end: reader.token.end },
    'Two exponents follow each other.',
    'Write one exponent, or parentheses that show what is raised.',
  );

/** `e^2x` is (e^2)*x and `x^1/2` is (x^1)/2: right, but often not what was meant. */
const noteShortExponent = (reader: Reader, exponent: Expr, written: Span, start: number): void => {
  const { token } = reader;
  const digits = exponent.kind === 'negate' ? exponent.argument : exponent;
  if (digits.kind !== 'number' || token.spaced || reader.source.charAt(written.end - 1) === '}') return;
  const isDivided = token.kind === '/' && digits.text === '1';
  const isGlued = token.kind === 'word' || token.kind === 'accent';
  if (!isDivided && !isGlued) return;
  const raised = quote(reader, start, written.end);
  const short = quote(reader, written.start, written.end);
  note(
    reader,
    'exponent-ends',
    { start, end: token.end },
    `Only ${short} was read as the exponent in ${raised}${token.text}…; for a longer one write ^( … ).`,
  );
};
