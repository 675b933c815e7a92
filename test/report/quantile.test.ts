import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/report/class-page.js';

describe('a quantile of points', () => {
  it.each<readonly [readonly (readonly [points: number, students: number])[], number, number]>([
    [[], 0.5, 0],
    [[[7, 1]], 0.5, 7],
    [
      [
        [10, 1],
        [1, 1],
      ],
      0.5,
      5.5,
    ],
    [
      [
        [1, 1],
        [2, 1],
        [9, 1],
      ],
      0.5,
      2,
    ],
    [
      [
        [0, 2],
        [4, 1],
        [13, 1],
      ],
      0.5,
      2,
    ],
    [
      [
        [0, 1],
        [4, 3],
      ],
      0.25,
      2,
    ],
    [
      [
        [0, 1],
        [4, 3],
      ],
      0.75,
      4,
    ],
  ])('%j at %d is %d', (points, share, value) => expect(quantile(new Map(points), share)).toBe(value));
});
