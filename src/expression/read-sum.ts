import type { Expr } from '../types.js';
import { negate, sumOf } from './build.js';
import { inside, made, type Reader } from './reader.js';
import { readProduct } from './read-product.js';
import { advance } from './scan.js';

/** Terms joined by + and -, each with its own signs in front. */
export const readSum = (reader: Reader): Expr => {
  const first = readTerm(reader);
  if (!isAtSign(reader)) return first;
  // A list made with both of two is exactly as long as it need be: most sums have no more.
  const terms = [first, readSigned(reader)];
  while (isAtSign(reader)) terms.push(readSigned(reader));
  return made(reader, sumOf(terms));
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
