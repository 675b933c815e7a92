import { compare, compileFormula, evaluateAt, type Setting } from '../../equivalence/index.js';
import { symbolsOf } from '../../expression/index.js';
import type { Domains, Expr } from '../../types.js';
import { type Pole, poleOf } from './poles.js';
import { sample } from './sample.js';

/** Whether a reference formula has a value: everywhere in its domains, nowhere, not at the values given, or not where a part of it is zero. */
export type ValueReport =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'gap'; readonly at: { readonly [symbol: string]: number } }
  | { readonly kind: 'pole'; readonly pole: Pole };

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
    const at = sample(names, domains, trial);
    if (evaluateAt(expr, at).kind === 'undefined') return { kind: 'gap', at };
  }
  const pole = poleOf(expr, domains);
  return pole === undefined ? { kind: 'everywhere' } : { kind: 'pole', pole };
};
