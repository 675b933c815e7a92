import { describe, expect, it } from 'vitest';

import { runEm, solve, type GaussianParameters } from '../../src/em/index.js';
import { dyadic, logDensity, relativeError, zero } from './digits.js';
import { homework } from './models.js';

const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
};

/** Two clusters, seeded. */
const sample = (count: number, seed: number): readonly number[] => {
  const random = seeded(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: count }, () => (random() < 0.4 ? normal() - 2 : 1.5 * normal() + 3));
};

const starts: { readonly [size: number]: GaussianParameters } = {
  1: { weights: [1], means: [0.5], variances: [2] },
  2: { weights: [0.25, 0.75], means: [-3, 2], variances: [1, 2.5] },
  3: { weights: [0.25, 0.5, 0.25], means: [-3, 0, 4], variances: [0.5, 2, 1] },
  5: { weights: [0.125, 0.25, 0.25, 0.25, 0.125], means: [-4, -1, 0, 2, 5], variances: [0.5, 1, 2, 3, 0.25] },
};
const startOf = (size: number): GaussianParameters => starts[size] ?? { weights: [], means: [], variances: [] };

describe('The run on typed arrays is the reference run', () => {
  it.each([
    [20, 1],
    [300, 2],
    [1000, 3],
    [2000, 5],
  ])('%i observations, %i components', (count, size) => {
    const data = sample(count, count + size);
    const start = startOf(size);
    const stop = { tolerance: 1e-13, iterations: 25 };
    const reference = solve({ family: 'gaussian', data, start, stop });
    const fast = runEm(data, start, stop);
    expect(fast.outcome.kind).toBe(reference.outcome.kind);
    for (const [n, { logLikelihood }] of reference.iterates.entries()) {
      expect(Math.abs((fast.logLikelihoods[n] ?? 0) / (logLikelihood ?? 0) - 1)).toBeLessThan(1e-12);
    }
    const limit = reference.iterates.at(-1)?.parameters ?? { weights: [] };
    for (const name of ['weights', 'means', 'variances'] as const) {
      for (const [k, value] of (limit[name] ?? []).entries()) {
        expect(Math.abs((fast.parameters[name][k] ?? Number.NaN) - value)).toBeLessThan(
          1e-11 * Math.max(1, Math.abs(value)),
        );
      }
    }
  });

  it('On the homework it ends where the reference ends', () => {
    const { outcome, parameters, logLikelihoods, responsibilities } = runEm([-1, 0, 4, 5, 6], {
      weights: [0.5, 0.5],
      means: [6, 7],
      variances: [1, 4],
    });
    expect(outcome).toEqual(solve(homework).outcome);
    expect(parameters.means).toEqual([expect.closeTo(4.9999999818357, 11), expect.closeTo(-0.50000000272308, 11)]);
    expect(logLikelihoods[0]).toBeCloseTo(-24.512532330086678, 12);
    expect(responsibilities).toHaveLength(10);
    expect(responsibilities[9]).toBeCloseTo(0, 12);
  });

  it('Lost components are outcomes here too', () => {
    const pair = { weights: [0.5, 0.5], means: [0, 6], variances: [0.01, 1] };
    expect(runEm([3], { weights: [1], means: [0], variances: [1] }).outcome).toEqual({
      kind: 'variance-zero',
      component: 1,
      iteration: 1,
    });
    expect(runEm([0, 5, 6, 7], pair).outcome).toMatchObject({ kind: 'variance-zero', component: 1 });
    expect(runEm([0, 1, 2], { ...pair, means: [1, 1e6], variances: [1, 1] }).outcome).toMatchObject({
      kind: 'empty-component',
      component: 2,
    });
    expect(runEm([1, 2, 3], { ...pair, means: [1, 2], variances: [1, 1] }, { iterations: 2 }).outcome).toMatchObject({
      kind: 'not-converged',
      iterations: 2,
    });
  });

  it('Data far from zero keep their digits', () => {
    const near = runEm([-1, 0, 4, 5, 6], { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] });
    const far = runEm(
      [-1, 0, 4, 5, 6].map((x) => x + 2 ** 30),
      { weights: [0.5, 0.5], means: [6 + 2 ** 30, 7 + 2 ** 30], variances: [1, 4] },
    );
    expect(far.logLikelihood).toBeCloseTo(near.logLikelihood, 6);
    for (const [k, variance] of near.parameters.variances.entries())
      expect(far.parameters.variances[k]).toBeCloseTo(variance, 6);
  });

  it.each([
    [[], startOf(2), /no data/u],
    [[1, Number.NaN], startOf(2), /NaN.*observation 1/u],
    [[1, 2], { ...startOf(2), weights: [0.5, 0.6] }, /sum to 1\.1/u],
    [[1, 2], { ...startOf(2), variances: [1, -1] }, /not above zero/u],
    [[1, 2], { ...startOf(2), means: [1] }, /1 means for 2 weights/u],
  ])('Input that is no mixture is refused: %o', (data, start, message) => {
    expect(() => runEm(data, start)).toThrow(message);
  });
});

describe('The log-likelihood has thirteen digits against a calculation with eighty', () => {
  it.each([
    [1000, 2],
    [1000, 5],
    [10_000, 3],
    [100_000, 2],
    [1_000_000, 3],
    [1_000_000, 5],
  ])('%i observations, %i components', (count, size) => {
    // Large samples repeat their values, so that the exact sum needs one logarithm for each.
    const values = sample(250, count + size).map(dyadic);
    const random = seeded(count);
    const times = values.map(() => 0);
    const data = new Float64Array(count);
    for (let i = 0; i < count; i += 1) {
      const index = Math.floor(random() * values.length);
      times[index] = (times[index] ?? 0) + 1;
      data[i] = values[index] ?? 0;
    }
    const start = startOf(size);
    const [logLikelihood = 0] = runEm(data, start, { iterations: 1 }).logLikelihoods;
    const exact = values.reduce((total, x, index) => total.add(logDensity(x, start).mul(times[index] ?? 0)), zero);
    expect(relativeError(logLikelihood, exact)).toBeLessThan(1e-13);
  });
});
