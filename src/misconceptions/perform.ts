/** What a student with some misconceptions hands in. */

import { gaussian, performProcedure, withFamily, type Performance, type Procedure } from '../em/index.js';
import type { Datum, Model, Parameters } from '../types.js';
import type { NumericMisconception, Step } from './misconception.js';

const order: readonly Step[] = [
  'data',
  'start',
  'density',
  'log-likelihood',
  'responsibilities',
  'means',
  'variances',
  'weights',
  'loop',
  'report',
  'assignments',
  'choice',
];

/** Steps that nobody carries out where responsibilities are given in place of a start. */
const beforeTheMStep: readonly Step[] = [
  'data',
  'start',
  'density',
  'log-likelihood',
  'responsibilities',
  'loop',
  'choice',
];

/** Whether a misconception has a meaning for a model. */
export const applies = ({ models, step, needsStart }: NumericMisconception, model: Model): boolean => {
  if (models === 'gaussian' && model.family !== 'gaussian') return false;
  if (model.fixed?.includes(step) === true) return false;
  return model.responsibilities === undefined || (!beforeTheMStep.includes(step) && needsStart !== true);
};

/**
 * Runs the procedure that these misconceptions make of the right one, as a script would: in double precision without
 * log-sum-exp, until no parameter moves by 1e-13, a number is not finite, or 3,000 iterations are done. Later steps are
 * changed after earlier ones, whatever the order given. With no misconceptions it is the right procedure, run as a script.
 * Throws a RangeError for a misconception that does not apply to the model.
 */
export const perform = (model: Model, misconceptions: readonly NumericMisconception[]): Performance => {
  const foreign = misconceptions.find((misconception) => !applies(misconception, model));
  if (foreign !== undefined) throw new RangeError(`${foreign.id} has no meaning for this model.`);
  const sorted = misconceptions.toSorted((left, right) => order.indexOf(left.step) - order.indexOf(right.step));
  if (model.family === 'gaussian') {
    return performProcedure(gaussian, model, (p) => sorted.reduce((changed, { rewrite }) => rewrite(changed), p));
  }
  return withFamily(model.family, (family) => performProcedure(family, model, (p) => sorted.reduce(rewriteMixture, p)));
};

const rewriteMixture = <X extends Datum, T extends Parameters<Datum>>(
  p: Procedure<X, T>,
  misconception: NumericMisconception,
): Procedure<X, T> => (misconception.models === 'mixtures' ? misconception.rewrite(p) : p);
