/** Programs with faults that no list holds: whatever is said of their numbers has to be true of them. */

import type { GaussianParameters, Procedure } from '../../src/em/index.js';
import { perform, type NumericMisconception } from '../../src/misconceptions/index.js';
import type { Model } from '../../src/types.js';

type P = Procedure<number, GaussianParameters>;
type Formula = (d: number, v: number) => number;

const program = (rewrite: (p: P) => P): NumericMisconception => ({
  id: 'unlisted',
  family: 'unlisted',
  step: 'density',
  plausibility: 'L',
  models: 'gaussian',
  rewrite,
});

/* oxlint-disable unicorn/consistent-function-scoping -- short programs read best in one piece */
const density =
  (formula: Formula) =>
  (p: P): P => {
    const value = (x: number, k: number, { means, variances }: GaussianParameters): number =>
      formula(x - (means[k] ?? Number.NaN), variances[k] ?? Number.NaN);
    return { ...p, density: value, logDensity: (x, k, theta) => Math.log(value(x, k, theta)) };
  };
const data =
  (change: (x: readonly number[]) => readonly number[]) =>
  (p: P): P => ({ ...p, prepareData: change });
const start =
  (change: Partial<GaussianParameters>) =>
  (p: P): P => ({ ...p, start: (given) => ({ ...given, ...change }) });
const means =
  (change: (m: readonly number[], old: readonly number[]) => readonly number[]) =>
  (p: P): P => ({
    ...p,
    update: { ...p.update, means: (input) => change(p.update.means(input), input.old.means) },
  });
const variances =
  (change: (v: readonly number[], old: GaussianParameters, m: readonly number[]) => readonly number[]) =>
  (p: P): P => ({
    ...p,
    update: { ...p.update, variances: (input) => change(p.update.variances(input), input.old, input.current.means) },
  });
const weights =
  (change: (w: readonly number[], old: readonly number[]) => readonly number[]) =>
  (p: P): P => ({
    ...p,
    update: { ...p.update, weights: (input) => change(p.update.weights(input), input.old.weights) },
  });
const responsibilities =
  (change: (row: readonly number[], i: number) => readonly number[]) =>
  (p: P): P => ({
    ...p,
    eStep: (q, x, theta) => p.eStep(q, x, theta).map(change),
  });
const normalised = (row: readonly number[]): readonly number[] => {
  const total = row.reduce((a, b) => a + b, 0);
  return row.map((value) => value / total);
};
/** Σ_i |x_i − m|^power weighted, over N_k. */
const moment =
  (power: number) =>
  (p: P): P => ({
    ...p,
    update: {
      ...p.update,
      variances: ({ data: x, responsibilities: g, current }) =>
        current.means.map((m, k) => {
          const mass = g.reduce((total, row) => total + (row[k] ?? 0), 0);
          return x.reduce((total, value, i) => total + (g[i]?.[k] ?? 0) * Math.abs(value - m) ** power, 0) / mass;
        }),
    },
  });
const stopAt =
  (iterations: number) =>
  (p: P): P => ({
    ...p,
    stop: (q, progress) => p.stop(q, progress) ?? (progress.iteration >= iterations ? { kind: 'stopped' } : undefined),
  });
const stopWithin =
  (tolerance: number) =>
  (p: P): P => ({
    ...p,
    stop: (q, progress) =>
      p.stop(q, progress) ??
      (progress.current.means.every((m, k) => Math.abs(m - (progress.previous.means[k] ?? 0)) < tolerance)
        ? { kind: 'stopped' }
        : undefined),
  });
const logLikelihood =
  (change: (value: number, count: number) => number) =>
  (p: P): P => ({
    ...p,
    logLikelihood: (q, x, theta) => change(p.logLikelihood(q, x, theta), x.length),
  });

const { PI, exp, sqrt, abs } = Math;

