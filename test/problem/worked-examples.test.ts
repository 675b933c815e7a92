import { describe, expect, it } from 'vitest';
import { isFailure, quantity, solve } from '../../src/em/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Moment } from '../../src/types.js';

/** What was published, to all digits printed. */
const published: readonly (readonly [problem: string, from: string, at: Moment, decimals: number, printed: unknown])[] =
  [
    // Deisenroth, Faisal and Ong, Mathematics for Machine Learning (2020), examples 11.1 to 11.5 and equations 11.56 and 11.57.
    ['em-three-gaussians', 'log-likelihood', 'start', 1, -28.3],
    ['em-three-gaussians', 'log-likelihood', 1, 1, -14.4],
    ['em-three-gaussians', 'means', 1, 1, [-2.7, -0.4, 3.7]],
    ['em-three-gaussians', 'variances', 1, 2, [0.14, 0.44, 1.53]],
    ['em-three-gaussians', 'weights', 1, 2, [0.29, 0.29, 0.42]],
    ['em-three-gaussians', 'means', 'converged', 2, [-2.75, -0.5, 3.64]],
    ['em-three-gaussians', 'variances', 'converged', 2, [0.06, 0.25, 1.63]],
    ['em-three-gaussians', 'weights', 'converged', 2, [0.29, 0.28, 0.43]],
    // Do and Batzoglou, Nature Biotechnology 26:897-899 (2008), figure 1b.
    [
      'two-coins',
      'expected-counts',
      'start',
      1,
      [
        [21.3, 8.6],
        [11.7, 8.4],
      ],
    ],
    ['two-coins', 'probabilities', 1, 2, [0.71, 0.58]],
    ['two-coins', 'probabilities', 10, 2, [0.8, 0.52]],
    // Murphy, Machine Learning (2012), exercise 11.7, prints no answer: 7/15, 8/15 and 25/7, 65/4 by hand.
    ['m-step-by-hand', 'weights', 1, 12, [7 / 15, 8 / 15]],
    ['m-step-by-hand', 'means', 1, 12, [25 / 7, 65 / 4]],
    // The homework: stated in its own solution and in its forum.
    ['em-two-gaussians', 'log-likelihood', 'start', 12, -24.512532330086678],
    ['em-two-gaussians', 'means', 1, 4, [5.1317, 1.471]],
    ['em-two-gaussians', 'standard-deviations', 1, 4, [0.7846, 2.6395]],
    ['em-two-gaussians', 'weights', 'converged', 6, [0.6, 0.4]],
    ['em-two-gaussians', 'means', 'converged', 6, [5, -0.5]],
    ['em-two-gaussians', 'variances', 'converged', 6, [2 / 3, 1 / 4]],
  ];

const round = (value: unknown, decimals: number): unknown =>
  Array.isArray(value)
    ? value.map((entry: unknown) => round(entry, decimals))
    : Number(Number(value).toFixed(decimals));

describe('published examples', () => {
  it.each(published)('come out to all printed digits: %s, %s at %s', async (id, from, at, decimals, printed) => {
    const loaded = await loadProblem(id);
    if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));
    const value = quantity(solve(loaded.problem.model), { from, at });
    expect(isFailure(value)).toBe(false);
    expect(round(value, decimals)).toEqual(round(printed, decimals));
  });

  it('has the responsibilities of the article, to its two digits', async () => {
    const loaded = await loadProblem('two-coins');
    const rows =
      loaded.kind === 'problem' ? quantity(solve(loaded.problem.model), { from: 'responsibilities', at: 'start' }) : [];
    const first =
      isFailure(rows) || typeof rows === 'number'
        ? []
        : rows.map((row) => (typeof row === 'number' ? row : (row[0] ?? NaN)));
    // 0.805 is printed as 0.80.
    for (const [index, printed] of [0.45, 0.8, 0.73, 0.35, 0.65].entries())
      expect(Math.abs((first[index] ?? NaN) - printed)).toBeLessThan(0.0051);
  });
});
