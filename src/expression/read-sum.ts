import type { Expr } from '../types.js';
import { negate, sumOf } from './build.js';
import { inside, made, type Reader } from './reader.js';
import { readProduct } from './read-product.js';
import { advance } from './scan.js';

/** Terms joined by + and -, each with its own signs in front. */
export const readSum = (reader: Reader): Expr => {
  const first = readTerm(reader);
  let sign = reader.token.kind;
  if (sign !== '+' && sign !== '-') return first;
  const terms = [first];
  for (; sign === '+' || sign === '-'; sign = reader.token.kind) {
    advance(reader);
    const term = readTerm(reader);
    terms.push(sign === '-' ? made(reader, negate(term)) : term);
  }
  return made(reader, sumOf(terms));
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
