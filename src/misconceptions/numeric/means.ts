/** A wrong update of the means: μ_k = Σ_i γ_ik x_i / N_k. */

import type { GaussianParameters, MStepInput } from '../../em/index.js';
import type { Vector } from '../../types.js';
import { define, needingStart } from '../define.js';
import type { GaussianRewrite } from '../misconception.js';
import { at, mean } from './arithmetic.js';
import { massesOf, weightedSums } from './m-step.js';

const { gaussian } = define('means');

type Input = MStepInput<number, GaussianParameters>;

const replaced =
  (means: (input: Input) => Vector): GaussianRewrite =>
  (p) => ({ ...p, update: { ...p.update, means } });

/** What is done to the means as they were updated. */
const after =
  (change: (means: Vector, input: Input) => Vector): GaussianRewrite =>
  (p) => ({ ...p, update: { ...p.update, means: (input) => change(p.update.means(input), input) } });

/** Σ_i γ_ik x_i. */
const sums = (input: Input): Vector => weightedSums(input, (x) => x);

export const meanMisconceptions = () =>
  [
    gaussian(
      'mu-divided-by-n',
      'mu-divided-by-n',
      'H',
      replaced((input) => sums(input).map((total) => total / input.data.length)),
    ),
    gaussian(
      'mu-unweighted',
      'mu-unweighted',
      'M',
      replaced(({ data, old }) => old.means.map(() => mean(data))),
    ),
    gaussian('mu-no-denominator', 'mu-no-denominator', 'M', replaced(sums)),
    gaussian(
      'mu-divided-by-k',
      'mu-divided-by-k',
      'M',
      replaced((input) => sums(input).map((total) => total / input.old.means.length)),
    ),
    needingStart(
      gaussian(
        'mu-not-updated',
        'mu-not-updated',
        'L',
        replaced(({ old }) => old.means),
      ),
    ),
    gaussian(
      'mu-first-denominator-for-both',
      'mu-first-denominator-for-both',
      'M',
      replaced((input) => sums(input).map((total) => total / at(massesOf(input), 0))),
    ),
    gaussian(
      'mu-denominators-crossed',
      'mu-denominators-crossed',
      'L',
      replaced((input) => sums(input).map((total, k) => total / at(massesOf(input).toReversed(), k))),
    ),
    gaussian(
      'mu-gamma-squared',
      'mu-gamma-squared',
      'L',
      replaced((input) =>
        weightedSums(input, (x, share) => share * x).map((total, k) => total / at(massesOf(input), k)),
      ),
    ),
    gaussian(
      'mu-copy-paste-component',
      'mu-copy-paste-component',
      'M',
      after((means) => means.map(() => at(means, 0))),
    ),
    gaussian(
      'mu-integer-truncated',
      'mu-integer-truncated',
      'M',
      after((means) => means.map(Math.trunc)),
    ),
    needingStart(
      gaussian(
        'mu-increment',
        'mu-increment',
        'L',
        after((means, { old }) => means.map((value, k) => at(old.means, k) + value)),
      ),
    ),
    needingStart(
      gaussian(
        'mu-prior-weighted',
        'mu-prior-weighted',
        'L',
        after((means, { old }) => means.map((value, k) => at(old.weights, k) * value)),
      ),
    ),
  ] as const;
