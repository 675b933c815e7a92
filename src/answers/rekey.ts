/** The same question with another key: what would be right had an earlier answer been. */

import type { NumberKey } from './judge-number.js';
import { solvedKey } from './number-key.js';
import { fromDouble, plus } from './rational.js';
import type { PreparedQuestion } from './prepared.js';

/** A value of the new key in reading order, known to within `doubt`. */
export type RekeyedEntry = { readonly value: number; readonly doubt: number };

/**
 * Puts other values in place of a key that the solver gave. Nothing where they do not fit: a wrong number of entries, numbers
 * that are not finite, an option that does not exist, or a kind of question (a formula) that has no such key.
 */
export const rekey = (prepared: PreparedQuestion, entries: readonly RekeyedEntry[]): PreparedQuestion | undefined => {
  const [first] = entries;
  if (first === undefined || !entries.every(({ value }) => Number.isFinite(value))) return undefined;
  switch (prepared.kind) {
    case 'number':
      return entries.length === 1 ? { ...prepared, key: replaced(prepared.key, first), others: [] } : undefined;
    case 'list':
    case 'table': {
      if (entries.length !== prepared.keys.length) return undefined;
      const keys = prepared.keys.map((key, index) => replaced(key, entries[index] ?? first));
      return prepared.kind === 'list' ? { ...prepared, keys, others: [] } : { ...prepared, keys };
    }
    case 'assignments':
      return entries.length === prepared.key.length
        ? { ...prepared, key: entries.map(({ value }) => value) }
        : undefined;
    case 'choice':
      return Object.hasOwn(prepared.question.answer.options, `${first.value}`)
        ? { ...prepared, key: `${first.value}` }
        : undefined;
    case 'formula':
      return undefined;
  }
};

/** Doubt is bounded by a third of the way to the right value, so that an answer between both is never taken for either. */
const replaced = (key: NumberKey, { value, doubt }: RekeyedEntry): NumberKey => {
  const plain = solvedKey(value, key.precision);
  const halfUnit = key.precision.decimals === undefined ? 0 : 0.5 * 10 ** -key.precision.decimals;
  const bounded = Math.min(doubt, Math.max(Math.abs(value - key.double) / 3, halfUnit));
  return { ...plain, slack: plus(plain.slack, fromDouble(bounded)) };
};
