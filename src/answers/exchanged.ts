/** Right but for the names of the components: the same columns in another order, throughout. */

import { type NumberKey, judgeNumber } from './judge-number.js';
import type { ReadNumber } from './read-number.js';

/**
 * Whether the columns of the answer are those of the key in another order. Both are given in reading order with `columns`
 * entries a row; a list of K entries is one row. Columns are matched one to one, so equal ones match once each.
 */
export const exchangedColumns = (
  numbers: readonly (ReadNumber | undefined)[],
  keys: readonly NumberKey[],
  columns: number,
): boolean => {
  const rows = keys.length / columns;
  const free = new Set(Array.from({ length: columns }, (_, column) => column));
  const matches = (given: number, asked: number): boolean =>
    Array.from({ length: rows }, (_, row) => row * columns).every((first) => {
      const number = numbers[first + given];
      const key = keys[first + asked];
      return number !== undefined && key !== undefined && judgeNumber(number, key).right;
    });
  for (let given = 0; given < columns; given += 1) {
    const asked = [...free].find((column) => matches(given, column));
    if (asked === undefined) return false;
    free.delete(asked);
  }
  return true;
};

/**
 * Whether labels 1…K are those of the key under other names, throughout: each label of the key always stands as the same other
 * one. One label alone would fit any naming and proves nothing.
 */
export const exchangedLabels = (given: readonly number[], asked: readonly number[]): boolean => {
  const names = new Map<number, number>();
  for (const [index, label] of asked.entries()) {
    const name = given[index];
    if (name === undefined || (names.get(label) ?? name) !== name) return false;
    names.set(label, name);
  }
  const used = new Set(names.values());
  return names.size > 1 && used.size === names.size && given.some((label, index) => label !== asked[index]);
};
