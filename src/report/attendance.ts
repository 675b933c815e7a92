import { listNames } from './list-names.js';
import { count } from './numbers.js';
import type { Roster, RosterEntry } from './roster.js';

/** Who of a roster handed something in. */
export type Attendance = {
  readonly mark: (student: string) => void;
  /** Who did not, in a sentence; nothing where all did. */
  readonly missing: () => string | undefined;
};

export const takeAttendance = (roster: Roster): Attendance => {
  const present = new Set<RosterEntry>();
  return {
    mark: (student) => {
      const match = roster.match(student);
      if (match.kind === 'found') present.add(match.entry);
      // Nobody knows which of them it was, so none of them can be missed.
      if (match.kind === 'ambiguous') for (const entry of match.entries) present.add(entry);
    },
    missing: () => {
      const absent = roster.entries.filter((entry) => !present.has(entry));
      return absent.length === 0
        ? undefined
        : `${count(absent.length, 'student')} in it handed in nothing: ${listNames(absent.map(roster.idOf))}.`;
    },
  };
};
