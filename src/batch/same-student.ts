import { type BatchNote, count, formatCount, type Skipped } from '../report/index.js';
import type { Entries } from './entries.js';
import type { PathNames } from './path-names.js';
import { labelOf, type Places } from './places.js';

/** What becomes of several entries that go by one name: those that are taken as one student's attempts, those that are not, and what to say. */
export type Judged = {
  readonly attempts: readonly number[];
  readonly refused: readonly Skipped[];
  readonly note: BatchNote | undefined;
};

/**
 * Whether entries of one name are attempts of one student. Files that say so themselves are. Files that go by where they lie are, if they lie
 * under one name, or if each is another attempt; else they may be two people's, and none of them counts until somebody says whose they are.
 */
export const judgeAttempts = (
  group: readonly number[],
  entries: Entries,
  places: Places,
  names: PathNames,
  problem: string,
): Judged => {
  const { students, attempts } = entries;
  const label = (entry: number): string => labelOf(places, entries.places[entry] ?? 0);
  const unsaid = group.filter((entry) => entries.unsaid.has(entry));
  const seats = unsaid.map((entry) => names(places.paths[entries.places[entry] ?? 0] ?? '').seat);
  const areApart = new Set(seats).size > 1;
  const hasTwice = (list: readonly number[]): boolean => new Set(list.map((each) => attempts[each])).size < list.length;
  const refused = areApart && hasTwice(unsaid) ? unsaid : [];
  const taken = group.filter((entry) => !refused.includes(entry));
  const [first = 0] = taken;
  const files = taken.map((entry) => `${label(entry)} (attempt ${attempts[entry] ?? 0})`);
  const shown = files.length > 6 ? [...files.slice(0, 6), `${formatCount(files.length - 6)} more`] : files;
  const note = (why: string): BatchNote => ({
    file: label(first),
    kind: 'same-attempt',
    message: `${formatCount(taken.length)} files are from ${students[first] ?? ''} for ${problem}: ${shown.join(', ')}. ${why}`,
  });
  return {
    attempts: taken,
    refused: refused.map((entry) => ({
      file: label(entry),
      kind: 'unreadable',
      reason: `${callAlike(refused.filter((other) => other !== entry).map(label))} Add "student" to each; if they are one student's, add "attempt": 1, 2, … too.`,
      student: students[entry] ?? '',
    })),
    note: hasTwice(taken)
      ? note('They were taken as attempts in the order of their attempt numbers, then times, then names.')
      : areApart && refused.length === 0
        ? note('They do not say whose they are; by their attempt numbers they were taken to be from one student.')
        : undefined,
  };
};

const callAlike = ([other = '', ...more]: readonly string[]): string =>
  `It does not say whose it is, and goes by the same name as ${other}${more.length === 0 ? '' : ` and ${count(more.length, 'other')}`}: they may be from different students.`;
