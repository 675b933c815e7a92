import type { Vector } from '../types.js';
import type { World } from './symbol-values.js';

/**
 * The part of the lower bound that depends on one parameter of component k: Σ_i γ_ik log p(x_i | θ_k), with everything else as the M-step leaves it. Written out here once
 * more, apart from the solver, so that each checks the other (Bishop 2006, eq. 9.40; for the binomial, its logarithm).
 */
export const boundIn = (
  parameter: string,
  value: number,
  k: number,
  { model, responsibilities, after }: World,
): number => {
  let total = 0;
  for (const [i, datum] of model.data.entries()) {
    const x = Number(datum);
    const share = responsibilities[i]?.[k] ?? NaN;
    total += share * logDensity(parameter, value, x, k, after, model.constants?.['trials'] ?? NaN);
  }
  return total;
};

const logDensity = (
  parameter: string,
  value: number,
  x: number,
  k: number,
  after: { readonly [name: string]: Vector },
  trials: number,
): number => {
  if (parameter === 'probabilities') return x * Math.log(value) + (trials - x) * Math.log(1 - value);
  const mean = parameter === 'means' ? value : (after['means']?.[k] ?? NaN);
  const variance = parameter === 'variances' ? value : (after['variances']?.[k] ?? NaN);
  return -0.5 * Math.log(variance) - (x - mean) ** 2 / (2 * variance);
};

/** Whether the bound is flat at a value and falls on both sides of it; for a function that is not, how steep it is in units of its curvature. */
export const isMaximum = (bound: (value: number) => number, value: number): boolean => {
  const step = 1e-4 * Math.max(1e-3, Math.abs(value));
  const [below, here, above] = [bound(value - step), bound(value), bound(value + step)];
  const slope = (above - below) / (2 * step);
  const curvature = (above - 2 * here + below) / step ** 2;
  // Newton's step from here to the maximum, as a share of the step taken.
  return curvature < 0 && Math.abs(slope / curvature) < 0.01 * step;
};