export const unlisted: { readonly [name: string]: (p: P) => P } = {
  'a sample mistyped (7 for 6)': data((x) => x.map((value) => (value === 6 ? 7 : value))),
  'a sample mistyped (-2 for -1)': data((x) => x.map((value) => (value === -1 ? -2 : value))),
  'a sample mistyped (1 for 0)': data((x) => x.map((value) => (value === 0 ? 1 : value))),
  'a sample mistyped (3 for 4)': data((x) => x.map((value) => (value === 4 ? 3 : value))),
  'samples centred': data((x) => x.map((value) => value - 2.8)),
  'samples doubled': data((x) => x.map((value) => 2 * value)),
  'samples all positive': data((x) => x.map((value) => value + 1)),
  'middle sample lost': data((x) => x.toSpliced(2, 1)),
  'first sample twice': data((x) => [x[0] ?? 0, ...x]),
  'starts from means 5 and 7': start({ means: [5, 7] }),
  'starts from means 6 and 8': start({ means: [6, 8] }),
  'starts from means 7 and 7': start({ means: [7, 7] }),
  'starts from means 0 and 5': start({ means: [0, 5] }),
  'starts from equal means': start({ means: [6, 6] }),
  'starts from variances 1 and 9': start({ variances: [1, 9] }),
  'starts from variances 2 and 4': start({ variances: [2, 4] }),
  'starts from weights 0.4 and 0.6': start({ weights: [0.4, 0.6] }),
  'starts from weights 0.6 and 0.4': start({ weights: [0.6, 0.4] }),
  'Laplace density': density((d, v) => exp(-abs(d) / sqrt(v / 2)) / (2 * sqrt(v / 2))),
  'Laplace density with scale sigma': density((d, v) => exp(-abs(d) / sqrt(v)) / (2 * sqrt(v))),
  'Cauchy density': density((d, v) => 1 / (PI * sqrt(v) * (1 + (d * d) / v))),
  't density with 5 degrees of freedom': density((d, v) => (1 + (d * d) / (5 * v)) ** -3 * (0.3796 / sqrt(v))),
  'logistic density': density((d, v) => exp(-d / sqrt(v)) / (sqrt(v) * (1 + exp(-d / sqrt(v))) ** 2)),
  'exponent with a factor of a quarter': density((d, v) => exp(-(d * d) / (4 * v)) / sqrt(2 * PI * v)),
  'exponent with a third power': density((d, v) => exp(-(abs(d) ** 3) / (2 * v)) / sqrt(2 * PI * v)),
  'exponent with base 2': density((d, v) => 2 ** (-(d * d) / (2 * v)) / sqrt(2 * PI * v)),
  'normaliser with pi for 2 pi': density((d, v) => exp(-(d * d) / (2 * v)) / sqrt(PI * v)),
  'normaliser with 4 pi': density((d, v) => exp(-(d * d) / (2 * v)) / sqrt(4 * PI * v)),
  'normaliser with a cube root': density((d, v) => exp(-(d * d) / (2 * v)) / Math.cbrt(2 * PI * v)),
  'density floored at 0.001': density((d, v) => Math.max(1e-3, exp(-(d * d) / (2 * v)) / sqrt(2 * PI * v))),
  'density with 0.1 added': density((d, v) => 0.1 + exp(-(d * d) / (2 * v)) / sqrt(2 * PI * v)),
  'density of squared samples': (p) => ({
    ...p,
    density: (x, k, theta) => p.density(x * x, k, theta),
    logDensity: (x, k, theta) => p.logDensity(x * x, k, theta),
  }),
  'annealed responsibilities (power 1/2)': responsibilities((row) => normalised(row.map((value) => value ** 0.5))),
  'sharpened responsibilities (power 2)': responsibilities((row) => normalised(row.map((value) => value ** 2))),
  'responsibilities mixed with a uniform': responsibilities((row) => row.map((value) => 0.9 * value + 0.05)),
  'responsibilities rounded to a tenth': responsibilities((row) => row.map((value) => Math.round(10 * value) / 10)),
  'first sample fixed to component 1': responsibilities((row, i) =>
    i === 0 ? row.map((_, k) => (k === 0 ? 1 : 0)) : row,
  ),
  'rows of the table shifted by one': (p) => ({
    ...p,
    eStep: (q, x, theta) => {
      const table = p.eStep(q, x, theta);
      return [...table.slice(1), ...table.slice(0, 1)];
    },
  }),
  'means damped by half': means((m, old) => m.map((value, k) => (value + (old[k] ?? 0)) / 2)),
  'means rounded to whole numbers': means((m) => m.map(Math.round)),
  'means 10 per cent too large': means((m) => m.map((value) => 1.1 * value)),
  'means negative': means((m) => m.map((value) => -value)),
  'second mean kept': means((m, old) => [m[0] ?? 0, old[1] ?? 0]),
  'first mean kept': means((m, old) => [old[0] ?? 0, m[1] ?? 0]),
  'weighted medians for means': (p) => ({
    ...p,
    update: {
      ...p.update,
      means: ({ data: x, responsibilities: g, old }) =>
        old.means.map((_, k) => {
          const order = x.map((value, i) => ({ value, share: g[i]?.[k] ?? 0 })).sort((a, b) => a.value - b.value);
          const half = order.reduce((t, o) => t + o.share, 0) / 2;
          let total = 0;
          for (const { value, share } of order) {
            total += share;
            if (total >= half) return value;
          }
          return Number.NaN;
        }),
    },
  }),
  'mean of cubes for the variance': moment(3),
  'mean of fourth powers for the variance': moment(4),
  'mean of deviations to the 1.5': moment(1.5),
  'variances halved': variances((v) => v.map((value) => value / 2)),
  'variances doubled': variances((v) => v.map((value) => 2 * value)),
  'variances with 0.1 added': variances((v) => v.map((value) => value + 0.1)),
  'variances floored at 1': variances((v) => v.map((value) => Math.max(1, value))),
  'variances averaged with the old': variances((v, old) => v.map((value, k) => (value + (old.variances[k] ?? 0)) / 2)),
  'first variance kept': variances((v, old) => [old.variances[0] ?? 0, v[1] ?? 0]),
  'variances with the mean added': variances((v, _, m) => v.map((value, k) => value + (m[k] ?? 0))),
  'variances of order N/(N-1)': variances((v) => v.map((value) => (5 / 4) * value)),
  'weights squared and normalised': weights((w) => normalised(w.map((value) => value * value))),
  'weights averaged with the old': weights((w, old) => w.map((value, k) => (value + (old[k] ?? 0)) / 2)),
  'weights with a pseudocount': weights((w) => w.map((value) => (5 * value + 1) / 7)),
  'weights with roots': weights((w) => normalised(w.map((value) => sqrt(value)))),
  'stopped after 3 iterations': stopAt(3),
  'stopped after 4 iterations': stopAt(4),
  'stopped after 7 iterations': stopAt(7),
  'stops where the means move by less than 1': stopWithin(1),
  'iteration 3 reported as the first': (p) => ({ ...p, readAt: (asked) => (asked === 1 ? 3 : asked) }),
  'start reported as the first step': (p) => ({ ...p, readAt: (asked) => (asked === 1 ? 'start' : asked) }),
  'log-likelihood halved': logLikelihood((value) => value / 2),
  'log-likelihood with a penalty of 5': logLikelihood((value) => value - 5),
  'BIC for the log-likelihood': logLikelihood((value, n) => value - 2.5 * Math.log(n)),
  'AIC for the log-likelihood': logLikelihood((value) => 10 - 2 * value),
  'log-likelihood over N - 1': logLikelihood((value, n) => value / (n - 1)),
  'perplexity for the log-likelihood': logLikelihood((value, n) => exp(-value / n)),
  'square of the log-likelihood': logLikelihood((value) => value * value),
  'variances reported as 1/variance': (p) => ({
    ...p,
    report: (theta) => ({ ...theta, variances: theta.variances.map((v) => 1 / v) }),
  }),
  'means reported as squares': (p) => ({
    ...p,
    report: (theta) => ({ ...theta, means: theta.means.map((m) => m * m) }),
  }),
  'weights reported as per cent': (p) => ({
    ...p,
    report: (theta) => ({ ...theta, weights: theta.weights.map((w) => 100 * w) }),
  }),
  'weights reported as odds': (p) => ({
    ...p,
    report: (theta) => ({ ...theta, weights: theta.weights.map((w) => w / (1 - w)) }),
  }),
  'reported variances halved': (p) => ({
    ...p,
    report: (theta) => ({ ...theta, variances: theta.variances.map((v) => v / 2) }),
  }),
  'three times the M-step for each E-step': (p) => ({
    ...p,
    mStep: (q, x, g, old) => p.mStep(q, x, g, p.mStep(q, x, g, old)),
  }),
  'weights never below 0.45': weights((w) => normalised(w.map((value) => Math.max(0.45, value)))),
  'both components get half of everything after the first step': (p) => ({
    ...p,
    inIteration: (q, n) =>
      n < 2
        ? q
        : { ...q, eStep: (r, x, theta) => p.eStep(r, x, theta).map((row) => row.map((value) => (value + 0.5) / 2)) },
  }),
};

export const runUnlisted = (model: Model, name: string): ReturnType<typeof perform> => {
  const rewrite = unlisted[name];
  if (rewrite === undefined) throw new Error(`${name} is no program`);
  return perform(model, [program(rewrite)]);
};
