/** A wrong log-likelihood: the right densities, put together wrongly. The run does not use it, and stays right. */

import { joint } from '../../em/index.js';
import { define } from '../define.js';
import type { MixtureRewrite } from '../misconception.js';
import { argmax, at, roundTo, roundToDigits, sum } from './arithmetic.js';

const { mixture } = define('log-likelihood');

type Point = {
  readonly weights: readonly number[];
  readonly densities: readonly number[];
  readonly joint: readonly number[];
};

/** A sum over the observations of something else than log p(x). */
const sumOf =
  (term: (point: Point) => number): MixtureRewrite =>
  (p) => ({
    ...p,
    logLikelihood: (q, data, theta) =>
      sum(
        data.map((x) => {
          const { weights } = theta;
          return term({ weights, densities: weights.map((_, k) => q.density(x, k, theta)), joint: joint(q, x, theta) });
        }),
      ),
  });

/** A sum over the observations of something with the responsibilities in it. */
const sumWithResponsibilities =
  (
    term: (
      responsibilities: readonly number[],
      point: { readonly densities: readonly number[]; readonly joint: readonly number[] },
    ) => number,
  ): MixtureRewrite =>
  (p) => ({
    ...p,
    logLikelihood: (q, data, theta) => {
      const responsibilities = q.eStep(q, data, theta);
      return sum(
        data.map((x, i) =>
          term(responsibilities[i] ?? [], {
            densities: theta.weights.map((_, k) => q.density(x, k, theta)),
            joint: joint(q, x, theta),
          }),
        ),
      );
    },
  });

/** One function of all the values p(x_i). */
const ofAll =
  (combine: (mixture: readonly number[]) => number): MixtureRewrite =>
  (p) => ({ ...p, logLikelihood: (q, data, theta) => combine(data.map((x) => sum(joint(q, x, theta)))) });

/** What is done to the finished log-likelihood. */
const after =
  (change: (value: number, count: number) => number): MixtureRewrite =>
  (p) => ({ ...p, logLikelihood: (q, data, theta) => change(p.logLikelihood(q, data, theta), data.length) });

/** The right log-likelihood, at another moment than the start. */
const readAt =
  (moment: 'converged' | number): MixtureRewrite =>
  (p) => ({
    ...p,
    readAt: (asked, quantity) =>
      quantity === 'log-likelihood' && asked === 'start' ? moment : p.readAt(asked, quantity),
  });

/** Every density, sum and logarithm kept in single precision. */
const inSinglePrecision: MixtureRewrite = (p) => ({
  ...p,
  logLikelihood: (q, data, theta) => singleSum(data.map((x) => Math.log(singleSum(joint(q, x, theta))))),
});

const singleSum = (values: readonly number[]): number =>
  values.reduce((total, value) => Math.fround(total + Math.fround(value)), 0);

const logOf = Math.log;

