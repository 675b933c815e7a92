export { splitAtJoiners } from './joiners.js';

/** “Did you mean …?”, for field names, ids, symbols and commands alike. */

/**
 * The known word nearest to what was written, or nothing when none is near enough: case, hyphens, underscores and a plural s
 * are free, and one slip (a letter more, less, other, or two exchanged) is allowed for every three letters.
 */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  const written = plain(word.slice(0, longest));
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of known) {
    const target = plain(candidate);
    const allowed = Math.max(1, Math.floor(Math.min(target.length, written.length) / 3));
    if (Math.abs(target.length - written.length) > allowed) continue;
    const distance = slips(written, target);
    if (distance <= allowed && distance < bestDistance && distance < target.length) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
};

/** The question itself; the word stands in quotes, so that it is not read as one of the sentence. */
export const didYouMean = (near: string): string => `Did you mean “${near}”?`;

/** A sentence to append to a message: the nearest word, else the known ones (at most `most` of them). */
export const suggestion = (word: string, known: readonly string[], most = 12): string => {
  const near = nearest(word, known);
  if (near !== undefined) return didYouMean(near);
  const shown = known.slice(0, most).join(', ');
  return known.length === 0 ? '' : `Known: ${shown}${known.length > most ? ', …' : ''}.`;
};

/** Longer words are not slips of the pen; the cap bounds the work. */
const longest = 64;

const plain = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '')
    .replace(/s$/, '');

/** Optimal string alignment distance: Levenshtein's, with neighbours exchanged counting one. */
const slips = (a: string, b: string): number => {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current: number[] = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(least);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
};
