/** The parts of a mixture, to be drawn. */

import type { Datum, Model, Parameters } from '../types.js';
import { withFamily } from './families.js';
import type { Family } from './family.js';

/**
 * π_k p(x | component k) for the family of a model, at any parameters of it; components from 0. `x` is an observation of the family;
 * where the parameters are no sound mixture the density may be NaN or infinite.
 */
export const weightedDensity = (model: Model, parameters: Parameters): ((x: number, k: number) => number) =>
  withFamily(model.family, (family) => densityOf(family, model, parameters));

const densityOf = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  model: Model,
  parameters: Parameters,
): ((x: number, k: number) => number) => {
  const procedure = family.procedure(model);
  // The parameters and the observation are the family's.
  const theta = parameters as unknown as T;
  return (x, k) => (theta.weights[k] ?? Number.NaN) * procedure.density(x as unknown as X, k, theta);
};
