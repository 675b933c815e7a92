import type { Verdict } from '../types.js';
import { isOpenVerdict, isUnknown, type Row } from './row.js';

/**
 * Classical item analysis of one question (Crocker & Algina, Introduction to Classical and Modern Test Theory, ch. 14).
 * Answers that nobody has decided yet count in `verdicts`, but in neither index. What being late took off is added
 * again: it says nothing of the question, and would make every answer go together with every other.
 */
export type Item = {
  readonly id: string;
  readonly possible: number;
  readonly verdicts: { readonly [V in Verdict]: number };
  /** Mean share of the points earned; of ungraded questions, the share that is right. */
  readonly facility: number | undefined;
  /** Correlation of the share earned with the points on the rest of the homework; absent where either never varies. */
  readonly discrimination: number | undefined;
  /** How many students the correlation is of: those for whom all points are known. */
  readonly students: number;
};

/** Students below whom a correlation says nothing. */
const leastStudents = 10;

/** Between which values the discrimination lies, give or take so many standard errors (Fisher 1915); nothing for too few students. */
export const discriminationWithin = (
  { discrimination, students }: Pick<Item, 'discrimination' | 'students'>,
  errors: number,
): readonly [low: number, high: number] | undefined => {
  if (discrimination === undefined || students < leastStudents) return undefined;
  const [middle, step] = [Math.atanh(discrimination), errors / Math.sqrt(students - 3)];
  return [Math.tanh(middle - step), Math.tanh(middle + step)];
};

/** A row, made ready to be counted for any number of students. */
export type CountedRow = (students: number) => void;

export type ItemAnalysis = { readonly prepare: (row: Row) => CountedRow; readonly result: () => readonly Item[] };

/** How often a share was earned together with so many points on the rest; these are not known where an answer is open. */
type Pair = { readonly share: number; readonly rest: number | undefined; students: number };
type GrowingItem = {
  readonly possible: number;
  readonly verdicts: { [V in Verdict]: number };
  readonly pairs: Map<string, Pair>;
};

type Sums = { n: number; x: number; xx: number; y: number; yy: number; xy: number };

/** In one order, whatever the order of the students: the last digit of a sum depends on it. */
const inOneOrder = ({ pairs }: GrowingItem): readonly Pair[] =>
  [...pairs.values()].sort((a, b) => a.share - b.share || (a.rest ?? -1) - (b.rest ?? -1));

const meanShare = (pairs: readonly Pair[]): number | undefined => {
  let [n, sum] = [0, 0];
  for (const { share, students } of pairs) {
    n += students;
    sum += students * share;
  }
  return n > 0 ? sum / n : undefined;
};

const sumsOf = (pairs: readonly Pair[]): Sums => {
  const sums = { n: 0, x: 0, xx: 0, y: 0, yy: 0, xy: 0 };
  for (const { share, rest, students } of pairs) {
    if (rest === undefined) continue;
    sums.n += students;
    sums.x += students * share;
    sums.xx += students * share * share;
    sums.y += students * rest;
    sums.yy += students * rest * rest;
    sums.xy += students * share * rest;
  }
  return sums;
};

const correlation = ({ n, x, xx, y, yy, xy }: Sums): number | undefined => {
  const varianceX = n * xx - x * x;
  const varianceY = n * yy - y * y;
  // Rounding leaves a trace of variance where there is none.
  if (n < 3 || varianceX <= 1e-9 * n * xx || varianceY <= 1e-9 * n * yy) return undefined;
  return Math.max(-1, Math.min(1, (n * xy - x * y) / Math.sqrt(varianceX * varianceY)));
};

/** Gathers what a class earned, row by row; memory is a few records a question, whatever the class. */
export const createItemAnalysis = (): ItemAnalysis => {
  const items = new Map<string, GrowingItem>();
  const itemOf = (id: string, possible: number): GrowingItem => {
    const known = items.get(id) ?? {
      possible,
      verdicts: { correct: 0, partial: 0, incorrect: 0, ungradable: 0, undecided: 0, blank: 0 },
      pairs: new Map<string, Pair>(),
    };
    items.set(id, known);
    return known;
  };
  const pairOf = ({ pairs }: GrowingItem, share: number, rest: number | undefined): Pair => {
    const key = `${share} ${rest ?? ''}`;
    const pair = pairs.get(key) ?? { share, rest, students: 0 };
    pairs.set(key, pair);
    return pair;
  };
  return {
    prepare: (row) => {
      const isWaiting = isUnknown(row);
      const all = row.earned + row.lost;
      const counted = row.questions.map(({ id, verdict, earned, lost, possible }) => {
        const item = itemOf(id, possible);
        // Who left out a question that does not count has not got it wrong.
        const counts = !isOpenVerdict(verdict) && !(possible === 0 && verdict === 'blank');
        const worth = earned + lost;
        const share = possible > 0 ? worth / possible : verdict === 'correct' ? 1 : 0;
        return {
          verdicts: item.verdicts,
          verdict,
          pair: counts ? pairOf(item, share, isWaiting ? undefined : all - worth) : undefined,
        };
      });
      return (students) => {
        for (const { verdicts, verdict, pair } of counted) {
          verdicts[verdict] += students;
          if (pair !== undefined) pair.students += students;
        }
      };
    },
    result: () =>
      [...items].map(([id, item]) => {
        const pairs = inOneOrder(item);
        const sums = sumsOf(pairs);
        return {
          id,
          possible: item.possible,
          verdicts: { ...item.verdicts },
          facility: meanShare(pairs),
          discrimination: correlation(sums),
          students: sums.n,
        };
      }),
  };
};

/** The items of a class that is at hand as a whole. */
export const analyseItems = (rows: Iterable<Row>): readonly Item[] => {
  const analysis = createItemAnalysis();
  for (const row of rows) analysis.prepare(row)(1);
  return analysis.result();
};
