import { describe, expect, it } from 'vitest';

import { checkModel, componentFor, isFailure, quantity, quantityShapes, solve } from '../../src/em/index.js';
import type { Model } from '../../src/types.js';
import { coins, homework, oneMStep } from './models.js';

const gaussian = (
  data: readonly number[],
  weights: readonly number[],
  means: readonly number[],
  variances: readonly number[],
): Model => ({
  family: 'gaussian',
  data,
  start: { weights, means, variances },
});

describe('A run that has no limit is told so', () => {
  it.each([
    ['one observation', gaussian([3], [1], [0], [1]), { kind: 'variance-zero', component: 1, iteration: 1 }],
    ['equal observations', gaussian([2, 2, 2], [1], [0], [1]), { kind: 'variance-zero', component: 1, iteration: 1 }],
    ['only zeros', gaussian([0, 0], [0.5, 0.5], [0, 1], [1, 1]), { kind: 'variance-zero', component: 1, iteration: 1 }],
    [
      'a component that sits on one point',
      gaussian([0, 5, 6, 7], [0.5, 0.5], [0, 6], [0.01, 1]),
      { kind: 'variance-zero', component: 1 },
    ],
    [
      'a component far from everything',
      gaussian([0, 1, 2], [0.5, 0.5], [1, 1e6], [1, 1]),
      { kind: 'empty-component', component: 2, iteration: 1 },
    ],
    [
      'too few iterations',
      { ...homework, stop: { tolerance: 1e-13, iterations: 3 } },
      { kind: 'not-converged', iterations: 3 },
    ],
    [
      'densities that underflow even as logarithms',
      gaussian([1e149], [1], [-1e149], [1e-100]),
      { kind: 'out-of-range', iteration: 1 },
    ],
  ] satisfies readonly (readonly [string, Model, object])[])('%s', (_, model, outcome) => {
    const solution = solve(model);
    expect(solution.outcome).toMatchObject(outcome);
    const limit = quantity(solution, { from: 'means', at: 'converged' });
    expect(isFailure(limit) && limit.code).toBe(solution.outcome.kind);
    expect(componentFor(solution, { componentWith: 'largest', of: 'means', at: 'converged' })).toMatchObject({
      kind: 'failure',
    });
    // Numbers that JSON cannot hold would come out as null in the wrong places.
    for (const iterate of solution.iterates) expect(JSON.parse(JSON.stringify(iterate))).toEqual(iterate);
  });

  it('What came before the collapse can still be asked for', () => {
    const solution = solve(gaussian([0, 5, 6, 7], [0.5, 0.5], [1, 6], [4, 1]));
    expect(solution.outcome.kind).toBe('variance-zero');
    expect(quantity(solution, { from: 'means', at: 1, component: 2 })).toBeCloseTo(6, 1);
    expect(quantity(solution, { from: 'means', at: 500 })).toMatchObject({ code: 'variance-zero' });
  });
});

