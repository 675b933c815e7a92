import type { Expr } from '../types.js';
import { call, negate, product, quotient, sum } from './build.js';
import { made, type Reader } from './reader.js';

/** The binomial coefficient, written out as n!/(k!·(n−k)!). */
export const binomial = (reader: Reader, n: Expr, k: Expr): Expr => {
  const difference = made(reader, sum(n, made(reader, negate(k))));
  const below = made(reader, product(factorial(reader, k), factorial(reader, difference)));
  return made(reader, quotient(factorial(reader, n), below));
};

const factorial = (reader: Reader, argument: Expr): Expr => made(reader, call('factorial', argument));
