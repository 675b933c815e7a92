import { functionNamed } from './functions.js';
import { isGreekName } from './greek.js';

const accents = ['hat', 'bar', 'tilde'] as const;

/** A letter and the shortest accent. */
export const shortestAccented = 4;

export type Accent = (typeof accents)[number];

export const isAccent = (word: string): word is Accent => word === 'hat' || word === 'bar' || word === 'tilde';

/** A name in parts: `hatmu_k` is mu, under a hat, with the index k. */
export type NameParts = { readonly accent: string; readonly base: string; readonly index: string };

/** A letter or a Greek letter's name: what an accent can stand on. */
const isLetterName = (word: string): boolean => word.length === 1 || isGreekName(word);

/** `hatmu` and `muhat` are a letter under an accent; other words stand for themselves. */
export const splitAccent = (word: string): { readonly accent: string; readonly base: string } => {
  if (word.length < shortestAccented) return { accent: '', base: word };
  for (const accent of accents) {
    if (word.length > accent.length) {
      const after = word.slice(accent.length);
      if (word.startsWith(accent) && isLetterName(after)) return { accent, base: after };
      const before = word.slice(0, -accent.length);
      if (word.endsWith(accent) && isLetterName(before)) return { accent, base: before };
    }
  }
  return { accent: '', base: word };
};

/** Takes a name apart. `mu_hat_k`, `muhat_k` and `hat_mu_k` are all hatmu_k. */
export const partsOfName = (base: string, indices: readonly string[]): NameParts => {
  const kept: string[] = [];
  let over = '';
  for (const index of indices) {
    if (index.length < 3) {
      kept.push(index);
      continue;
    }
    const accent = accents.find((mark) => index.length > mark.length && index.endsWith(mark));
    if (isAccent(index)) over += index;
    else if (accent && !functionNamed(index)) {
      over += accent;
      kept.push(index.slice(0, -accent.length));
    } else kept.push(index);
  }
  const [letter = '', ...rest] = kept;
  if (isAccent(base) && /^[A-Za-z]/.test(letter)) {
    return { accent: over + base, base: letter, index: rest.join('') };
  }
  const own = splitAccent(base);
  return { accent: over + own.accent, base: own.base, index: kept.join('') };
};

/** The parts of a name as it stands in a formula. */
export const partsOf = (name: string): NameParts => {
  const [base = '', ...indices] = name.split('_');
  return partsOfName(base, indices);
};

export const nameFrom = (parts: NameParts): string => `${parts.accent}${parts.base}${parts.index && `_${parts.index}`}`;

/** A name such as sigma_1_new, kept as an author or student wrote it. */
export const hasManyIndices = (name: string): boolean => name.indexOf('_') !== name.lastIndexOf('_');

/** One spelling for all spellings of a name. */
export const canonicalName = (name: string): string => nameFrom(partsOf(name));
