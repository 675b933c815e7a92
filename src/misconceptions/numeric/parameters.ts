/** Changing all parameters of a family at once, whatever they are called. */

import type { Datum, Parameters } from '../../types.js';

/** The same parameters with every list changed; `change` must keep what a list is made of. */
export const mapParameters = <T extends Parameters<Datum>>(
  theta: T,
  change: (list: readonly Datum[], name: string) => readonly Datum[],
): T => Object.fromEntries(Object.entries(theta).map(([name, list]) => [name, change(list, name)])) as unknown as T;

/** The same parameters with every number changed. */
export const mapEntries = <T extends Parameters<Datum>>(theta: T, change: (value: number) => number): T =>
  mapParameters(theta, (list) => list.map((entry) => (typeof entry === 'number' ? change(entry) : entry.map(change))));
