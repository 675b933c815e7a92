import type { Expr } from '../types.js';
import { negate, sumOf } from './build.js';
import { endsInPerCent, refusePerCent } from './per-cent.js';
import { inside, made, type Reader } from './reader.js';
import { readProduct } from './read-product.js';
import { advance } from './scan.js';

/** Terms joined by + and -, each with its own signs in front. */
export const readSum = (reader: Reader): Expr => {
  const { start } = reader.token;
  const first = readTerm(reader);
  if (!isAtSign(reader)) return first;
  let last = reader.token.end;
  // A list made with both of two is exactly as long as it need be: most sums have no more.
  const terms = [first, readSigned(reader)];
  while (isAtSign(reader)) {
    last = reader.token.end;
    terms.push(readSigned(reader));
  }
  if (endsInPerCent(reader) && isVague(terms)) refusePerCent(reader, start, last);
  return made(reader, sumOf(terms));
};

/**
 * `1 - 36%` is a number less a number of per cents; after symbols, where no other term has a per cent sign, it may be meant of the whole
 * sum.
 */
const isVague = (terms: readonly Expr[]): boolean => {
  const last = terms.at(-1);
  const share = last?.kind === 'negate' ? last.argument : last;
  const isNumber = share?.kind === 'quotient' && share.numerator.kind === 'number';
  return !isNumber && !terms.slice(0, -1).some(isHundredth);
};

const isHundredth = (term: Expr): boolean => {
  const share = term.kind === 'negate' ? term.argument : term;
  return share.kind === 'quotient' && share.denominator.kind === 'number' && share.denominator.text === '100';
};

const isAtSign = ({ token }: Reader): boolean => token.kind === '+' || token.kind === '-';

const readSigned = (reader: Reader): Expr => {
  const isNegative = reader.token.kind === '-';
  advance(reader);
  const term = readTerm(reader);
  return isNegative ? made(reader, negate(term)) : term;
};

/** A sign takes the whole product after it: -a*b is -(a*b). */
const readTerm = (reader: Reader): Expr => {
  const sign = reader.token.kind;
  if (sign !== '-' && sign !== '+') return readProduct(reader);
  return inside(reader, () => {
    advance(reader);
    const term = readTerm(reader);
    return sign === '-' ? made(reader, negate(term)) : term;
  });
};
