/** Keys of numbers: from the solver's doubles, or from what the author states. */

import type { Precision } from '../types.js';
import type { NumberKey } from './judge-number.js';
import { fromDouble } from './rational.js';
import { readNumber } from './read-number.js';

/**
 * A key from the solver, which knows its results to about nine digits: `converged` is where iterating stopped.
 * So 0.24999999998 is held to be 1/4, and both roundings of a half-way case are right.
 */
export const solvedKey = (value: number, precision: Precision): NumberKey => {
  if (!Number.isFinite(value)) throw new Error(`the solver gives ${value} for a key`);
  return { value: fromDouble(value), slack: fromDouble(solverSlack(value, precision)), double: value, precision };
};

const solverSlack = (value: number, { decimals, tolerance, relative }: Precision): number => {
  const known = 1e-9 * Math.max(1, Math.abs(value));
  if (decimals !== undefined) return Math.min(known, 10 ** -(decimals + 3));
  const allowed = Math.max(tolerance ?? 0, (relative ?? 0) * Math.abs(value));
  return allowed > 0 ? Math.min(known, allowed * 1e-6) : 1e-9 * Math.abs(value) + 1e-15;
};

/** A key the author states, as a number or a constant expression: exactly what it says. */
export const statedKey = (text: string, precision: Precision): NumberKey => {
  const reading = readNumber(text);
  if (reading.kind !== 'number') throw new Error(`the stated key ${JSON.stringify(text)} is no number`);
  const { value, slack, double, expr } = reading;
  return { value, slack, double, precision, ...(expr === undefined ? {} : { expr }) };
};
