/** One quantity of a solved model. */

import type { Datum, Moment, Parameters, QuantityReference } from '../types.js';
import { familyNames, withFamily } from './families.js';
import type { Family, Reading, Shape } from './family.js';
import { momentOf, pick, quantitiesOf } from './quantities.js';
import { givenStart, observationsOf, referenceFor } from './reference.js';
import type { Outcome, QuantityFailure, QuantityFailureCode, Solution } from './solution.js';

/** What can be asked of a family, with shapes; empty for a family that is not known. */
export const quantityShapes = (family: string): { readonly [name: string]: Shape } =>
  familyNames.some((name) => name === family)
    ? withFamily(family, (known) =>
        Object.fromEntries(Object.entries(quantitiesOf(known)).map(([name, { shape }]) => [name, shape])),
      )
    : {};

export const isFailure = (value: Reading | QuantityFailure): value is QuantityFailure =>
  typeof value === 'object' && 'kind' in value;

const failure = (code: QuantityFailureCode, message: string): QuantityFailure => ({ kind: 'failure', code, message });

const whyNotThere = (outcome: Outcome, asked: Moment): QuantityFailure => {
  switch (outcome.kind) {
    case 'converged':
      return failure('not-reached', `There is no iteration ${asked}.`);
    case 'not-converged':
      return failure(outcome.kind, `EM still moves after ${outcome.iterations} iterations.`);
    case 'variance-zero':
      return failure(
        outcome.kind,
        `The variance of component ${outcome.component} becomes zero in iteration ${outcome.iteration}.`,
      );
    case 'empty-component':
      return failure(
        outcome.kind,
        `No observation is left to component ${outcome.component} in iteration ${outcome.iteration}.`,
      );
    case 'out-of-range':
      return failure(outcome.kind, `In iteration ${outcome.iteration} numbers leave the range of double precision.`);
    case 'single-step':
  }
  return failure(outcome.kind, 'The model gives responsibilities: there is one M-step (at: 1) and no run.');
};

/** The iteration that a moment means, where the run has it. Beyond convergence nothing moves any more. */
const iterationOf = ({ iterates, outcome }: Solution, asked: Moment): number | QuantityFailure => {
  const last = iterates.at(-1)?.iteration ?? 0;
  if (asked === 'start') return 0;
  if (asked === 'converged') return outcome.kind === 'converged' ? last : whyNotThere(outcome, asked);
  if (!Number.isInteger(asked) || asked < 0) return failure('not-reached', `${asked} is no number of iterations.`);
  if (asked <= last) return asked;
  return outcome.kind === 'converged' ? last : whyNotThere(outcome, asked);
};

const isFinite = (value: Reading): boolean =>
  typeof value === 'number'
    ? Number.isFinite(value)
    : value.every((entry) => (typeof entry === 'number' ? Number.isFinite(entry) : entry.every(Number.isFinite)));

const read = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  solution: Solution,
  ref: QuantityReference,
): Reading | QuantityFailure => {
  const quantities = quantitiesOf(family);
  const asked = Object.hasOwn(quantities, ref.from) ? quantities[ref.from] : undefined;
  if (asked === undefined) {
    return failure(
      'unknown-quantity',
      `The ${family.name} family has no quantity ${JSON.stringify(ref.from)}. It has ${Object.keys(quantities).join(', ')}.`,
    );
  }
  const iteration = iterationOf(solution, ref.at);
  if (typeof iteration !== 'number') return iteration;

  const { model, iterates, outcome } = solution;
  const procedure = referenceFor(family, model);
  const given = givenStart(family, model);
  const data = procedure.prepareData(observationsOf(family, model));
  const first = iterates[0]?.iteration ?? 1;
  // The iterates came from this family.
  const thetaAt = (n: number): T | undefined =>
    n === 0 ? given : (iterates[n - first]?.parameters as unknown as T | undefined);
  const moment = momentOf({ model, procedure, data }, thetaAt, iteration);
  const value = moment && pick(asked.shape, asked.of(moment), ref);
  if (value === undefined)
    return failure(
      'no-such-entry',
      `${ref.from} has no such entry: there are ${data.length} observations and ${given.weights.length} components.`,
    );
  if (isFinite(value)) return value;
  return outcome.kind === 'single-step' && iteration === 0
    ? failure(
        'no-start',
        `The model gives responsibilities in place of parameters, so that there is no ${ref.from} at the start.`,
      )
    : failure('undefined', `${ref.from} is no finite number there.`);
};

/**
 * A quantity of a solved model: a number, a list (one entry a component or an observation) or a table by rows; `component`
 * (from 1) and `point` (from 0) pick a part. What cannot be had, an unknown name included, is a failure that says why: never NaN.
 *
 * `log-likelihood`, `lower-bound`, `responsibilities`, `assignments`, `masses` and the parameters are known to every family. `responsibilities` and `assignments`
 * at a moment are those of the E-step at its parameters; the standard deviations of a Gaussian are `standard-deviations`.
 */
export const quantity = (solution: Solution, ref: QuantityReference): Reading | QuantityFailure =>
  withFamily(solution.model.family, (family) => read(family, solution, ref));
