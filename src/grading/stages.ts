/** What follows from what: the order in which a run of EM comes by its quantities. */

import type { Moment, QuantityReference } from '../types.js';

const perIteration = 100;
const converged = 1_000_000;

const iteration = (moment: Moment): number => (moment === 'start' ? 0 : moment === 'converged' ? converged : moment);

/**
 * The place of a quantity in a run: within an iteration the parameters in the order of their updates, then the responsibilities at
 * them, then all that is read off both. `parameters` are the names of the model's parameters, in that order.
 */
export const stageOf = (
  { from, at }: Pick<QuantityReference, 'from' | 'at'>,
  parameters: readonly string[],
): number => {
  const index = parameters.indexOf(from);
  const within = index >= 0 ? index : from === 'responsibilities' ? parameters.length : parameters.length + 1;
  return iteration(at) * perIteration + within;
};