describe('Odd but sound models are solved', () => {
  it('One component converges to mean and variance at once', () => {
    const solution = solve(gaussian([1, 2, 6], [1], [100], [1]));
    expect(solution.outcome).toEqual({ kind: 'converged', iterations: 2 });
    expect(quantity(solution, { from: 'means', at: 1 })).toEqual([3]);
    expect(quantity(solution, { from: 'variances', at: 1 })).toEqual([14 / 3]);
    expect(componentFor(solution, { componentWith: 'largest', of: 'means', at: 1 })).toEqual({
      kind: 'component',
      component: 1,
      margin: Infinity,
    });
  });

  it('Observations a thousand standard deviations away do not underflow', () => {
    const solution = solve(gaussian([0, 1, 1000, 1001], [0.5, 0.5], [0, 1], [1, 1]));
    expect(quantity(solution, { from: 'log-likelihood', at: 'start' })).toBeCloseTo(-999_006, -1);
    expect(quantity(solution, { from: 'responsibilities', at: 'start', point: 2 })).toEqual([
      expect.closeTo(0, 300),
      1,
    ]);
    expect(solution.outcome.kind).toBe('converged');
    expect(quantity(solution, { from: 'means', at: 'converged' })).toEqual([
      expect.closeTo(0.5, 9),
      expect.closeTo(1000.5, 9),
    ]);
  });

  it('Exact symmetry is a tie, not a choice', () => {
    const solution = solve(gaussian([-2, -1, 1, 2], [0.5, 0.5], [-1, 1], [1, 1]));
    expect(componentFor(solution, { componentWith: 'largest', of: 'variances', at: 'converged' })).toEqual({
      kind: 'tie',
      components: [1, 2],
    });
  });

  it('A single M-step may well give a variance of zero', () => {
    const solution = solve({
      family: 'gaussian',
      data: [1, 5, 7],
      responsibilities: [
        [1, 0],
        [0, 1],
        [0, 1],
      ],
    });
    expect(solution.outcome).toEqual({ kind: 'single-step' });
    expect(quantity(solution, { from: 'variances', at: 1 })).toEqual([0, 1]);
    expect(quantity(solution, { from: 'log-likelihood', at: 1 })).toMatchObject({ kind: 'failure', code: 'undefined' });
  });

  it.each([
    ['far from zero', 1e9, 1],
    ['very small', 0, 2 ** -30],
    ['very large', 0, 2 ** 30],
  ])('Data %s converge as others do, to the same clusters', (_, offset, unit) => {
    const solution = solve(
      gaussian(
        [-1, 0, 4, 5, 6].map((x) => offset + unit * x),
        [0.5, 0.5],
        [6, 7].map((x) => offset + unit * x),
        [1, 4].map((v) => unit ** 2 * v),
      ),
    );
    expect(solution.outcome).toEqual(solve(homework).outcome);
    const means = quantity(solution, { from: 'means', at: 'converged' });
    expect(Array.isArray(means) ? means.map((x) => (Number(x) - offset) / unit) : means).toEqual([
      expect.closeTo(5, 6),
      expect.closeTo(-0.5, 6),
    ]);
  });

  it('After convergence nothing moves any more', () => {
    const solution = solve(homework);
    expect(quantity(solution, { from: 'means', at: 1000 })).toEqual(
      quantity(solution, { from: 'means', at: 'converged' }),
    );
  });
});

describe('What cannot be asked for is a failure with a reason', () => {
  const solution = solve(homework);
  it.each([
    [{ from: 'medians', at: 'start' }, 'unknown-quantity'],
    [{ from: 'means', at: -1 }, 'not-reached'],
    [{ from: 'means', at: 1.5 }, 'not-reached'],
    [{ from: 'means', at: 1, component: 3 }, 'no-such-entry'],
    [{ from: 'assignments', at: 'start', point: 5 }, 'no-such-entry'],
    [{ from: 'means', at: 1, point: 0 }, 'no-such-entry'],
    [{ from: 'assignments', at: 'start', component: 1 }, 'no-such-entry'],
    [{ from: 'log-likelihood', at: 'start', component: 1 }, 'no-such-entry'],
    [{ from: 'responsibilities', at: 'start', component: 3 }, 'no-such-entry'],
    [{ from: 'constructor', at: 'start' }, 'unknown-quantity'],
  ] as const)('%o', (ref, code) => {
    const value = quantity(solution, ref);
    expect(value).toMatchObject({ kind: 'failure', code });
    expect(isFailure(value) && value.message.length).toBeGreaterThan(10);
  });

  it('A table has rows, columns and entries', () => {
    const table = { from: 'responsibilities', at: 'start' } as const;
    expect(quantity(solution, { ...table, point: 3 })).toEqual([expect.closeTo(2 / 3, 12), expect.closeTo(1 / 3, 12)]);
    expect(quantity(solution, { ...table, point: 3, component: 2 })).toBeCloseTo(1 / 3, 12);
    expect(quantity(solution, { ...table, component: 2 })).toHaveLength(5);
    expect(quantity(solution, { ...table, component: 2 })).toMatchObject({ 3: expect.closeTo(1 / 3, 12) });
    expect(quantity(solve(coins), { from: 'expected-counts', at: 'start', component: 2 })).toEqual([
      expect.closeTo(11.7025, 4),
      expect.closeTo(8.4278, 4),
    ]);
  });

  it('A criterion needs a quantity of the components', () => {
    expect(componentFor(solution, { componentWith: 'largest', of: 'assignments', at: 'start' })).toMatchObject({
      code: 'no-such-entry',
    });
    expect(componentFor(solution, { componentWith: 'largest', of: 'log-likelihood', at: 'start' })).toMatchObject({
      code: 'no-such-entry',
    });
  });

  it('The quantities of a family are listed with their shapes', () => {
    expect(quantityShapes('gaussian')).toMatchObject({
      'log-likelihood': 'number',
      responsibilities: 'points-by-components',
      assignments: 'points',
      means: 'components',
    });
    expect(quantityShapes('binomial')).toMatchObject({ probabilities: 'components', 'expected-counts': 'counts' });
    expect(quantityShapes('poisson')).toEqual({});
  });
});

