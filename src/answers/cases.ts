/** Indices that range over numbers: with k: [1, 2], `pi_k` is `pi_1` or `pi_2`. */

import type { FormulaSpec } from '../types.js';

/** One choice of numbers for the letters, in words (`k = 1`), and the identities that it makes between symbols. */
export type IndexCase = { readonly label: string; readonly identities: readonly string[] };

type Values = readonly (readonly [letter: string, value: number])[];

/**
 * Every choice of numbers for the letters of an index, with `pi_k = pi_1` for each symbol whose other name is known, too. A symbol without
 * one, such as a `mu_k` where nothing is called `mu_1`, stays free: what then holds, holds for every value of it.
 */
export const casesOf = (index: FormulaSpec['index'], symbols: readonly string[]): readonly IndexCase[] => {
  const known = new Set(symbols);
  return choices(Object.entries(index ?? {})).map((values) => ({
    label: values.map(([letter, value]) => `${letter} = ${value}`).join(', '),
    identities: symbols.flatMap((name) => {
      const instance = instanceOf(name, values);
      return instance !== name && known.has(instance) ? [`${name} = ${instance}`] : [];
    }),
  }));
};

const choices = (letters: readonly (readonly [string, readonly number[]])[]): readonly Values[] => {
  const [first, ...others] = letters;
  if (first === undefined) return [];
  const [letter, values] = first;
  const rest = others.length === 0 ? [[]] : choices(others);
  return values.flatMap((value) => rest.map((more) => [[letter, value] as const, ...more]));
};

/** `gamma_k1` for k = 2 is `gamma_21`. */
const instanceOf = (name: string, values: Values): string => {
  const [base = '', ...indices] = name.split('_');
  const replaced = values.reduce((all, [letter, value]) => all.replaceAll(letter, `${value}`), indices.join('_'));
  return indices.length === 0 ? name : `${base}_${replaced}`;
};
