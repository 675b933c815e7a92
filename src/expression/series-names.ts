import type { SeriesKind } from './series-range.js';

/** The series that a word names: `sum`, `Sum`, `SUM`, `prod`, `product`. */
export const seriesNamed = (word: string): SeriesKind | undefined => {
  if (word === 'sum' || word === 'Sum' || word === 'SUM') return 'sum';
  return /^(?:prod|product|Prod|Product|PRODUCT)$/.test(word) ? 'product' : undefined;
};
