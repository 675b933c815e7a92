/** The E-step and the M-step of a Gaussian mixture on typed arrays; responsibilities are N × K, row by row. */

import type { GaussianParameters } from './gaussian.js';
import { at } from './vectors.js';

// Sums are kept plain over a block and compensated between blocks: the rounding error is that of a block, whatever N is.
const blockSize = 128;

/** A sum and what rounding has taken from it so far (Neumaier, ZAMM 54, 1974). */
type Total = { sum: number; lost: number };

const add = (total: Total, value: number): void => {
  const next = total.sum + value;
  total.lost += Math.abs(total.sum) >= Math.abs(value) ? total.sum - next + value : value - next + total.sum;
  total.sum = next;
};

const valueOf = ({ sum, lost }: Total): number => sum + lost;

/**
 * Writes the responsibilities at θ and returns the log-likelihood, by log-sum-exp. The logarithms of a block are taken
 * at once, of the product of its sums: each lies between 1 and K, so that the product stays in range.
 */
export const fillResponsibilities = (
  data: Float64Array,
  theta: GaussianParameters,
  responsibilities: Float64Array,
): number => {
  const size = theta.weights.length;
  const means = Float64Array.from(theta.means);
  const offsets = Float64Array.from(
    theta.weights,
    (weight, k) => Math.log(weight) - Math.log(2 * Math.PI * at(theta.variances, k)) / 2,
  );
  const precisions = Float64Array.from(theta.variances, (variance) => 1 / (2 * variance));
  const total: Total = { sum: 0, lost: 0 };

  for (let from = 0; from < data.length; from += blockSize) {
    const to = Math.min(from + blockSize, data.length);
    let largestTerms = 0;
    let product = 1;
    for (let i = from; i < to; i += 1) {
      const x = data[i] ?? 0;
      const row = i * size;
      let largest = -Infinity;
      for (let k = 0; k < size; k += 1) {
        const deviation = x - (means[k] ?? 0);
        const term = (offsets[k] ?? 0) - deviation * deviation * (precisions[k] ?? 0);
        responsibilities[row + k] = term;
        if (term > largest) largest = term;
      }
      let sum = 0;
      for (let k = 0; k < size; k += 1) {
        const share = Math.exp((responsibilities[row + k] ?? 0) - largest);
        responsibilities[row + k] = share;
        sum += share;
      }
      for (let k = 0; k < size; k += 1) responsibilities[row + k] = (responsibilities[row + k] ?? 0) / sum;
      largestTerms += largest;
      product *= sum;
    }
    add(total, largestTerms + Math.log(product));
  }
  return valueOf(total);
};

type Moments = {
  readonly masses: readonly number[];
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
};

/** Σ_i γ_ik (x_i − c_k)^p for p = 0, 1, 2 and each component. */
const momentsAround = (centers: Float64Array, data: Float64Array, responsibilities: Float64Array): Moments => {
  const size = centers.length;
  const totals: readonly Total[] = Array.from({ length: 3 * size }, () => ({ sum: 0, lost: 0 }));
  const block = new Float64Array(3 * size);
  for (let from = 0; from < data.length; from += blockSize) {
    const to = Math.min(from + blockSize, data.length);
    block.fill(0);
    for (let i = from; i < to; i += 1) {
      const x = data[i] ?? 0;
      for (let k = 0; k < size; k += 1) {
        const share = responsibilities[i * size + k] ?? 0;
        const deviation = x - (centers[k] ?? 0);
        const first = share * deviation;
        block[k] = (block[k] ?? 0) + share;
        block[size + k] = (block[size + k] ?? 0) + first;
        block[2 * size + k] = (block[2 * size + k] ?? 0) + first * deviation;
      }
    }
    for (const [index, total] of totals.entries()) add(total, block[index] ?? 0);
  }
  const sums = totals.map(valueOf);
  return { masses: sums.slice(0, size), firsts: sums.slice(size, 2 * size), seconds: sums.slice(2 * size) };
};

/**
 * θ that maximises the lower bound for these responsibilities (Bishop 2006, eqs. 9.24–9.26). The means are summed around an
 * observation, which keeps their digits wherever the data lie; the variances around the new ones, with what rounding left in them taken off again (the corrected two-pass
 * algorithm of Chan, Golub & LeVeque, The American Statistician 37, 1983).
 */
export const maximise = (data: Float64Array, responsibilities: Float64Array, size: number): GaussianParameters => {
  const origin = data[0] ?? 0;
  const { masses, firsts } = momentsAround(new Float64Array(size).fill(origin), data, responsibilities);
  const means = firsts.map((first, k) => origin + first / at(masses, k));
  const rest = momentsAround(Float64Array.from(means), data, responsibilities);
  const variances = rest.seconds.map((second, k) => (second - at(rest.firsts, k) ** 2 / at(masses, k)) / at(masses, k));
  return { weights: masses.map((mass) => mass / data.length), means, variances };
};
