/** What single numbers of a model must be like. */

import type { Datum } from '../types.js';
import type { EntryProblem } from './family.js';

// Squares of anything larger leave the range of double precision.
const largest = 1e150;

export const checkNumber = (value: Datum): EntryProblem | undefined => {
  if (typeof value !== 'number') {
    return {
      code: 'not-a-number',
      message: `${JSON.stringify(value)} is not one number.`,
      fix: 'Give a single number here, with a decimal point if it needs one.',
    };
  }
  if (!Number.isFinite(value))
    return { code: 'not-finite', message: `${value} is no finite number.`, fix: 'Give a finite number.' };
  if (Math.abs(value) > largest) {
    return {
      code: 'too-large',
      message: `${value} is too large to be squared.`,
      fix: 'Use a larger unit, so that numbers are smaller.',
    };
  }
  return undefined;
};

export const checkPositive = (value: Datum): EntryProblem | undefined =>
  checkNumber(value) ??
  (typeof value === 'number' && value > 0
    ? undefined
    : { code: 'not-positive', message: `${String(value)} is not above zero.`, fix: 'Give a positive number.' });

export const checkProbability = (value: Datum): EntryProblem | undefined =>
  checkNumber(value) ??
  (typeof value === 'number' && value >= 0 && value <= 1
    ? undefined
    : {
        code: 'not-a-probability',
        message: `${String(value)} does not lie between 0 and 1.`,
        fix: 'Give a probability.',
      });