export const logLikelihoodMisconceptions = () =>
  [
    mixture(
      'loglik-log10',
      'loglik-log10',
      'H',
      after((value) => value / Math.LN10),
    ),
    mixture(
      'loglik-log2',
      'loglik-log2',
      'M',
      after((value) => value / Math.LN2),
    ),
    mixture(
      'loglik-log1p',
      'no-logarithm',
      'L',
      sumOf((point) => Math.log1p(sum(point.joint))),
    ),
    mixture(
      'loglik-mean',
      'loglik-mean',
      'H',
      after((value, count) => value / count),
    ),
    mixture(
      'loglik-product-not-log',
      'no-logarithm',
      'M',
      ofAll((values) => values.reduce((left, right) => left * right, 1)),
    ),
    mixture('loglik-sum-no-log', 'no-logarithm', 'M', ofAll(sum)),
    mixture(
      'loglik-log-of-total',
      'loglik-log-of-total',
      'M',
      ofAll((values) => logOf(sum(values))),
    ),
    mixture(
      'loglik-weighted-logs',
      'log-inside-the-sum',
      'H',
      sumOf(({ weights, densities }) => sum(densities.map((density, k) => at(weights, k) * logOf(density)))),
    ),
    mixture(
      'loglik-log-each-term',
      'log-inside-the-sum',
      'M',
      sumOf((point) => sum(point.joint.map(logOf))),
    ),
    mixture(
      'loglik-log-each-density',
      'log-inside-the-sum',
      'L',
      sumOf((point) => sum(point.densities.map(logOf))),
    ),
    mixture(
      'loglik-multiply-components',
      'log-inside-the-sum',
      'L',
      sumOf((point) => logOf(point.joint.reduce((left, right) => left * right, 1))),
    ),
    mixture(
      'loglik-weights-added',
      'loglik-weights-added',
      'L',
      sumOf(({ weights, densities }) => logOf(sum(densities.map((density, k) => at(weights, k) + density)))),
    ),
    mixture(
      'loglik-no-weights',
      'weights-missing-in-mixture',
      'H',
      sumOf((point) => logOf(sum(point.densities))),
    ),
    mixture(
      'loglik-weight-first-only',
      'weights-missing-in-mixture',
      'M',
      sumOf((point) => logOf(at(point.joint, 0) + sum(point.densities.slice(1)))),
    ),
    mixture(
      'loglik-sign',
      'loglik-sign',
      'H',
      after((value) => -value),
    ),
    mixture(
      'loglik-deviance',
      'loglik-deviance',
      'L',
      after((value) => -2 * value),
    ),
    mixture(
      'loglik-max-component',
      'loglik-max-component',
      'M',
      sumOf((point) => logOf(Math.max(...point.joint))),
    ),
    mixture(
      'loglik-first-component-only',
      'loglik-first-component-only',
      'L',
      sumOf((point) => logOf(at(point.joint, 0))),
    ),
    mixture(
      'loglik-first-density-only',
      'loglik-first-density-only',
      'L',
      sumOf((point) => logOf(at(point.densities, 0))),
    ),
    mixture(
      'loglik-expected-complete-data',
      'loglik-expected-complete-data',
      'M',
      sumWithResponsibilities((row, point) => sum(row.map((share, k) => share * logOf(at(point.joint, k))))),
    ),
    mixture(
      'loglik-resp-weighted-density',
      'loglik-resp-weighted-density',
      'L',
      sumWithResponsibilities((row, point) => sum(row.map((share, k) => share * logOf(at(point.densities, k))))),
    ),
    mixture(
      'loglik-of-normalised-weights',
      'loglik-of-normalised-weights',
      'M',
      sumWithResponsibilities((row) => logOf(sum(row))),
    ),
    mixture(
      'loglik-max-responsibility',
      'loglik-max-responsibility',
      'L',
      sumWithResponsibilities((row) => logOf(at(row, argmax(row)))),
    ),
    mixture('loglik-after-one-iteration', 'theta-not-initial', 'H', readAt(1)),
    mixture('loglik-at-convergence', 'theta-not-initial', 'H', readAt('converged')),
    mixture(
      'loglik-densities-rounded-4dp',
      'rounding',
      'L',
      sumOf((point) => logOf(roundTo(sum(point.joint), 4))),
    ),
    mixture(
      'loglik-intermediate-3-digits',
      'rounding',
      'M',
      sumOf((point) => logOf(roundToDigits(sum(point.joint), 3))),
    ),
    mixture(
      'loglik-terms-rounded',
      'rounding',
      'M',
      sumOf((point) => roundTo(logOf(sum(point.joint)), 1)),
    ),
    mixture('loglik-float32', 'rounding', 'L', inSinglePrecision),
    mixture(
      'loglik-epsilon',
      'loglik-epsilon',
      'L',
      sumOf((point) => logOf(sum(point.joint) + 1e-8)),
    ),
    mixture(
      'loglik-rounded-to-integer',
      'rounding',
      'L',
      after((value) => roundTo(value, 0)),
    ),
  ] as const;
