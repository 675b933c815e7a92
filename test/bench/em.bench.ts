import { createRequire } from 'node:module';

import { runEm, type GaussianParameters } from '../../src/em/index.js';

export const title = 'EM on many observations: growth, and libraries on npm';

type Mixture = { readonly optimize: (data: readonly number[], iterations: number, tolerance: number) => number };
type MixtureConstructor = new (
  size: number,
  weights: readonly number[],
  means: readonly number[],
  variances: readonly number[],
) => Mixture;
type Fit = (points: readonly (readonly number[])[], groups: number, epsilon: number) => unknown;

const load = createRequire(import.meta.url);
const GaussianMixture = load('gaussian-mixture') as MixtureConstructor;
const fitByExpectationMaximization = load('expectation-maximization') as Fit;

const iterations = 10;
const rounds = 5;

const startOf = (size: number): GaussianParameters => ({
  weights: Array.from({ length: size }, () => 1 / size),
  means: Array.from({ length: size }, (_, k) => -3 + (7 * k) / size),
  variances: Array.from({ length: size }, (_, k) => 1 + k),
});

/** Two clusters; the low digits of a multiplicative generator are random enough to be sorted by EM. */
const sample = (count: number): number[] => {
  let state = count;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    return random() < 0.4 ? normal - 2 : 1.5 * normal + 3;
  });
};

/** For one call, of as many as the clock needs. */
const nanoseconds = (work: () => unknown, calls: number): number => {
  const before = process.hrtime.bigint();
  for (let call = 0; call < calls; call += 1) work();
  return Number(process.hrtime.bigint() - before) / calls;
};

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

/** Nanoseconds for each observation, component and iteration of the contestants, in turn. */
const measure = (count: number, size: number, peers: boolean): readonly number[] => {
  const data = sample(count);
  const points = data.map((x) => [x]);
  const start = startOf(size);
  const contestants = [
    { each: iterations, work: () => runEm(data, start, { iterations, tolerance: 1e-300 }) },
    ...(peers
      ? [
          {
            each: iterations,
            work: () =>
              new GaussianMixture(size, [...start.weights], [...start.means], [...start.variances]).optimize(
                data,
                iterations,
                0,
              ),
          },
          // It starts at random and cannot be told when to stop; with this tolerance it makes one iteration.
          { each: 1, work: () => fitByExpectationMaximization(points, size, 2) },
        ]
      : []),
  ];
  const calls = Math.ceil(2e4 / count);
  // The first round warms up.
  const times = Array.from({ length: rounds + 1 }, () =>
    contestants.map(({ each, work }) => nanoseconds(work, calls) / (count * size * each)),
  );
  return contestants.map((_, index) => median(times.slice(1).map((round) => round[index] ?? Number.NaN)));
};

export const run = async (): Promise<string> => {
  const rows: string[] = [];
  let unit: number | undefined;
  for (const count of [1e3, 1e4, 1e5, 1e6]) {
    for (const size of [2, 3, 5]) {
      const [own = Number.NaN, ...others] = measure(count, size, count <= 1e4);
      unit ??= own;
      const [mixture = '', fit = ''] = others.map((time) => (time / own).toFixed(1));
      rows.push(
        `| ${count.toLocaleString('en')} | ${size} | ${own.toFixed(0)} | ${(own / unit).toFixed(2)} | ${mixture} | ${fit} |`,
      );
    }
  }
  return [
    `Medians of ${rounds} rounds, in turn; ${iterations} iterations from one start. Linear growth in N·K is a constant third column.`,
    '',
    '| N | K | ns for each observation, component and iteration | relative to the first row | `gaussian-mixture` takes × | `expectation-maximization` takes × |',
    '|---:|---:|---:|---:|---:|---:|',
    ...rows,
  ].join('\n');
};
