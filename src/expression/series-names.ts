import type { SeriesKind } from './series-range.js';

/** The series that a word names. */
export const seriesNamed = (word: string): SeriesKind | undefined => {
  switch (word) {
    case 'sum':
    case 'Sum':
    case 'SUM':
      return 'sum';
    case 'prod':
    case 'product':
    case 'Prod':
    case 'Product':
    case 'PRODUCT':
      return 'product';
    default:
      return undefined;
  }
};
