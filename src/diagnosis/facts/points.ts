/** Values to try a formula at: inside the domains, the same for the same names. */

import type { Domain, Domains } from '../../types.js';
import type { Point } from './value-at.js';

/** Numbers in (0, 1), evenly spread, from the golden ratio: no seed, no clock. */
const spread = (i: number): number => ((i + 1) * 0.6180339887498949) % 1;

const within = (domain: Domain | undefined, share: number): number => {
  if (typeof domain === 'object') return domain[0] + (domain[1] - domain[0]) * share;
  return domain === 'positive' ? 0.2 + 3 * share : -3 + 6 * share;
};

export const pointsFor = (names: readonly string[], domains: Domains, count: number): readonly Point[] =>
  Array.from(
    { length: count },
    (_, p) => new Map(names.map((name, i) => [name, within(domains[name], spread(p * names.length * 7 + i * 3 + p))])),
  );

/** What makes denominators vanish where they should not: symbols that are equal, opposite, zero, or at an end of their domain. */
export const specialValues = (names: readonly string[], domains: Domains): readonly Point[] => {
  const inner = pointsFor(names, domains, 1)[0] ?? new Map<string, number>();
  const allowed = (name: string, value: number): boolean => {
    const domain = domains[name] ?? 'real';
    if (typeof domain === 'object') return domain[0] <= value && value <= domain[1];
    return domain === 'real' || value > 0;
  };
  const set = (...pairs: readonly (readonly [string, number])[]): readonly Point[] =>
    pairs.every(([name, value]) => allowed(name, value)) ? [new Map(pairs)] : [];
  const both = (sign: number): readonly Point[] =>
    names.flatMap((name, i) =>
      names.slice(i + 1).flatMap((other) => {
        const value = Number((inner.get(name) ?? 0).toPrecision(3));
        return set([name, value], [other, sign * value]);
      }),
    );
  return [...names.flatMap((name) => [0, 1].flatMap((value) => set([name, value]))), ...both(1), ...both(-1)];
};
