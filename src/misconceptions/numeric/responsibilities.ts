/** A wrong E-step: the right densities (or not), turned into responsibilities wrongly. */

import { joint } from '../../em/index.js';
import type { Matrix, Vector } from '../../types.js';
import { define } from '../define.js';
import type { MixtureRewrite } from '../misconception.js';
import { argmax, argmin, at, oneHot, sum } from './arithmetic.js';

const { mixture, gaussian } = define('responsibilities');

/** Each row from π_k N_k, N_k and π_k. */
const rowOf =
  (row: (joint: Vector, densities: Vector, weights: Vector) => Vector): MixtureRewrite =>
  (p) => ({
    ...p,
    eStep: (q, data, theta) =>
      data.map((x) =>
        row(
          joint(q, x, theta),
          theta.weights.map((_, k) => q.density(x, k, theta)),
          theta.weights,
        ),
      ),
  });

/** The table of π_k N_k, normalised as a whole. */
const tableOf =
  (normalise: (table: Matrix) => Matrix): MixtureRewrite =>
  (p) => ({ ...p, eStep: (q, data, theta) => normalise(data.map((x) => joint(q, x, theta))) });

const normalised = (values: Vector): Vector => {
  const total = sum(values);
  return values.map((value) => value / total);
};

const softmax = (values: Vector): Vector => normalised(values.map(Math.exp));

const overPoints = (table: Matrix): Matrix => {
  const totals = (table[0] ?? []).map((_, k) => sum(table.map((row) => at(row, k))));
  return table.map((row) => row.map((value, k) => value / at(totals, k)));
};

const overTable = (table: Matrix): Matrix => {
  const total = sum(table.map(sum));
  return table.map((row) => row.map((value) => value / total));
};

/** The product against those of all other components. */
const odds = (values: Vector): Vector => values.map((value, k) => value / sum(values.filter((_, j) => j !== k)));

export const responsibilityMisconceptions = () =>
  [
    mixture(
      'resp-no-prior',
      'prior-in-e-step',
      'H',
      rowOf((_, densities) => normalised(densities)),
    ),
    mixture(
      'resp-unnormalised',
      'resp-not-normalised',
      'M',
      rowOf((products) => products),
    ),
    mixture(
      'resp-likelihood-only',
      'resp-not-normalised',
      'M',
      rowOf((_, densities) => densities),
    ),
    mixture('resp-normalised-over-points', 'resp-wrong-axis', 'H', tableOf(overPoints)),
    mixture('resp-normalised-over-table', 'resp-wrong-axis', 'M', tableOf(overTable)),
    mixture('resp-components-swapped', 'components-exchanged', 'M', (p) => ({
      ...p,
      eStep: (q, data, theta) => p.eStep(q, data, theta).map((row) => row.toReversed()),
    })),
    mixture(
      'resp-prior-squared',
      'prior-in-e-step',
      'L',
      rowOf((products, _, weights) => normalised(products.map((value, k) => value * at(weights, k)))),
    ),
    mixture('resp-hard-assignment', 'hard-assignment', 'H', (p) => ({
      ...p,
      eStep: (q, data, theta) => p.eStep(q, data, theta).map((row) => oneHot(argmax(row), row.length)),
    })),
    gaussian('resp-nearest-mean', 'resp-nearest-mean', 'M', (p) => ({
      ...p,
      eStep: (_, data, { means }) =>
        data.map((x) => oneHot(argmin(means.map((mean) => Math.abs(x - mean))), means.length)),
    })),
    mixture(
      'resp-denominator-no-prior',
      'prior-in-e-step',
      'M',
      rowOf((products, densities) => products.map((value) => value / sum(densities))),
    ),
    mixture(
      'resp-numerator-no-prior',
      'prior-in-e-step',
      'M',
      rowOf((products, densities) => densities.map((value) => value / sum(products))),
    ),
    mixture('resp-softmax-of-joint', 'softmax-of-probabilities', 'L', rowOf(softmax)),
    mixture(
      'resp-softmax-of-density',
      'softmax-of-probabilities',
      'L',
      rowOf((_, densities) => softmax(densities)),
    ),
    mixture(
      'resp-log-normalised',
      'resp-log-normalised',
      'L',
      rowOf((products) => normalised(products.map(Math.log))),
    ),
    mixture(
      'resp-prior-only',
      'resp-prior-only',
      'L',
      rowOf((_, __, weights) => weights),
    ),
    mixture('resp-odds', 'resp-odds', 'L', rowOf(odds)),
  ] as const;
