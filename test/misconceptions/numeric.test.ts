import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applies, familyOf, numericMisconceptions, perform } from '../../src/misconceptions/index.js';
import type { Model } from '../../src/types.js';
import { choices, homework } from './homework-model.js';
import signatures from './numeric-signatures.json' with { type: 'json' };

type Recorded = number | string | readonly Recorded[];

const decode = (value: Recorded): unknown => {
  if (typeof value === 'object') return value.map(decode);
  return { nan: Number.NaN, inf: Infinity, '-inf': -Infinity }[String(value)] ?? value;
};

const agrees = (given: unknown, recorded: unknown): boolean => {
  if (Array.isArray(recorded)) {
    return (
      Array.isArray(given) && given.length === recorded.length && recorded.every((entry, i) => agrees(given[i], entry))
    );
  }
  if (typeof given !== 'number' || typeof recorded !== 'number') return false;
  // The records carry twelve digits; where terms cancel to nothing, only the size of what is left can agree.
  return Object.is(given, recorded) || Math.abs(given - recorded) <= 1e-9 * Math.abs(recorded) + 1e-14;
};

const expectAgreement = (given: unknown, recorded: Recorded): void => {
  if (!agrees(given, decode(recorded))) expect(given).toEqual(decode(recorded));
};

const byId = new Map<string, ReturnType<typeof numericMisconceptions>[number]>(
  numericMisconceptions().map((entry) => [entry.id, entry]),
);
const find = (id: string): ReturnType<typeof numericMisconceptions>[number] => {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`${id} is missing.`);
  return found;
};

describe('Every wrong procedure gives the numbers recorded for it', () => {
  it.each(signatures.map((entry) => [entry.id, entry] as const))('%s', (id, { family, plausibility, signature }) => {
    const misconception = find(id);
    expect(misconception).toMatchObject({ id, family, plausibility });
    expect(familyOf(id)).toBe(family);

    const performance = perform(homework, [misconception]);
    expectAgreement(performance.answer({ from: 'log-likelihood', at: 'start' }), signature.loglik);
    expectAgreement(performance.answer({ from: 'assignments', at: 'start' }), signature.assignments);
    for (const name of ['weights', 'means', 'variances'] as const) {
      expectAgreement(performance.answer({ from: name, at: 1 }), signature.step1[name]);
      expectAgreement(performance.answer({ from: name, at: 'converged' }), signature.converged[name]);
    }
    expect(performance.settled).toBe(signature.converged.settled);
    for (const [index, criterion] of choices.entries()) {
      const choice = performance.choose(criterion);
      // Where two components tie or are no numbers, the last bit decides, and it is not the same in every program.
      if (choice?.clear === true) expect(choice.component).toBe(signature.choices[index]);
    }
  });

  it('There are 151 of them, each with an id of its own', () => {
    expect(numericMisconceptions()).toHaveLength(151);
    expect(byId.size).toBe(151);
    expect([...byId.keys()].toSorted()).toEqual(signatures.map(({ id }) => id).toSorted());
  });

  it('Few choices are left open', () => {
    const open = numericMisconceptions().flatMap((entry) =>
      choices.filter((criterion) => perform(homework, [entry]).choose(criterion)?.clear === false),
    );
    expect(open.length).toBeLessThan(0.1 * 3 * 151);
  });
});

const model = (size: number, count: number): fc.Arbitrary<Model> =>
  fc
    .record({
      data: fc.array(
        fc.integer({ min: -90, max: 90 }).map((x) => x / 10),
        { minLength: count, maxLength: count },
      ),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }),
      means: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: size, maxLength: size }),
      variances: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: size, maxLength: size }),
    })
    .map(({ data, weights, means, variances }) => {
      const total = weights.reduce((left, right) => left + right, 0);
      return {
        family: 'gaussian',
        data,
        start: { weights: weights.map((weight) => weight / total), means, variances },
      };
    });

