/** A number as a student writes it: a JSON number, a decimal text, an expression such as `1/3`, or the word nan. */

import { evaluateConstant } from '../equivalence/index.js';
import { narrow, parseFormula, symbolsOf } from '../expression/index.js';
import type { Expr, NumericAnswer, Remark } from '../types.js';
import { mostProblems, quoted } from './assessment.js';
import { commaNote } from './decimal-comma.js';
import { type Rational, fromDecimal, fromDouble, rational, zero } from './rational.js';

/** A finite number, exactly or (`slack`) to within what a computation of an irrational constant leaves open. */
export type ReadNumber = {
  readonly kind: 'number';
  readonly value: Rational;
  readonly slack: Rational;
  readonly double: number;
  /** Digits written after the point; absent for expressions. */
  readonly decimals?: number;
  /** Present for expressions. */
  readonly expr?: Expr;
  readonly remarks: readonly Remark[];
};

export type NumberReading =
  | ReadNumber
  | { readonly kind: 'special'; readonly word: 'nan' | 'inf' | '-inf' }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unreadable'; readonly remarks: readonly Remark[] };

/** A number as reports carry it: the nearest double, or the word. */
export const valueOf = (reading: Extract<NumberReading, { kind: 'number' | 'special' }>): NumericAnswer =>
  reading.kind === 'special' ? reading.word : reading.double;

/**
 * What may stand before a number without changing it: `mu_1 = 5`, `l(D; θ) ≈ -24.5`, `\\approx -24.5`, `Log-likelihood: -24.5`. It has a letter, or is
 * nothing; a colon alone could be a division.
 */
const label = (): RegExp => /^(?:(?:[^=≈:]*\p{L}[^=≈:]*)?(?::?=|≈)|\p{L}[\p{L}\p{N} _-]*(?<! ):(?= ))\s*/u;
const longestLabel = 200;

/** Letters of all scripts are slow to compile: only where there is a sign to look for. */
const withoutLabel = (text: string): string => {
  if (!/[:=≈~∼]|\\(?:approx|simeq|sim)(?![A-Za-z])/.test(text)) return text;
  const equals = text.replace(/\\(?:approx|simeq|sim)(?![A-Za-z])|~=|^[~∼]/, '≈');
  const [found = ''] = label().exec(equals.slice(0, longestLabel)) ?? [];
  return equals.slice(found.length);
};

const plain = /^[ -~]*$/;
const special = /^([+-]?)\s*(?:(nan)|inf(?:inity)?|∞)$/i;
const decimal = /^([+-]?)\s*(\d*)(?:([.,])(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;
const longestDecimal = 400;

const note = (text: string): Remark => ({ code: 'note', text });

/** Reads what one place for a number holds. Never throws: what is no number comes back with the remarks that say why. */
export const readNumber = (answer: string | number): NumberReading => {
  if (typeof answer === 'number') return readWritten(Number.isFinite(answer) ? `${answer}` : '1e999', `${answer}`);
  const text = withoutLabel((plain.test(answer) ? answer : narrow(answer)).trim()).replace(/^[−–—]/, '-');
  if (text === '') return { kind: 'blank' };
  if (raisedDot.test(text)) return vagueDot(text);
  const word = special.exec(text);
  if (word !== null) return { kind: 'special', word: word[2] !== undefined ? 'nan' : word[1] === '-' ? '-inf' : 'inf' };
  return readWritten(text, text);
};

/** A raised dot is a decimal point to some and a product to others. */
const raisedDot = /^[+-]?\d+[·⋅]\d+$/;
const vagueDot = (text: string): NumberReading => {
  const [point, times] = [text.replace(/[·⋅]/, '.'), text.replace(/[·⋅]/, '*')];
  const problem = {
    code: 'ambiguous-dot',
    at: { start: 0, end: text.length },
    message: `${text} can mean ${point} or ${times}.`,
    fix: `Write ${point} or ${times}.`,
  };
  return { kind: 'unreadable', remarks: [{ code: 'unreadable', problem, source: text }] };
};

const readWritten = (text: string, given: string): NumberReading => {
  const match = text.length <= longestDecimal ? decimal.exec(text) : null;
  const [, sign, whole = '', separator, fraction = '', power = '0'] = match ?? [];
  return match === null || whole + fraction === ''
    ? readExpression(given)
    : readDecimal({ sign: sign ?? '', whole, separator, fraction, power: Number(power) }, given);
};

type DecimalParts = {
  readonly sign: string;
  readonly whole: string;
  readonly separator: string | undefined;
  readonly fraction: string;
  readonly power: number;
};

const readDecimal = ({ sign, whole, separator, fraction, power }: DecimalParts, given: string): NumberReading => {
  const digits = BigInt(`${whole}${fraction}`);
  const double = Number(`${sign}${whole || '0'}.${fraction || '0'}e${power}`);
  if (!Number.isFinite(double)) return { kind: 'unreadable', remarks: [{ code: 'not-finite', given: quoted(given) }] };
  const tooSmall = double === 0 && digits !== 0n;
  const remarks: Remark[] = [];
  if (separator === ',') {
    remarks.push(commaNote(`${sign}${whole || '0'}.${fraction}${power === 0 ? '' : `e${power}`}`));
  }
  if (tooSmall) remarks.push(note(`${quoted(given)} is too small to be told from 0 and was read as 0.`));
  const value =
    tooSmall || digits === 0n ? zero : fromDecimal(sign === '-' ? -digits : digits, power - fraction.length);
  return {
    kind: 'number',
    value,
    slack: zero,
    double: double === 0 ? 0 : double,
    decimals: Math.max(0, fraction.length - power),
    remarks,
  };
};

const readExpression = (source: string): NumberReading => {
  const reading = parseFormula(source, { symbols: [] });
  if (reading.kind === 'unreadable') {
    return {
      kind: 'unreadable',
      remarks: reading.problems.slice(0, mostProblems).map((problem) => ({ code: 'unreadable', problem, source })),
    };
  }
  const symbols = [...symbolsOf(reading.expr)];
  if (symbols.length > 0) {
    return {
      kind: 'unreadable',
      remarks: symbols.slice(0, mostProblems).map((symbol) => ({ code: 'unknown-symbol', symbol, offered: [] })),
    };
  }
  return readConstant(
    reading.expr,
    source,
    reading.notes.map(({ message }) => note(message)),
  );
};

const readConstant = (expr: Expr, given: string, remarks: readonly Remark[]): NumberReading => {
  const constant = evaluateConstant(expr);
  if (constant.kind === 'rational') {
    const value = rational(constant.numerator, constant.denominator);
    return { kind: 'number', value, slack: zero, double: constant.value, expr, remarks };
  }
  if (constant.kind === 'real') {
    const { value: double, error } = constant;
    return { kind: 'number', value: fromDouble(double), slack: fromDouble(error), double, expr, remarks };
  }
  return { kind: 'unreadable', remarks: [{ code: 'not-finite', given: quoted(given) }] };
};