describe('A model that cannot be solved is refused with the place', () => {
  const start = { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] };
  it.each([
    ['an unknown family', { ...homework, family: 'poisson' }, 'unknown-family', ['family']],
    ['no data', { ...homework, data: [] }, 'no-data', ['data']],
    ['a datum that is none', { ...homework, data: [1, Number.NaN] }, 'not-finite', ['data', 1]],
    ['a vector in one dimension', { ...homework, data: [1, [2, 3]] }, 'not-a-number', ['data', 1]],
    ['a datum beyond squaring', { ...homework, data: [1e200] }, 'too-large', ['data', 0]],
    [
      'a variance of zero',
      { ...homework, start: { ...start, variances: [1, 0] } },
      'not-positive',
      ['start', 'variances', 1],
    ],
    [
      'weights that do not sum to one',
      { ...homework, start: { ...start, weights: [0.5, 0.6] } },
      'sum-not-one',
      ['start', 'weights'],
    ],
    ['a weight of zero', { ...homework, start: { ...start, weights: [0, 1] } }, 'zero-weight', ['start', 'weights', 0]],
    [
      'a weight above one',
      { ...homework, start: { ...start, weights: [1.5, -0.5] } },
      'not-a-probability',
      ['start', 'weights', 0],
    ],
    ['lists of different length', { ...homework, start: { ...start, means: [6] } }, 'wrong-length', ['start', 'means']],
    ['a missing list', { ...homework, start: { weights: [1], means: [1] } }, 'missing-parameter', ['start']],
    ['a foreign list', { ...homework, start: { ...start, sigmas: [1, 2] } }, 'unknown-parameter', ['start', 'sigmas']],
    [
      'no components',
      { ...homework, start: { weights: [], means: [], variances: [] } },
      'no-components',
      ['start', 'weights'],
    ],
    ['a start and responsibilities', { ...oneMStep, start }, 'start-or-responsibilities', []],
    ['neither', { family: 'gaussian', data: [1] }, 'start-or-responsibilities', []],
    ['a row too few', { ...oneMStep, data: [1, 10, 20, 30] }, 'wrong-length', ['responsibilities']],
    [
      'rows of different length',
      { ...oneMStep, responsibilities: [[1], [0.4, 0.6], [0, 1]] },
      'wrong-length',
      ['responsibilities'],
    ],
    [
      'a row that does not sum to one',
      {
        ...oneMStep,
        responsibilities: [
          [1, 0],
          [0.4, 0.5],
          [0, 1],
        ],
      },
      'sum-not-one',
      ['responsibilities', 1],
    ],
    [
      'a responsibility below zero',
      {
        ...oneMStep,
        responsibilities: [
          [1.5, -0.5],
          [0.4, 0.6],
          [0, 1],
        ],
      },
      'not-a-probability',
      ['responsibilities', 0, 0],
    ],
    ['a fixed parameter that is none', { ...homework, fixed: ['sigmas'] }, 'unknown-parameter', ['fixed', 0]],
    ['a rule that never ends', { ...homework, stop: { tolerance: 0, iterations: 10 } }, 'bad-stop-rule', ['stop']],
    ['no number of trials', { ...coins, constants: {} }, 'missing-constant', ['constants', 'trials']],
    ['more successes than trials', { ...coins, data: [5, 11] }, 'not-a-count', ['data', 1]],
    ['half a success', { ...coins, data: [5, 1.5] }, 'not-a-count', ['data', 1]],
  ] satisfies readonly (readonly [string, Model, string, readonly (string | number)[]])[])(
    '%s',
    (_, model, code, path) => {
      const [problem] = checkModel(model);
      expect(problem).toMatchObject({ code, path });
      expect(problem?.message).toMatch(/^[A-Z\d"[-].*\.$/u);
      expect(problem?.fix).toMatch(/\.$/u);
      expect(() => solve(model)).toThrow(RangeError);
    },
  );

  it('Sound models have no problems', () => {
    for (const model of [homework, coins, oneMStep]) expect(checkModel(model)).toEqual([]);
  });
});
