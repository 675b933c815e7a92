import { createItemAnalysis, type Item } from './item-analysis.js';
import { type Listed, mostListed } from './listed.js';
import { createLowest, type StudentLine } from './lowest.js';
import { isOpen, type Row } from './row.js';
import { createWaitingList, type Waiting } from './waiting.js';

export type CauseSummary = {
  readonly ids: readonly string[];
  readonly certain: number;
  readonly students: Listed<string>;
  /** How many answers to each question it explains. */
  readonly explains: ReadonlyMap<string, number>;
};

export type WrongGroup = { readonly question: string; readonly text: string; readonly students: Listed<string> };

/** All that the class page says of one problem. */
export type ClassSummary = {
  readonly students: number;
  /** For whom some points are not known yet. */
  readonly open: number;
  readonly possible: number;
  /** Students by their points: those for whom all are known, and the others as far as they are. */
  readonly points: ReadonlyMap<number, number>;
  readonly openPoints: ReadonlyMap<number, number>;
  /** Who handed in late and lost points by it, and how many points they lost together. */
  readonly late: { readonly students: number; readonly lost: number };
  readonly items: readonly Item[];
  readonly causes: readonly CauseSummary[];
  readonly wrong: readonly WrongGroup[];
  readonly rareWrong: number;
  /** What a person has to look at. */
  readonly waiting: Waiting;
  readonly lines: Listed<StudentLine>;
};

type Growing<T> = { first: T[]; total: number };
const add = <T>(list: Growing<T>, entry: T): void => {
  list.total++;
  if (list.first.length < mostListed) list.first.push(entry);
};
const isFull = (list: Growing<unknown>): boolean => list.first.length >= mostListed;

const addTo = (counts: Map<number, number>, value: number, students: number): void =>
  void counts.set(value, (counts.get(value) ?? 0) + students);

/** In one order, so that the last digit of the sum does not depend on that of the students. */
const lateOf = (lateRows: ReadonlyMap<number, number>): ClassSummary['late'] => {
  let [total, lost] = [0, 0];
  for (const [each, students] of [...lateRows].sort(([a], [b]) => a - b)) {
    total += students;
    lost += each * students;
  }
  return { students: total, lost };
};

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
  const openPoints = new Map<number, number>();
  const lateRows = new Map<number, number>();
  const causes = new Map<string, GrowingCause>();
  const wrong = new Map<string, GrowingGroup>();
  const waiting = createWaitingList();
  const lines = createLowest();
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
    const waits = waiting.prepare(row);
    possible = Math.max(possible, row.possible);
    let students = 0;
    const addUp = (): void => {
      countItems(students);
      addTo(isRowOpen ? openPoints : points, row.earned, students);
      if (isRowOpen) open += students;
      if (row.lost > 0) addTo(lateRows, row.lost, students);
      for (const { cause, certain, explains } of seen) {
        if (certain) cause.certain += students;
        cause.students.total += students;
        for (const question of explains) cause.explains.set(question, (cause.explains.get(question) ?? 0) + students);
      }
      waits.count(students);
      students = 0;
    };
    return (student, page) => {
      if (students === 0) counted.push(addUp);
      students++;
      for (const { cause } of seen) if (!isFull(cause.students)) cause.students.first.push(student);
      for (const { id, question, text } of unexplained) addWrong(id, question, text, student);
      if (wrong.size > mostGroups) forgetRare();
      waits.name(student, page);
      lines.add(student, page, row, isRowOpen);
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
        students: lines.total(),
        open,
        possible,
        points,
        openPoints,
        late: lateOf(lateRows),
        items: items.result(),
        causes: [...causes.values()].sort(bySize),
        wrong: groups.slice(0, shownGroups),
        rareWrong: rareWrong + groups.slice(shownGroups).reduce((sum, group) => sum + group.students.total, 0),
        waiting: waiting.result(),
        lines: lines.result(),
      };
    },
  };
};
