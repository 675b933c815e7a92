import type { Verdict } from '../types.js';
import type { Row } from './row.js';

/**
 * Classical item analysis of one question (Crocker & Algina, Introduction to Classical and Modern Test Theory, ch. 14).
 * Answers that nobody has decided yet count in `verdicts`, but in neither index.
 */
export type Item = {
  readonly id: string;
  readonly possible: number;
  readonly verdicts: { readonly [V in Verdict]: number };
  /** Mean share of the points earned; of ungraded questions, the share that is right. */
  readonly facility: number | undefined;
  /** Correlation of the share earned with the points on the rest of the homework; absent where either never varies. */
  readonly discrimination: number | undefined;
};

/** A row as it counts, to be counted as often as it comes. */
export type CountedRow = readonly {
  readonly item: GrowingItem;
  readonly verdict: Verdict;
  /** Whether it counts in the indices, and with what: the share earned, and the points on the rest. */
  readonly counts: boolean;
  readonly share: number;
  readonly rest: number;
}[];

export type ItemAnalysis = {
  readonly prepare: (row: Row) => CountedRow;
  readonly add: (row: CountedRow) => void;
  readonly result: () => readonly Item[];
};

type GrowingItem = { readonly possible: number; readonly verdicts: { [V in Verdict]: number }; readonly sums: Sums };

type Sums = { n: number; x: number; xx: number; y: number; yy: number; xy: number };

const correlation = ({ n, x, xx, y, yy, xy }: Sums): number | undefined => {
  const varianceX = n * xx - x * x;
  const varianceY = n * yy - y * y;
  // Rounding leaves a trace of variance where there is none.
  if (n < 3 || varianceX <= 1e-9 * n * xx || varianceY <= 1e-9 * n * yy) return undefined;
  return Math.max(-1, Math.min(1, (n * xy - x * y) / Math.sqrt(varianceX * varianceY)));
};

/** Gathers the sums of a class row by row; memory is one record a question, whatever the class. */
export const createItemAnalysis = (): ItemAnalysis => {
  const items = new Map<string, GrowingItem>();
  const itemOf = (id: string, possible: number): GrowingItem => {
    const known = items.get(id);
    if (known !== undefined) return known;
    const item = {
      possible,
      verdicts: { correct: 0, partial: 0, incorrect: 0, ungradable: 0, undecided: 0, blank: 0 },
      sums: { n: 0, x: 0, xx: 0, y: 0, yy: 0, xy: 0 },
    };
    items.set(id, item);
    return item;
  };
  return {
    prepare: (row) =>
      row.questions.map(({ id, verdict, earned, possible }) => ({
        item: itemOf(id, possible),
        verdict,
        // Who left out a question that does not count has not got it wrong.
        counts: verdict !== 'undecided' && verdict !== 'ungradable' && !(possible === 0 && verdict === 'blank'),
        share: possible > 0 ? earned / possible : verdict === 'correct' ? 1 : 0,
        rest: row.earned - earned,
      })),
    add: (row) => {
      for (const { item, verdict, counts, share, rest } of row) {
        item.verdicts[verdict]++;
        if (!counts) continue;
        const { sums } = item;
        sums.n++;
        sums.x += share;
        sums.xx += share * share;
        sums.y += rest;
        sums.yy += rest * rest;
        sums.xy += share * rest;
      }
    },
    result: () =>
      [...items].map(([id, { possible, verdicts, sums }]) => ({
        id,
        possible,
        verdicts: { ...verdicts },
        facility: sums.n > 0 ? sums.x / sums.n : undefined,
        discrimination: correlation(sums),
      })),
  };
};

/** The items of a class that is at hand as a whole. */
export const analyseItems = (rows: Iterable<Row>): readonly Item[] => {
  const analysis = createItemAnalysis();
  for (const row of rows) analysis.add(analysis.prepare(row));
  return analysis.result();
};
