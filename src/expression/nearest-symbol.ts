import { nearest } from '../spelling/index.js';
import { functionNamed } from './functions.js';
import { partsOf } from './name-parts.js';

/**
 * What an unknown name was probably meant to be, as text to put in its place: one of the symbols offered
 * (`gama_k1` → `gamma_k1`, `mu_k` → `hatmu_k`), or several written together (`gamma_k1x_1` → `gamma_k1*x_1`,
 * `lnx` → `ln(x)`). Nothing where nothing is near, or several are equally near.
 */
export const nearestSymbol = (name: string, offered: readonly string[]): string | undefined =>
  sameLetters(name, offered) ?? sameUnderAccent(name, offered) ?? glued(name, offered) ?? misspelt(name, offered);

const plain = (name: string): string => name.replaceAll('_', '');

/** Case and underscores apart, the same. */
const sameLetters = (name: string, offered: readonly string[]): string | undefined =>
  only(offered.filter((symbol) => plain(symbol).toLowerCase() === plain(name).toLowerCase()));

/** The same letter and index, with or without a hat. */
const sameUnderAccent = (name: string, offered: readonly string[]): string | undefined => {
  const { base, index } = partsOf(name);
  return only(
    offered.filter((symbol) => {
      const parts = partsOf(symbol);
      return parts.base === base && parts.index === index;
    }),
  );
};

/** Symbols (and a function before them) written without signs between: all of the name has to be used up. */
const glued = (name: string, offered: readonly string[]): string | undefined => {
  const letters = plain(name);
  for (let length = Math.min(letters.length - 1, 5); length >= 2; length--) {
    const word = letters.slice(0, length);
    const argument = functionNamed(word) && factorsIn(letters.slice(length), offered);
    if (argument) return `${word}(${argument.join('*')})`;
  }
  const factors = factorsIn(letters, offered);
  return factors && factors.length > 1 ? factors.join('*') : undefined;
};

/** The letters as a row of symbols, longer symbols first; dead ends are remembered, so the work stays small. */
const factorsIn = (letters: string, offered: readonly string[]): readonly string[] | undefined => {
  const symbols = offered
    .filter((symbol) => plain(symbol) !== '')
    .toSorted((a, b) => plain(b).length - plain(a).length);
  const deadEnds = new Set<number>();
  const from = (start: number): readonly string[] | undefined => {
    if (start === letters.length) return [];
    if (deadEnds.has(start)) return undefined;
    for (const symbol of symbols) {
      const rest = letters.startsWith(plain(symbol), start) ? from(start + plain(symbol).length) : undefined;
      if (rest) return [symbol, ...rest];
    }
    deadEnds.add(start);
    return undefined;
  };
  return from(0);
};

/** The one symbol a slip of the pen away; of two that are equally near the one with the same first letter, else none. */
const misspelt = (name: string, offered: readonly string[]): string | undefined => {
  const near = only(nearestOf(name, offered));
  if (near !== undefined) return near;
  return only(
    nearestOf(
      name,
      offered.filter((symbol) => symbol[0]?.toLowerCase() === name[0]?.toLowerCase()),
    ),
  );
};

/** The nearest, from either end: two where several are equally near. */
const nearestOf = (name: string, offered: readonly string[]): readonly string[] => [
  ...new Set([nearest(name, offered), nearest(name, offered.toReversed())].filter((symbol) => symbol !== undefined)),
];

const only = (names: readonly string[]): string | undefined => (names.length === 1 ? names[0] : undefined);
