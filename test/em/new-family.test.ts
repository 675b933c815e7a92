import { describe, expect, it } from 'vitest';

import { checkNumber, checkPositive } from '../../src/em/check-entry.js';
import type { Family } from '../../src/em/family.js';
import { performProcedure } from '../../src/em/index.js';
import { mixtureSteps, updateWeights } from '../../src/em/mixture.js';
import { defaultStop, stopWhenSettled } from '../../src/em/stop.js';
import { masses, weighted } from '../../src/em/vectors.js';
import { numericMisconceptions } from '../../src/misconceptions/index.js';
import type { Model, Vector } from '../../src/types.js';

type Plane = { readonly weights: Vector; readonly means: readonly Vector[]; readonly variances: readonly Vector[] };

const logDensity = (x: Vector, mean: Vector, variance: Vector): number =>
  x.reduce(
    (total, value, d) =>
      total - 0.5 * (Math.log(2 * Math.PI * (variance[d] ?? 0)) + (value - (mean[d] ?? 0)) ** 2 / (variance[d] ?? 0)),
    0,
  );

const average = (
  data: readonly Vector[],
  responsibilities: readonly Vector[],
  k: number,
  value: (x: Vector, d: number) => number,
): Vector => {
  const mass = masses(responsibilities, k + 1)[k] ?? Number.NaN;
  return [0, 1].map((d) => weighted(responsibilities, k, data, (x) => value(x, d)) / mass);
};

/** Gaussians in the plane with axes of their own: all that a family in several dimensions needs. */
const plane: Family<Vector, Plane> = {
  name: 'plane',
  parameters: ['weights', 'means', 'variances'],
  procedure: () => ({
    ...mixtureSteps<Vector, Plane>(),
    density: (x, k, { means, variances }) => Math.exp(logDensity(x, means[k] ?? [], variances[k] ?? [])),
    logDensity: (x, k, { means, variances }) => logDensity(x, means[k] ?? [], variances[k] ?? []),
    update: {
      weights: updateWeights,
      means: ({ data, responsibilities, old }) =>
        old.weights.map((_, k) => average(data, responsibilities, k, (x, d) => x[d] ?? 0)),
      variances: ({ data, responsibilities, current }) =>
        current.means.map((mean, k) =>
          average(data, responsibilities, k, (x, d) => ((x[d] ?? 0) - (mean[d] ?? 0)) ** 2),
        ),
    },
    stop: stopWhenSettled(defaultStop),
  }),
  quantities: {},
  checkDatum: () => undefined,
  checkParameter: (name, entry) =>
    [entry].flat().map((value) => (name === 'means' ? checkNumber(value) : checkPositive(value)))[0],
};

const modelOf = (start: Plane): Model =>
  // A model's start is typed for the families there are.
  ({
    family: 'plane',
    data: [
      [-1, 2],
      [0, 3],
      [4, 2],
      [5, 3],
      [6, 2.5],
    ],
    start: start as unknown as NonNullable<Model['start']>,
  });

describe('A family in two dimensions is one record', () => {
  it('One component converges to the mean and the variance of each axis', () => {
    const { answer, settled } = performProcedure(
      plane,
      modelOf({ weights: [1], means: [[9, 9]], variances: [[1, 1]] }),
      (p) => p,
    );
    expect(settled).toBe(true);
    expect(answer({ from: 'means', at: 'converged' })).toEqual([[expect.closeTo(2.8, 12), expect.closeTo(2.5, 12)]]);
    expect(answer({ from: 'variances', at: 'converged' })).toEqual([
      [expect.closeTo(7.76, 12), expect.closeTo(0.2, 12)],
    ]);
  });

  it('Two components find the clusters, and mistakes that any mixture knows can be made', () => {
    const start = {
      weights: [0.5, 0.5],
      means: [
        [6, 2],
        [1, 3],
      ],
      variances: [
        [1, 1],
        [4, 1],
      ],
    };
    const right = performProcedure(plane, modelOf(start), (p) => p);
    expect(right.answer({ from: 'assignments', at: 'converged' })).toEqual([2, 2, 1, 1, 1]);
    expect(right.answer({ from: 'weights', at: 'converged' })).toEqual([
      expect.closeTo(0.6, 4),
      expect.closeTo(0.4, 4),
    ]);
    const hard = numericMisconceptions().find(({ id }) => id === 'resp-hard-assignment');
    const wrong = performProcedure(plane, modelOf(start), (p) => (hard?.models === 'mixtures' ? hard.rewrite(p) : p));
    expect(wrong.answer({ from: 'weights', at: 'converged' })).toEqual([0.6, 0.4]);
  });
});
