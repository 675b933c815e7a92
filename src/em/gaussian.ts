/** Mixtures of Gaussians in one dimension: `weights`, `means`, `variances`. */

import type { Vector } from '../types.js';
import type { Family } from './family.js';
import { mixtureSteps, updateWeights } from './mixture.js';
import type { MStepInput } from './procedure.js';
import { checkNumber, checkPositive } from './check-entry.js';
import { defaultStop, type Scales, stopWhenSettled } from './stop.js';
import { at, masses, weighted } from './vectors.js';

export type GaussianParameters = { readonly weights: Vector; readonly means: Vector; readonly variances: Vector };

/** N(x; μ, σ²). */
export const gaussianDensity = (x: number, mean: number, variance: number): number =>
  Math.exp(-((x - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

/** log N(x; μ, σ²). */
const gaussianLogDensity = (x: number, mean: number, variance: number): number =>
  -0.5 * (Math.log(2 * Math.PI * variance) + (x - mean) ** 2 / variance);

/** μ_k = Σ_i γ_ik x_i / N_k (Bishop 2006, eq. 9.24). */
const updateMeans = ({ data, responsibilities, old }: MStepInput<number, GaussianParameters>): Vector =>
  masses(responsibilities, old.means.length).map((mass, k) => weighted(responsibilities, k, data, (x) => x) / mass);

/** σ²_k = Σ_i γ_ik (x_i − μ_k)² / N_k around the new means (Bishop 2006, eq. 9.25 in one dimension). */
const updateVariances = ({ data, responsibilities, current }: MStepInput<number, GaussianParameters>): Vector =>
  masses(responsibilities, current.means.length).map((mass, k) => {
    const center = at(current.means, k);
    return weighted(responsibilities, k, data, (x) => (x - center) ** 2) / mass;
  });

/**
 * Means move on the scale of the data's range, variances on that of its square. A variance below the square of the rounding error
 * of the data cannot be told from zero: there the likelihood grows without bound (Bishop 2006, section 9.2.1).
 */
export const gaussianScales = (data: Iterable<number>): Scales<GaussianParameters> => {
  let [low, high] = [Infinity, -Infinity];
  for (const x of data) {
    if (x < low) low = x;
    if (x > high) high = x;
  }
  const range = high - low;
  const least = (16 * Number.EPSILON * Math.max(Math.abs(low), Math.abs(high))) ** 2;
  return {
    units: range > 0 ? { means: range, variances: range ** 2 } : {},
    collapsed: ({ variances }) => variances.findIndex((variance) => variance <= least),
  };
};

export const gaussian: Family<number, GaussianParameters> = {
  name: 'gaussian',
  parameters: ['weights', 'means', 'variances'],
  procedure: ({ stop = defaultStop }) => ({
    ...mixtureSteps<number, GaussianParameters>(),
    density: (x, k, { means, variances }) => gaussianDensity(x, at(means, k), at(variances, k)),
    logDensity: (x, k, { means, variances }) => gaussianLogDensity(x, at(means, k), at(variances, k)),
    update: { weights: updateWeights, means: updateMeans, variances: updateVariances },
    stop: stopWhenSettled(stop, gaussianScales),
  }),
  quantities: {
    'standard-deviations': { shape: 'components', of: ({ theta }) => theta.variances.map(Math.sqrt) },
  },
  checkDatum: checkNumber,
  checkParameter: (name, value) => (name === 'variances' ? checkPositive(value) : checkNumber(value)),
};
