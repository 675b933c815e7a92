import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isFailure, quantity, solve, type Solution } from '../../src/em/index.js';
import type { Matrix, Model, QuantityReference, Vector } from '../../src/types.js';

const tenths = (from: number, to: number): fc.Arbitrary<number> =>
  fc.integer({ min: from * 10, max: to * 10 }).map((value) => value / 10);

const simplex = (size: number): fc.Arbitrary<Vector> =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }).map((parts) => {
    const total = parts.reduce((left, right) => left + right, 0);
    return parts.map((part) => part / total);
  });

const lists = (size: number, entry: fc.Arbitrary<number>): fc.Arbitrary<Vector> =>
  fc.array(entry, { minLength: size, maxLength: size });

const gaussians: fc.Arbitrary<Model> = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.record({
    family: fc.constant('gaussian'),
    data: fc.array(tenths(-20, 20), { minLength: 1, maxLength: 12 }),
    start: fc.record({
      weights: simplex(size),
      means: lists(size, tenths(-20, 20)),
      variances: lists(size, tenths(0.1, 20)),
    }),
    stop: fc.constant({ tolerance: 1e-12, iterations: 60 }),
  }),
);

const binomials: fc.Arbitrary<Model> = fc.integer({ min: 1, max: 3 }).chain((size) =>
  fc.record({
    family: fc.constant('binomial'),
    data: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 8 }),
    start: fc.record({
      weights: simplex(size),
      probabilities: lists(
        size,
        fc.integer({ min: 1, max: 19 }).map((value) => value / 20),
      ),
    }),
    constants: fc.constant({ trials: 20 }),
    stop: fc.constant({ tolerance: 1e-12, iterations: 60 }),
  }),
);

const models = fc.oneof(gaussians, binomials);

const holds = (
  name: string,
  model: fc.Arbitrary<Model>,
  property: (solution: Solution, model: Model) => void,
): void => {
  it(name, () => {
    fc.assert(
      fc.property(model, (given) => {
        property(solve(given), given);
      }),
      { numRuns: 120, seed: 9 },
    );
  });
};

const matrixOf = (solution: Solution, ref: QuantityReference): Matrix => {
  const value = quantity(solution, ref);
  if (isFailure(value) || typeof value === 'number') throw new Error(`${ref.from} is no table.`);
  return value.map((row) => (typeof row === 'number' ? [row] : row));
};

describe('Whatever the model', () => {
  holds('The log-likelihood never falls', models, ({ iterates }) => {
    for (const [index, { logLikelihood }] of iterates.entries()) {
      const before = iterates[index - 1]?.logLikelihood ?? -Infinity;
      expect(logLikelihood).toBeGreaterThanOrEqual(before - 1e-9 * Math.max(1, Math.abs(before)));
    }
  });

  holds(
    'The lower bound lies below the log-likelihood and above the one before it, and is tight at the start',
    models,
    ({ iterates }) => {
      for (const [index, { logLikelihood, lowerBound }] of iterates.entries()) {
        const slack = 1e-9 * Math.max(1, Math.abs(logLikelihood ?? 0));
        expect(lowerBound).toBeLessThanOrEqual((logLikelihood ?? 0) + slack);
        expect(lowerBound).toBeGreaterThanOrEqual((iterates[index - 1]?.logLikelihood ?? -Infinity) - slack);
        if (index === 0) expect(Math.abs((lowerBound ?? 0) - (logLikelihood ?? 0))).toBeLessThanOrEqual(slack);
      }
    },
  );

  holds('Responsibilities of a point and weights sum to one', models, (solution) => {
    for (const { iteration, parameters } of solution.iterates) {
      for (const row of matrixOf(solution, { from: 'responsibilities', at: iteration })) {
        expect(row.reduce((left, right) => left + right, 0)).toBeCloseTo(1, 12);
        expect(row.every((share) => share >= 0 && share <= 1)).toBe(true);
      }
      expect(parameters.weights.reduce((left, right) => left + right, 0)).toBeCloseTo(1, 12);
    }
  });

  holds('Every number of every iterate is finite', models, ({ iterates }) => {
    for (const { parameters, logLikelihood } of iterates) {
      expect(Object.values(parameters).flat().every(Number.isFinite)).toBe(true);
      expect(logLikelihood).not.toBeNull();
    }
  });

  holds('Renaming the components renames the answers', models, (solution, model) => {
    const { start } = model;
    if (start === undefined) return;
    const renamed = solve({
      ...model,
      start: {
        weights: start.weights.toReversed(),
        ...Object.fromEntries(Object.entries(start).map(([name, list]) => [name, list.toReversed()])),
      },
    });
    const last = Math.min(solution.iterates.length, renamed.iterates.length, 5) - 1;
    for (const name of Object.keys(start)) {
      const given = matrixOf(solution, { from: name, at: last }).flat();
      const turned = matrixOf(renamed, { from: name, at: last }).flat().toReversed();
      for (const [k, value] of given.entries()) expect(turned[k]).toBeCloseTo(value, 8);
    }
  });

  holds('The order of the data does not matter', models, (solution, model) => {
    const turned = solve({ ...model, data: model.data.toReversed() });
    expect(turned.iterates[0]?.logLikelihood ?? 0).toBeCloseTo(solution.iterates[0]?.logLikelihood ?? 0, 9);
    expect(matrixOf(turned, { from: 'assignments', at: 'start' }).flat().toReversed()).toEqual(
      matrixOf(solution, { from: 'assignments', at: 'start' }).flat(),
    );
  });

  holds('A tolerance reached is a fixed point: one more step moves nothing', models, (solution, model) => {
    const parameters = solution.iterates.at(-1)?.parameters;
    if (solution.outcome.kind !== 'converged' || parameters === undefined) return;
    // A probability of exactly 0 or a weight that rounds away is sound as a limit, not as a start.
    if (
      Object.values(parameters)
        .flat()
        .some((value) => value === 0)
    )
      return;
    const again = solve({ ...model, start: parameters, stop: { tolerance: 1e-9, iterations: 1 } });
    expect(again.outcome.kind).toBe('converged');
  });
});
