import { createItemAnalysis, type Item } from './item-analysis.js';
import { isOpen, needing, type Row } from './row.js';

/** Lists on the class page end after so many entries and say how many are left out: a page of a megabyte is not read. */
export const mostListed = 500;

/** A list that keeps its first entries and counts all of them. */
export type Listed<T> = { readonly first: readonly T[]; readonly total: number };

export type CauseSummary = {
  readonly ids: readonly string[];
  readonly certain: number;
  readonly students: Listed<string>;
  /** How many answers to each question it explains. */
  readonly explains: ReadonlyMap<string, number>;
};

export type WrongGroup = { readonly question: string; readonly text: string; readonly students: Listed<string> };

export type ReviewEntry = {
  readonly student: string;
  readonly page: string;
  readonly question: string;
  readonly verdict: 'undecided' | 'ungradable';
};

export type StudentLine = {
  readonly student: string;
  readonly page: string;
  readonly earned: number;
  readonly possible: number;
  readonly open: boolean;
};

/** All that the class page says of one problem. */
export type ClassSummary = {
  readonly students: number;
  readonly open: number;
  readonly possible: number;
  readonly points: ReadonlyMap<number, number>;
  readonly items: readonly Item[];
  readonly causes: readonly CauseSummary[];
  readonly wrong: readonly WrongGroup[];
  readonly rareWrong: number;
  readonly review: Listed<ReviewEntry>;
  readonly lines: Listed<StudentLine>;
};

type Growing<T> = { first: T[]; total: number };
const add = <T>(list: Growing<T>, entry: T): void => {
  list.total++;
  if (list.first.length < mostListed) list.first.push(entry);
};
const isFull = (list: Growing<unknown>): boolean => list.first.length >= mostListed;

const mostGroups = 4000;
const mostCounted = 4000;
const shownGroups = 40;

/** Largest first; what is as large stands in the order in which it came. */
const bySize = (a: { readonly students: Listed<string> }, b: { readonly students: Listed<string> }): number =>
  b.students.total - a.students.total;

type GrowingCause = {
  readonly ids: readonly string[];
  certain: number;
  readonly students: Growing<string>;
  readonly explains: Map<string, number>;
};
type GrowingGroup = {
  readonly question: string;
  readonly text: string;
  readonly students: Growing<string>;
};

/** Counts a row that was made ready for one more student. */
export type CountRow = (student: string, page: () => string) => void;

export type GrowingSummary = {
  /** Makes a row ready to be counted, for all students who have it. */
  readonly prepare: (row: Row) => CountRow;
  readonly add: (row: Row, page: string) => void;
  readonly result: () => ClassSummary;
};

/**
 * Gathers the summary from the rows of one problem, given in the order of the students. What it holds is bounded:
 * lists keep their first entries, and when too many different wrong answers are open the rarest are let go, so that a
 * group's size can only be understated.
 */
export const createClassSummary = (): GrowingSummary => {
  const items = createItemAnalysis();
  const points = new Map<number, number>();
  const causes = new Map<string, GrowingCause>();
  const wrong = new Map<string, GrowingGroup>();
  const review: Growing<ReviewEntry> = { first: [], total: 0 };
  const lines: Growing<StudentLine> = { first: [], total: 0 };
  let open = 0;
  let possible = 0;
  let rareWrong = 0;

  /** Rows that students were counted for: what follows from their numbers alone is added later, for all of them at once. */
  let counted: (() => void)[] = [];
  const settle = (): void => {
    for (const addUp of counted) addUp();
    counted = [];
  };

  const causesOf = (
    row: Row,
  ): readonly { readonly cause: GrowingCause; readonly certain: boolean; readonly explains: readonly string[] }[] =>
    row.causes.map(({ ids, certain, explains }) => {
      const key = ids.join(' ');
      const cause = causes.get(key) ?? { ids, certain: 0, students: { first: [], total: 0 }, explains: new Map() };
      causes.set(key, cause);
      return { cause, certain, explains };
    });
  const addWrong = (id: string, question: string, text: string, student: string): void => {
    const group = wrong.get(id) ?? { question, text, students: { first: [], total: 0 } };
    wrong.set(id, group);
    add(group.students, student);
  };
  const forgetRare = (): void => {
    for (let size = 1; wrong.size > mostGroups; size++) {
      for (const [id, group] of wrong) {
        if (group.students.total > size) continue;
        wrong.delete(id);
        rareWrong += group.students.total;
      }
    }
  };

  const prepare = (row: Row): CountRow => {
    const countItems = items.prepare(row);
    const isRowOpen = isOpen(row);
    const seen = causesOf(row);
    const unexplained = row.unexplained.map(({ question, key, text }) => ({
      id: `${question}\n${key}`,
      question,
      text,
    }));
    const waiting = (['undecided', 'ungradable'] as const).flatMap((verdict) =>
      needing(row, verdict).map((question) => ({ question, verdict })),
    );
    possible = Math.max(possible, row.possible);
    let students = 0;
    const addUp = (): void => {
      countItems(students);
      points.set(row.earned, (points.get(row.earned) ?? 0) + students);
      if (isRowOpen) open += students;
      for (const { cause, certain, explains } of seen) {
        if (certain) cause.certain += students;
        cause.students.total += students;
        for (const question of explains) cause.explains.set(question, (cause.explains.get(question) ?? 0) + students);
      }
      review.total += students * waiting.length;
      lines.total += students;
      students = 0;
    };
    return (student, page) => {
      if (students === 0) counted.push(addUp);
      students++;
      for (const { cause } of seen) if (!isFull(cause.students)) cause.students.first.push(student);
      for (const { id, question, text } of unexplained) addWrong(id, question, text, student);
      if (wrong.size > mostGroups) forgetRare();
      for (const each of waiting) if (!isFull(review)) review.first.push({ student, page: page(), ...each });
      if (!isFull(lines))
        lines.first.push({ student, page: page(), earned: row.earned, possible: row.possible, open: isRowOpen });
      if (counted.length >= mostCounted) settle();
    };
  };

  return {
    prepare,
    add: (row, page) => prepare(row)(row.student, () => page),
    result: () => {
      settle();
      const groups = [...wrong.values()].sort(bySize);
      return {
        students: lines.total,
        open,
        possible,
        points,
        items: items.result(),
        causes: [...causes.values()].sort(bySize),
        wrong: groups.slice(0, shownGroups),
        rareWrong: rareWrong + groups.slice(shownGroups).reduce((sum, group) => sum + group.students.total, 0),
        review,
        lines,
      };
    },
  };
};