describe('On any model', () => {
  const anyModel = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 7 }))
    .chain(([size, count]) => model(size, count));

  it('Every wrong procedure runs to an end and hands in a list for each component', () => {
    fc.assert(
      fc.property(anyModel, fc.constantFrom(...numericMisconceptions()), (given, misconception) => {
        const performance = perform(given, [misconception]);
        for (const from of ['weights', 'means', 'variances']) {
          expect(performance.answer({ from, at: 'converged' })).toHaveLength(given.start?.weights.length ?? 0);
        }
        expect(performance.trajectory.length).toBeLessThanOrEqual(3001);
      }),
      { numRuns: 150, seed: 151 },
    );
  });

  it('The order in which two misconceptions are given does not matter, unless they sit in the same step', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.constantFrom(...numericMisconceptions()),
        fc.constantFrom(...numericMisconceptions()),
        (given, one, other) => {
          fc.pre(one.step !== other.step);
          expect(perform(given, [one, other]).trajectory).toEqual(perform(given, [other, one]).trajectory);
        },
      ),
      { numRuns: 60, seed: 152 },
    );
  });

  it('Without a misconception the script does what the reference does', () => {
    const performance = perform(homework, []);
    expect(performance.settled).toBe(true);
    expectAgreement(performance.answer({ from: 'log-likelihood', at: 'start' }), -24.512532330086678);
    expectAgreement(performance.answer({ from: 'means', at: 'converged' }), [4.99999998184, -0.500000002723]);
  });
});

describe('On data that hide little', () => {
  const revealing: Model = {
    family: 'gaussian',
    data: [-4.1, -3, -2.2, 0, 0.7, 1.5, 4.2, 5, 6.3],
    start: { weights: [0.2, 0.3, 0.5], means: [-2, 1.5, 4], variances: [2, 3, 1.5] },
  };

  const handedIn = (misconceptions: Parameters<typeof perform>[1]): readonly unknown[] => {
    const { answer, choose } = perform(revealing, misconceptions);
    const run = ['weights', 'means', 'variances'].flatMap((from) => [
      answer({ from, at: 1 }),
      answer({ from, at: 'converged' }),
    ]);
    const first = ['log-likelihood', 'assignments', 'responsibilities'].map((from) => answer({ from, at: 'start' }));
    return [...first, ...run, ...choices.map((criterion) => choose(criterion)?.component)].flat(2);
  };

  it('Every mistake shows, but for the two that see the same clusters', () => {
    const right = handedIn([]);
    const hidden = numericMisconceptions().filter((entry) => {
      const wrong = handedIn([entry]);
      return (
        wrong.length === right.length && wrong.every((value, i) => Math.abs(Number(value) - Number(right[i])) < 1e-8)
      );
    });
    expect(hidden.map(({ id }) => id)).toEqual(['assign-nearest-mean', 'assign-final-clusters']);
  });
});

describe('On other models', () => {
  const coins: Model = {
    family: 'binomial',
    data: [5, 9, 8, 4, 7],
    start: { weights: [0.5, 0.5], probabilities: [0.6, 0.5] },
    fixed: ['weights'],
    constants: { trials: 10 },
  };
  const oneStep: Model = {
    family: 'gaussian',
    data: [1, 10, 20],
    responsibilities: [
      [1, 0],
      [0.4, 0.6],
      [0, 1],
    ],
  };

  it('Mistakes with coins are those that have a meaning there', () => {
    expect(applies(find('resp-hard-assignment'), coins)).toBe(true);
    expect(applies(find('var-bessel'), coins)).toBe(false);
    expect(perform(coins, [find('resp-hard-assignment')]).answer({ from: 'probabilities', at: 1 })).toEqual([
      0.8, 0.45,
    ]);
    expect(() => perform(coins, [find('var-bessel')])).toThrow(RangeError);
  });

  it('Rounding at every step reproduces what a reader with a pocket calculator gets', () => {
    const [heads = []] = [perform(coins, [find('loop-rounds-parameters')]).answer({ from: 'probabilities', at: 1 })];
    expect(heads).toEqual([0.71, 0.58]);
  });

  it('With given responsibilities, mistakes are made in the M-step or in handing in', () => {
    const possible = numericMisconceptions().filter((entry) => applies(entry, oneStep));
    expect(new Set(possible.map(({ step }) => step))).toEqual(
      new Set(['means', 'variances', 'weights', 'report', 'assignments']),
    );
    expect(perform(oneStep, [find('mu-divided-by-n')]).answer({ from: 'means', at: 1 })).toEqual([5 / 3, 26 / 3]);
    expect(perform(oneStep, []).answer({ from: 'weights', at: 1 })).toEqual([1.4 / 3, 1.6 / 3]);
  });

  it('Exchanging components turns the order of three round', () => {
    const three: Model = {
      family: 'gaussian',
      data: [-3, 0, 4],
      start: { weights: [0.2, 0.3, 0.5], means: [-3, 0, 4], variances: [1, 2, 3] },
    };
    const right = perform(three, []).answer({ from: 'means', at: 1 });
    expect(perform(three, [find('report-components-swapped')]).answer({ from: 'means', at: 1 })).toEqual(
      Array.isArray(right) ? right.toReversed() : [],
    );
  });
});
