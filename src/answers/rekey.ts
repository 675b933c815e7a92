/** The same question with another key: what would be right had an earlier answer been. */

import type { NumberKey } from './judge-number.js';
import { solvedKey } from './number-key.js';
import { fromDouble, plus } from './rational.js';
import type { PreparedQuestion } from './prepared.js';

/** A value of the new key in reading order, known to within `doubt`, and the digits after the point in which it has to be met. */
export type RekeyedEntry = { readonly value: number; readonly doubt: number; readonly decimals: number };

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

/**
 * Whether numbers as they were read can be right under such entries, judged in doubles: quick, and never too strict. Where it says no,
 * there is no need to put the other key in place.
 */
export const mayFit = (
  prepared: PreparedQuestion,
  values: readonly number[],
  entries: readonly RekeyedEntry[],
): boolean => {
  const keys = prepared.kind === 'number' ? [prepared.key] : 'keys' in prepared ? prepared.keys : undefined;
  if (keys === undefined) return true;
  return (
    values.length === entries.length &&
    entries.every((entry, index) => {
      const key = keys[index];
      const given = values[index];
      return key !== undefined && given !== undefined && Math.abs(given - entry.value) <= reach(key, entry);
    })
  );
};

/** Digits beyond those asked count too: an answer that follows from another follows in all its digits. */
const precisionFor = ({ precision }: NumberKey, { decimals }: RekeyedEntry): NumberKey['precision'] =>
  precision.decimals === undefined ? precision : { ...precision, decimals: Math.max(precision.decimals, decimals) };

/** Doubt is bounded by a third of the way to the right value, so that an answer between both is never taken for either. */
const boundedDoubt = ({ double, precision: { decimals } }: NumberKey, { value, doubt }: RekeyedEntry): number => {
  const halfUnit = decimals === undefined ? 0 : 0.5 * 10 ** -decimals;
  return Math.min(doubt, Math.max(Math.abs(value - double) / 3, halfUnit));
};

/** Twice as far as doubt and precision allow together, which leaves rounding in doubles no say. */
const reach = (key: NumberKey, entry: RekeyedEntry): number => {
  const { decimals, tolerance = 0, relative = 0 } = precisionFor(key, entry);
  const unit = decimals === undefined ? tolerance + relative * Math.abs(entry.value) : 10 ** -decimals;
  return 2 * (boundedDoubt(key, entry) + unit + 1e-9 * (1 + Math.abs(entry.value)));
};

const replaced = (key: NumberKey, entry: RekeyedEntry): NumberKey => {
  const plain = solvedKey(entry.value, precisionFor(key, entry));
  return { ...plain, slack: plus(plain.slack, fromDouble(boundedDoubt(key, entry))) };
};
