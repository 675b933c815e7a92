import { compare, compileFormula, evaluateAt, type Setting } from '../../equivalence/index.js';
import { symbolsOf } from '../../expression/index.js';
import type { Domain, Domains, Expr } from '../../types.js';

/** Whether a reference formula has a value: everywhere in its domains, nowhere, or not at the values given. */
export type ValueReport =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'gap'; readonly at: { readonly [symbol: string]: number } };

const trials = 60;

/** Tries values from all over the domains; where the identities leave no freedom, they alone decide. */
export const whereItHasAValue = (expr: Expr, domains: Domains, setting: Setting): ValueReport => {
  const itself = compare(compileFormula(expr, setting), expr);
  if (itself.verdict !== 'equal') return { kind: 'nowhere' };
  const names = symbolsOf(expr);
  // Values that ignore an identity prove nothing about a formula that relies on it.
  const bound = new Set(setting.identities.flatMap(({ left, right }) => [...symbolsOf(left), ...symbolsOf(right)]));
  if (names.some((name) => bound.has(name))) return { kind: 'everywhere' };
  for (let trial = 0; trial < trials; trial += 1) {
    const at = Object.fromEntries(names.map((name, index) => [name, sample(domains[name] ?? 'real', trial, index)]));
    if (evaluateAt(expr, at).kind === 'undefined') return { kind: 'gap', at };
  }
  return { kind: 'everywhere' };
};

/** Points that fill the domain evenly (multiples of irrational numbers, modulo one), none of them special. */
const sample = (domain: Domain, trial: number, index: number): number => {
  const share = ((trial + 1) * Math.sqrt(primes[index % primes.length] ?? 2)) % 1;
  if (domain === 'real') return round((share - 0.5) * 10);
  if (domain === 'positive') return round(0.01 + share * 5);
  const [low, high] = domain;
  return round(low + (high - low) * (0.01 + 0.98 * share));
};

const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29] as const;
const round = (value: number): number => Number(value.toPrecision(3));
