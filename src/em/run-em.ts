/** EM for many observations: the steps of the reference procedure, on typed arrays. */

import type { StopRule } from '../types.js';
import { checkNumber } from './check-entry.js';
import { checkModel } from './check-model.js';
import { fillResponsibilities, maximise } from './dense-steps.js';
import { gaussianScales, type GaussianParameters } from './gaussian.js';
import { isSound, outcomeOf } from './outcome.js';
import type { Outcome } from './solution.js';
import { defaultStop, endingOf } from './stop.js';

export type EmResult = {
  readonly outcome: Outcome;
  /** The last sound parameters. */
  readonly parameters: GaussianParameters;
  readonly logLikelihood: number;
  /** The log-likelihood at θ₀, θ₁, …, up to those parameters. */
  readonly logLikelihoods: readonly number[];
  /** Responsibilities at those parameters, N × K, row by row. */
  readonly responsibilities: Float64Array;
};

const checkInput = (data: Float64Array, start: GaussianParameters, stop: StopRule): void => {
  const odd = data.findIndex((x) => checkNumber(x) !== undefined);
  const seen = odd < 0 ? [...data.subarray(0, 1)] : [data[odd] ?? Number.NaN];
  const problems = checkModel({ family: 'gaussian', data: seen, start, stop });
  if (problems.length === 0) return;
  const where = odd < 0 ? '' : ` (observation ${odd})`;
  throw new RangeError(`EM cannot run: ${problems.map(({ message }) => message).join(' ')}${where}`);
};

/**
 * Fits a mixture of K Gaussians in one dimension to N observations from a given start: weights that sum to one, means and
 * variances, K of each. Time and memory grow as N·K. It stops as `solve` does, unless `options` say otherwise, and gives the
 * same numbers to 12 digits. A variance that reaches zero, a component that is left empty and a run that does not settle are
 * outcomes; input that is no such model throws a RangeError that says what is wrong.
 */
export const runEm = (
  observations: ArrayLike<number>,
  start: GaussianParameters,
  options: Partial<StopRule> = {},
): EmResult => {
  const data = Float64Array.from(observations);
  const rule = { ...defaultStop, ...options };
  checkInput(data, start, rule);

  const scales = gaussianScales(data);
  const responsibilities = new Float64Array(data.length * start.weights.length);
  const logLikelihoods = [fillResponsibilities(data, start, responsibilities)];
  let previous = start;
  for (let iteration = 1; ; iteration += 1) {
    const current = maximise(data, responsibilities, start.weights.length);
    const progress = { iteration, previous, current };
    const ending = endingOf(rule, progress, scales);
    const outcome = ending && outcomeOf(ending, progress);
    const parameters = outcome === undefined || isSound(outcome) ? current : previous;
    if (parameters === current) logLikelihoods.push(fillResponsibilities(data, current, responsibilities));
    if (outcome !== undefined) {
      return {
        outcome,
        parameters,
        logLikelihood: logLikelihoods.at(-1) ?? Number.NaN,
        logLikelihoods,
        responsibilities,
      };
    }
    previous = current;
  }
};
