/** A wrong update of the variances: σ²_k = Σ_i γ_ik (x_i − μ_k)² / N_k around the new means. */

import type { GaussianParameters, MStepInput } from '../../em/index.js';
import type { Vector } from '../../types.js';
import { define, needingStart } from '../define.js';
import type { GaussianRewrite } from '../misconception.js';
import { at, mean, sum } from './arithmetic.js';
import { massesOf, weightedSums } from './m-step.js';

const { gaussian } = define('variances');

type Input = MStepInput<number, GaussianParameters>;

const replaced =
  (variances: (input: Input) => Vector): GaussianRewrite =>
  (p) => ({ ...p, update: { ...p.update, variances } });

/** What is done to the variances as they were updated. */
const after =
  (change: (variances: Vector, input: Input) => Vector): GaussianRewrite =>
  (p) => ({ ...p, update: { ...p.update, variances: (input) => change(p.update.variances(input), input) } });

/** The right update around other centres than the new means. */
const around =
  (centers: (input: Input) => Vector): GaussianRewrite =>
  (p) => ({
    ...p,
    update: {
      ...p.update,
      variances: (input) => p.update.variances({ ...input, current: { ...input.current, means: centers(input) } }),
    },
  });

/** Weighted means of f(deviation), over N_k. */
const momentOf =
  (value: (deviation: number, share: number, mean: number, x: number) => number) =>
  (input: Input): Vector => {
    const masses = massesOf(input);
    return weightedSums(input, (x, share, k) => {
      const center = at(input.current.means, k);
      return value(x - center, share, center, x);
    }).map((total, k) => total / at(masses, k));
  };

/** Σ_i γ_ik (x_i − μ_k)². */
const squares = (input: Input): Vector => weightedSums(input, (x, _, k) => (x - at(input.current.means, k)) ** 2);

const everyComponent = ({ old }: Input, value: number): Vector => old.variances.map(() => value);

/** np.cov with aweights: around the weighted mean, over N_k − Σ γ² / N_k. */
const unbiasedCovariance = (input: Input): Vector => {
  const masses = massesOf(input);
  const centers = weightedSums(input, (x) => x).map((total, k) => total / at(masses, k));
  const sumsOfSquaredShares = weightedSums(input, (_, share) => share);
  return weightedSums(input, (x, _, k) => (x - at(centers, k)) ** 2).map(
    (total, k) => total / (at(masses, k) - at(sumsOfSquaredShares, k) / at(masses, k)),
  );
};

export const varianceMisconceptions = () =>
  [
    needingStart(
      gaussian(
        'var-old-mean',
        'var-old-mean',
        'H',
        around(({ old }) => old.means),
      ),
    ),
    gaussian(
      'var-divided-by-n',
      'var-divided-by-n',
      'H',
      replaced((input) => squares(input).map((total) => total / input.data.length)),
    ),
    gaussian('var-no-square', 'deviation-not-squared', 'M', replaced(momentOf((deviation) => deviation))),
    gaussian('var-absolute-deviation', 'deviation-not-squared', 'L', replaced(momentOf(Math.abs))),
    gaussian(
      'var-sd-stored',
      'sd-used-or-given-as-variance',
      'H',
      after((variances) => variances.map(Math.sqrt)),
    ),
    gaussian(
      'var-bessel',
      'unbiased-variance',
      'M',
      replaced((input) => squares(input).map((total, k) => total / (at(massesOf(input), k) - 1))),
    ),
    gaussian('var-np-cov', 'unbiased-variance', 'M', replaced(unbiasedCovariance)),
    gaussian(
      'var-unweighted',
      'var-unweighted',
      'M',
      replaced((input) => everyComponent(input, mean(input.data.map((x) => (x - mean(input.data)) ** 2)))),
    ),
    gaussian(
      'var-gamma-inside-square',
      'var-gamma-inside-square',
      'M',
      replaced(momentOf((deviation, share) => share * deviation ** 2)),
    ),
    gaussian(
      'var-square-outside-sum',
      'deviation-not-squared',
      'M',
      replaced((input) => momentOf((deviation) => deviation)(input).map((value) => value ** 2)),
    ),
    gaussian(
      'var-global-mean',
      'var-global-mean',
      'L',
      around((input) => everyComponent(input, mean(input.data))),
    ),
    gaussian(
      'var-moment-mean-not-squared',
      'var-moment-mean-not-squared',
      'M',
      replaced((input) =>
        momentOf((_, __, ___, x) => x ** 2)(input).map((value, k) => value - at(input.current.means, k)),
      ),
    ),
    gaussian('var-second-moment', 'var-second-moment', 'M', replaced(momentOf((_, __, ___, x) => x ** 2))),
    needingStart(
      gaussian(
        'var-not-updated',
        'var-not-updated',
        'M',
        replaced(({ old }) => old.variances),
      ),
    ),
    gaussian('var-no-denominator', 'var-no-denominator', 'M', replaced(squares)),
    gaussian(
      'var-divided-by-k',
      'var-divided-by-k',
      'M',
      replaced((input) => squares(input).map((total) => total / input.old.variances.length)),
    ),
    gaussian(
      'var-squared-again',
      'variance-squared-twice',
      'M',
      after((variances) => variances.map((value) => value ** 2)),
    ),
    gaussian(
      'var-pooled',
      'var-pooled',
      'L',
      replaced((input) => everyComponent(input, sum(squares(input)) / input.data.length)),
    ),
    gaussian(
      'var-regularised',
      'var-regularised',
      'M',
      after((variances) => variances.map((value) => value + 1e-6)),
    ),
    gaussian(
      'var-first-denominator-for-both',
      'var-first-denominator-for-both',
      'M',
      replaced((input) => squares(input).map((total) => total / at(massesOf(input), 0))),
    ),
    gaussian(
      'var-copy-paste-mean',
      'var-copy-paste-mean',
      'M',
      around(({ current }) => current.means.map(() => at(current.means, 0))),
    ),
    gaussian(
      'var-means-crossed',
      'var-means-crossed',
      'L',
      around(({ current }) => current.means.toReversed()),
    ),
    gaussian(
      'var-integer-truncated',
      'var-integer-truncated',
      'M',
      after((variances) => variances.map(Math.trunc)),
    ),
  ] as const;
