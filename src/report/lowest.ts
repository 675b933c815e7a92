import { type Listed, mostListed } from './listed.js';
import type { Row } from './row.js';

export type StudentLine = {
  readonly student: string;
  readonly page: string;
  readonly earned: number;
  readonly possible: number;
  readonly open: boolean;
};

/** The students of a class; where they are too many to be listed, those with the fewest points, who may need somebody. */
export type Lowest = {
  readonly add: (student: string, page: () => string, row: Pick<Row, 'earned' | 'possible'>, open: boolean) => void;
  readonly total: () => number;
  /** In the order in which they came where all are listed, else from the fewest points up. */
  readonly result: () => Listed<StudentLine>;
};

export const createLowest = (): Lowest => {
  let lines: StudentLine[] = [];
  let total = 0;
  let bound = Infinity;
  /** Sorting keeps the order of those with equal points: the first of them stay. */
  const prune = (): void => {
    lines = lines.toSorted((a, b) => a.earned - b.earned).slice(0, mostListed);
    bound = lines.at(-1)?.earned ?? Infinity;
  };
  return {
    add: (student, page, { earned, possible }, open) => {
      total++;
      if (earned >= bound) return;
      lines.push({ student, page: page(), earned, possible, open });
      if (lines.length >= 2 * mostListed) prune();
    },
    total: () => total,
    result: () => {
      if (total > mostListed) prune();
      return { first: lines, total };
    },
  };
};
