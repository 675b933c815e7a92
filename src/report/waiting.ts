import { type Listed, mostListed } from './listed.js';
import type { Row } from './row.js';

/** An answer that a person has to look at; one look is enough for all students who wrote the same. */
export type WaitingGroup = {
  readonly question: string;
  readonly verdict: 'undecided' | 'ungradable';
  readonly text: string;
  readonly why: string;
  readonly students: Listed<WaitingStudent>;
};

export type WaitingStudent = { readonly student: string; readonly page: string };

/** The largest groups first; `answers` counts all, also those in no group that is listed. */
export type Waiting = { readonly groups: readonly WaitingGroup[]; readonly answers: number };

type GrowingGroup = Omit<WaitingGroup, 'students'> & { readonly first: WaitingStudent[]; total: number };

/** Names on the whole list: of a large class whose files are all broken the page stays one that can be read. */
const mostNames = 4 * mostListed;

export type WaitingList = {
  /** Makes the answers of a row ready to be counted for the students who have it. */
  readonly prepare: (row: Row) => {
    /** Notes who has them, as long as there is room. */
    readonly name: (student: string, page: () => string) => void;
    /** Counts so many students. */
    readonly count: (students: number) => void;
  };
  readonly result: () => Waiting;
};

/** Gathers what waits, from rows in the order of the students. Groups are listed in the order in which they come, as many as fit. */
export const createWaitingList = (): WaitingList => {
  const groups = new Map<string, GrowingGroup>();
  let answers = 0;
  let names = 0;
  const groupsOf = (row: Row): readonly GrowingGroup[] =>
    row.waiting.flatMap(({ question, text, why }) => {
      const verdict = row.questions.find(({ id }) => id === question)?.verdict;
      if (verdict !== 'undecided' && verdict !== 'ungradable') return [];
      const key = JSON.stringify([question, verdict, text.trim().replace(/\s+/g, ' ')]);
      const known = groups.get(key);
      if (known !== undefined) return [known];
      if (groups.size >= mostListed) return [];
      const group: GrowingGroup = { question, verdict, text, why, first: [], total: 0 };
      groups.set(key, group);
      return [group];
    });
  return {
    prepare: (row) => {
      const found = groupsOf(row);
      return {
        name: (student, page) => {
          for (const { first } of found) {
            if (names >= mostNames) return;
            first.push({ student, page: page() });
            names += 1;
          }
        },
        count: (students) => {
          answers += students * row.waiting.length;
          for (const group of found) group.total += students;
        },
      };
    },
    result: () => ({
      groups: [...groups.values()]
        .sort((a, b) => b.total - a.total)
        .map(({ first, total, ...group }) => ({ ...group, students: { first, total } })),
      answers,
    }),
  };
};
