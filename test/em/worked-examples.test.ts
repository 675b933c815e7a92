import { describe, expect, it } from 'vitest';

import { componentFor, quantity, solve } from '../../src/em/index.js';
import { numericMisconceptions, perform } from '../../src/misconceptions/index.js';
import type { Model, Moment } from '../../src/types.js';
import { coins, homework, oneMStep, threeComponents, threePoints } from './models.js';

const printed = (value: unknown, decimals: number): unknown => {
  if (Array.isArray(value)) return value.map((entry) => printed(entry, decimals));
  return typeof value === 'number' ? Number(value.toFixed(decimals)) + 0 : value;
};

const reads = (model: Model) => {
  const solution = solve(model);
  return (from: string, at: Moment) => quantity(solution, { from, at });
};

describe('The homework', () => {
  const read = reads(homework);

  it('The log-likelihood at the start is the one on record, to the last digit', () => {
    expect(read('log-likelihood', 'start')).toBeCloseTo(-24.512532330086678, 13);
  });

  it('The first step is the one on record', () => {
    expect(printed(read('weights', 1), 6)).toEqual([0.363037, 0.636963]);
    expect(printed(read('means', 1), 6)).toEqual([5.131728, 1.471031]);
    expect(printed(read('variances', 1), 6)).toEqual([0.615563, 6.967022]);
    expect(printed(read('standard-deviations', 1), 4)).toEqual([0.7846, 2.6395]);
  });

  it('EM converges to the clusters that one sees, but for what their overlap leaves', () => {
    expect(printed(read('weights', 'converged'), 8)).toEqual([0.6, 0.4]);
    expect(printed(read('means', 'converged'), 11)).toEqual([4.99999998184, -0.50000000272]);
    expect(printed(read('variances', 'converged'), 6)).toEqual([0.666667, 0.25]);
  });

  it('Assignments and choices are those of the homework', () => {
    const solution = solve(homework);
    expect(read('assignments', 'start')).toEqual([2, 2, 2, 1, 1]);
    expect(componentFor(solution, { componentWith: 'largest-decrease', of: 'means', at: 1 })).toMatchObject({
      component: 2,
    });
    expect(componentFor(solution, { componentWith: 'largest-increase', of: 'variances', at: 1 })).toMatchObject({
      component: 2,
    });
    expect(componentFor(solution, { componentWith: 'largest', of: 'variances', at: 'converged' })).toMatchObject({
      component: 1,
    });
  });

  it('The boundaries between the components lie at 4.1525 and 7.1809', () => {
    for (const [x, side] of [
      [4.1524, 2],
      [4.1526, 1],
      [7.1808, 1],
      [7.181, 2],
    ] as const) {
      expect(quantity(solve({ ...homework, data: [x, -5] }), { from: 'assignments', at: 'start', point: 0 })).toBe(
        side,
      );
    }
  });
});

describe('Three points, Cross Validated 312703', () => {
  it('The right run is the one recomputed', () => {
    const read = reads(threePoints);
    expect([0, 1, 2].map((n) => printed(read('log-likelihood', n), 6))).toEqual([-4.389254, -3.549215, -3.486789]);
    expect(
      printed(quantity(solve(threePoints), { from: 'responsibilities', at: 'start', point: 0, component: 1 }), 3),
    ).toBe(0.881);
    expect(printed(read('means', 1), 3)).toEqual([1.492, 2.508]);
    expect(printed(read('variances', 1), 3)).toEqual([0.409, 0.409]);
  });

  it('The faulty run of the question is the one with variances read as standard deviations', () => {
    const fault = numericMisconceptions().filter(({ id }) => id === 'density-variance-as-sd');
    const { answer } = perform(threePoints, fault);
    expect(printed(answer({ from: 'log-likelihood', at: 1 }), 6)).toBe(-3.675992);
    expect(printed(answer({ from: 'responsibilities', at: 1, point: 0, component: 1 }), 6)).toBe(0.997703);
    expect(printed(answer({ from: 'means', at: 2 }), 6)).toEqual([1.336395, 2.663605]);
    expect(printed(answer({ from: 'variances', at: 2, component: 1 }), 6)).toBe(0.226296);
    expect(printed(answer({ from: 'log-likelihood', at: 2 }), 5)).toBe(-6.19482);
  });
});

