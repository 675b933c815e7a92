import type { Domain, Domains } from '../../types.js';

/** Symbols and their values. */
export type Point = { readonly [symbol: string]: number };

/** Points that fill the domains evenly (multiples of irrational numbers, modulo one), none of them special. */
export const sample = (names: readonly string[], domains: Domains, trial: number): Point =>
  Object.fromEntries(names.map((name, index) => [name, valueIn(domains[name] ?? 'real', trial, index)]));

const valueIn = (domain: Domain, trial: number, index: number): number => {
  const share = ((trial + 1) * Math.sqrt(primes[index % primes.length] ?? 2)) % 1;
  if (domain === 'real') return round((share - 0.5) * 10);
  if (domain === 'positive') return round(0.01 + share * 5);
  const [low, high] = domain;
  return round(low + (high - low) * (0.01 + 0.98 * share));
};

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] as const;
const round = (value: number): number => Number(value.toPrecision(3));
