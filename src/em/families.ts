/** The families of mixtures, by name. */

import type { Datum, Parameters } from '../types.js';
import { binomial } from './binomial.js';
import type { Family } from './family.js';
import { gaussian } from './gaussian.js';

/** What to do with a family, whatever its observations and parameters are. */
export type UseOfFamily<R> = <X extends Datum, T extends Parameters<Datum>>(family: Family<X, T>) => R;

const registry = {
  gaussian: (use) => use(gaussian),
  binomial: (use) => use(binomial),
} as const satisfies { readonly [name: string]: <R>(use: UseOfFamily<R>) => R };

export type FamilyName = keyof typeof registry;

export const familyNames = Object.keys(registry) as readonly FamilyName[];

export const isFamily = (name: string): name is FamilyName => Object.hasOwn(registry, name);

/** Hands the family of that name to `use`. Throws a RangeError for a name that is none; `checkModel` says so politely. */
export const withFamily = <R>(name: string, use: UseOfFamily<R>): R => {
  if (!isFamily(name)) throw new RangeError(`No family of mixtures is called ${JSON.stringify(name)}.`);
  return registry[name](use);
};
