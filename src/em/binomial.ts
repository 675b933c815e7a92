/**
 * Mixtures of binomials: `weights`, `probabilities`; each observation is a number of successes in `trials` trials.
 * With fixed weights this is the coin-flip example of Do & Batzoglou (Nature Biotechnology 26:897–899, 2008).
 */

import type { Matrix, Model, Vector } from '../types.js';
import { checkNumber, checkProbability } from './check-entry.js';
import type { Family, MomentOfRun } from './family.js';
import { mixtureSteps, updateWeights } from './mixture.js';
import { defaultStop, stopWhenSettled } from './stop.js';
import { at, masses, weighted } from './vectors.js';

export type BinomialParameters = { readonly weights: Vector; readonly probabilities: Vector };

/** log of n choose x, as a sum of min(x, n − x) logarithms. */
const logChoose = (n: number, x: number): number => {
  let total = 0;
  for (let i = 1; i <= Math.min(x, n - x); i += 1) total += Math.log((n + 1 - i) / i);
  return total;
};

/** a·log(b), which is 0 for a = 0 whatever b is. */
const timesLog = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(b));

/** log of (n choose x) p^x (1 − p)^(n − x). */
const binomialLogDensity = (x: number, n: number, p: number): number =>
  logChoose(n, x) + timesLog(x, p) + timesLog(n - x, 1 - p);

const trialsOf = (model: Model): number => model.constants?.['trials'] ?? Number.NaN;

/** Expected successes and failures of each component, K × 2: Σ_i γ_ik x_i and Σ_i γ_ik (n − x_i). */
const expectedCounts = (
  trials: number,
  { procedure, data, theta }: MomentOfRun<number, BinomialParameters>,
): Matrix => {
  const responsibilities = procedure.eStep(procedure, data, theta);
  return theta.weights.map((_, k) => [
    weighted(responsibilities, k, data, (x) => x),
    weighted(responsibilities, k, data, (x) => trials - x),
  ]);
};

export const binomial: Family<number, BinomialParameters> = {
  name: 'binomial',
  parameters: ['weights', 'probabilities'],
  constants: ['trials'],
  procedure: (model) => {
    const trials = trialsOf(model);
    return {
      ...mixtureSteps<number, BinomialParameters>(),
      density: (x, k, { probabilities }) => Math.exp(binomialLogDensity(x, trials, at(probabilities, k))),
      logDensity: (x, k, { probabilities }) => binomialLogDensity(x, trials, at(probabilities, k)),
      update: {
        weights: updateWeights,
        /** p_k = Σ_i γ_ik x_i / (n N_k): expected successes over expected trials. */
        probabilities: ({ data, responsibilities, old }) =>
          masses(responsibilities, old.weights.length).map(
            (mass, k) => weighted(responsibilities, k, data, (x) => x) / (trials * mass),
          ),
      },
      stop: stopWhenSettled(model.stop ?? defaultStop),
    };
  },
  quantities: {
    'expected-counts': { shape: 'counts', of: (moment) => expectedCounts(trialsOf(moment.model), moment) },
  },
  checkDatum: (datum, model) => {
    const trials = trialsOf(model);
    const problem = checkNumber(datum);
    if (problem !== undefined || typeof datum !== 'number') return problem;
    // Where the number of trials is not known, that is said once; no count is too large then.
    const isKnown = Number.isInteger(trials) && trials >= 1;
    if (Number.isInteger(datum) && datum >= 0 && !(isKnown && datum > trials)) return undefined;
    return {
      code: 'not-a-count',
      message: `${datum} is no number of successes${isKnown ? ` in ${trials} trials` : ''}.`,
      fix: `Give a whole number from 0 to ${isKnown ? trials : 'the number of trials'}.`,
    };
  },
  checkParameter: (_, value) => checkProbability(value),
};
