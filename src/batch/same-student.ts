import { type BatchNote, count, formatCount, type Skipped } from '../report/index.js';
import { maxAttempt } from '../submission/index.js';
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
 * More than anybody can hand in are nobody's.
 */
export const judgeAttempts = (
  group: readonly number[],
  entries: Entries,
  places: Places,
  names: PathNames,
  problem: string,
): Judged => {
  const { attempts } = entries;
  const label = (entry: number): string => labelOf(places, entries.places[entry] ?? 0);
  const hasTwice = (list: readonly number[]): boolean => new Set(list.map((each) => attempts[each])).size < list.length;
  const [first = 0] = group;
  const student = entries.students[first] ?? '';
  const refuse = (entry: number, reason: string): Skipped => ({
    file: label(entry),
    kind: 'unreadable',
    reason,
    student,
  });
  if (group.length > maxAttempt)
    return { attempts: [], refused: [refuse(first, tooMany(group.length, student, problem))], note: undefined };

  const unsaid = group.filter((entry) => entries.unsaid.has(entry));
  const areApart = new Set(unsaid.map((entry) => names(places.paths[entries.places[entry] ?? 0] ?? '').seat)).size > 1;
  const refused = areApart && hasTwice(unsaid) ? unsaid : [];
  const taken = refused.length === 0 ? group : group.filter((entry) => !entries.unsaid.has(entry));
  const why = hasTwice(taken) ? byOrder : areApart && refused.length === 0 ? byNumber : undefined;
  const files = taken.slice(0, mostFiles).map((entry) => `${label(entry)} (attempt ${attempts[entry] ?? 0})`);
  if (taken.length > mostFiles) files.push(`${formatCount(taken.length - mostFiles)} more`);
  return {
    attempts: taken,
    refused: refused.map((entry) => {
      const other = refused.find((each) => each !== entry) ?? entry;
      return refuse(entry, mayBeAnothers(label(other), refused.length - 2));
    }),
    note:
      why === undefined
        ? undefined
        : {
            file: label(taken[0] ?? 0),
            kind: 'same-attempt',
            message: `${formatCount(taken.length)} files are from ${student} for ${problem}: ${files.join(', ')}. ${why}`,
          },
  };
};

/** More of them help nobody. */
const mostFiles = 6;

const byOrder = 'They were taken as attempts in the order of their attempt numbers, then times, then names.';
const byNumber = 'They do not say whose they are; by their attempt numbers they were taken to be from one student.';

const tooMany = (files: number, student: string, problem: string): string =>
  `${formatCount(files)} files are from ${student} for ${problem}, and ${formatCount(maxAttempt)} at most are taken. Check what made them.`;

const mayBeAnothers = (file: string, others: number): string =>
  `It does not say whose it is, and goes by the same name as ${file}${others === 0 ? '' : ` and ${count(others, 'other')}`}: they may be from different students. Add "student" to each; if they are one student's, add "attempt": 1, 2, … too.`;