describe('Coin flips, Do & Batzoglou', () => {
  const read = reads(coins);

  it('Responsibilities, expected counts and both estimates are those printed', () => {
    const ofCoinA = [0, 1, 2, 3, 4].map((point) =>
      quantity(solve(coins), { from: 'responsibilities', at: 'start', point, component: 1 }),
    );
    expect(printed(ofCoinA, 4)).toEqual([0.4491, 0.805, 0.7335, 0.3522, 0.6472]);
    expect(printed(ofCoinA, 2)).toEqual([0.45, 0.8, 0.73, 0.35, 0.65]);
    expect(printed(read('expected-counts', 'start'), 1)).toEqual([
      [21.3, 8.6],
      [11.7, 8.4],
    ]);
    expect(printed(read('expected-counts', 'start'), 4)).toEqual([
      [21.2975, 8.5722],
      [11.7025, 8.4278],
    ]);
    expect(printed(read('probabilities', 1), 6)).toEqual([0.713012, 0.581339]);
    expect(printed(read('probabilities', 10), 6)).toEqual([0.796744, 0.519659]);
    expect(printed(read('probabilities', 10), 2)).toEqual([0.8, 0.52]);
  });

  it('The weights stay as they are', () => {
    expect(read('weights', 'converged')).toEqual([0.5, 0.5]);
  });
});

describe('Three components, Mathematics for Machine Learning', () => {
  const read = reads(threeComponents);

  it('The first update is the one printed', () => {
    expect(printed(read('responsibilities', 'start'), 3)).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0.057, 0.943, 0],
      // The book prints 0.001 and 0.999 here; the recomputed value is 0.0002.
      [0, 1, 0],
      [0, 0.066, 0.934],
      [0, 0, 1],
      [0, 0, 1],
    ]);
    expect(printed(read('means', 1), 1)).toEqual([-2.7, -0.4, 3.7]);
    expect(printed(read('means', 1), 4)).toEqual([-2.7012, -0.4034, 3.7043]);
    expect(printed(read('variances', 1), 2)).toEqual([0.14, 0.44, 1.53]);
    expect(printed(read('variances', 1), 4)).toEqual([0.144, 0.4385, 1.5266]);
    expect(printed(read('weights', 1), 2)).toEqual([0.29, 0.29, 0.42]);
  });

  it('The log-likelihoods and the limit are the ones printed', () => {
    expect(read('log-likelihood', 'start')).toBeCloseTo(-28.325535655854623, 12);
    expect(read('log-likelihood', 1)).toBeCloseTo(-14.410485293107607, 12);
    expect(printed(read('means', 5), 4)).toEqual([-2.75, -0.5041, 3.6447]);
    expect(printed(read('variances', 5), 4)).toEqual([0.0625, 0.2506, 1.6285]);
    expect(printed(read('means', 'converged'), 4)).toEqual([-2.75, -0.5041, 3.6446]);
    expect(printed(read('variances', 'converged'), 4)).toEqual([0.0625, 0.2506, 1.6289]);
    expect(printed(read('weights', 'converged'), 4)).toEqual([0.2857, 0.2832, 0.4311]);
  });
});

describe('One M-step from given responsibilities, Murphy', () => {
  const read = reads(oneMStep);

  it('Weights and means are those recomputed', () => {
    expect(read('weights', 1)).toEqual([1.4 / 3, 1.6 / 3]);
    expect(read('means', 1)).toEqual([5 / 1.4, 16.25]);
  });

  it('What is given can be asked for, and what there is no run for cannot', () => {
    expect(read('responsibilities', 'start')).toEqual(oneMStep.responsibilities);
    expect(read('assignments', 'start')).toEqual([1, 2, 2]);
    expect(read('log-likelihood', 1)).toBeTypeOf('number');
    expect(Number(read('lower-bound', 1))).toBeLessThan(Number(read('log-likelihood', 1)));
    expect(read('log-likelihood', 'start')).toMatchObject({ kind: 'failure', code: 'no-start' });
    expect(read('means', 'start')).toMatchObject({ kind: 'failure', code: 'no-start' });
    expect(read('means', 'converged')).toMatchObject({ kind: 'failure', code: 'single-step' });
    expect(read('means', 2)).toMatchObject({ kind: 'failure', code: 'single-step' });
  });
});
