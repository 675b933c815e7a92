/** Causes of formulas and of numbers brought together: the same mistake in both is one cause. */

import { familyOf } from '../misconceptions/index.js';
import type { Cause } from '../types.js';
import { sharedFamily } from './diagnose-formulas.js';

const least = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || b === undefined ? (a ?? b) : Math.min(a, b);

const merged = (one: Cause, other: Cause, ids: readonly string[]): Cause => {
  const explains = [...new Set([...one.explains, ...other.explains])];
  const digits = least(one.digits, other.digits);
  const iteration = one.iteration ?? other.iteration;
  const family = sharedFamily(ids, familyOf);
  return {
    ids,
    ...(family === undefined ? {} : { family }),
    certain: one.certain,
    explains,
    leaves: [],
    ...(digits === undefined ? {} : { digits, digitsIn: { ...other.digitsIn, ...one.digitsIn } }),
    chance: one.chance * other.chance,
    ...(iteration === undefined ? {} : { iteration }),
  };
};

/**
 * Joins a formula's cause and a number's that have ids in common, where the numbers are as sure as the formula; lists the certain ones
 * first, then those that explain more. `wrong` are all wrong answers of the submission.
 */
export const mergeCauses = (
  numbers: readonly Cause[],
  formulas: readonly Cause[],
  wrong: readonly string[],
): readonly Cause[] => {
  const causes: Cause[] = [...numbers];
  for (const cause of formulas) {
    const place = causes.findIndex(
      ({ ids, certain }) => certain === cause.certain && ids.some((id) => cause.ids.includes(id)),
    );
    const known = causes[place];
    if (known === undefined) causes.push(cause);
    else
      causes[place] = merged(
        known,
        cause,
        known.ids.filter((id) => cause.ids.includes(id)),
      );
  }
  return causes
    .map((cause) => ({ ...cause, leaves: wrong.filter((question) => !cause.explains.includes(question)) }))
    .sort((a, b) => Number(b.certain) - Number(a.certain) || b.explains.length - a.explains.length);
};
