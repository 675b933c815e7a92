import { byCodepoint, byName } from '../report/index.js';
import type { Entries } from './entries.js';

/** One student's entry for one problem, or several of them. */
export type Group = number | readonly number[];

export const isSeveral = (group: Group): group is readonly number[] => typeof group !== 'number';

/** The entries in order of student and problem, several attempts together. `problemOf`: the id of a sheet's problem. */
export const groupByStudent = (entries: Entries, problemOf: (sheet: number) => string): readonly Group[] => {
  const { students, sheets, attempts, places } = entries;
  const problemAt = (entry: number): string => problemOf(sheets[entry] ?? 0);
  const compare = (a: number, b: number): number =>
    byName(students[a] ?? '', students[b] ?? '') || byCodepoint(problemAt(a), problemAt(b));
  const order = sorted(
    Array.from({ length: students.length }, (_, entry) => entry),
    (a, b) => compare(a, b) || (attempts[a] ?? 0) - (attempts[b] ?? 0) || (places[a] ?? 0) - (places[b] ?? 0),
  );
  const groups: Group[] = [];
  for (let start = 0; start < order.length;) {
    const first = order[start] ?? 0;
    let end = start + 1;
    while (end < order.length && compare(first, order[end] ?? 0) === 0) end++;
    groups.push(end - start === 1 ? first : order.slice(start, end));
    start = end;
  }
  return groups;
};

/** What stands in order already is left alone. */
const sorted = (list: readonly number[], compare: (a: number, b: number) => number): readonly number[] => {
  for (let i = 1; i < list.length; i++) if (compare(list[i - 1] ?? 0, list[i] ?? 0) > 0) return list.toSorted(compare);
  return list;
};
