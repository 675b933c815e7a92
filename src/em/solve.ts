/** The reference run of a model. */

import type { Datum, Model, Parameters } from '../types.js';
import { checkModel } from './check-model.js';
import { withFamily } from './families.js';
import { lowerBound } from './mixture.js';
import type { Procedure, Run } from './procedure.js';
import { givenStart, observationsOf, referenceFor } from './reference.js';
import { run } from './run.js';
import { isSound, outcomeOf } from './outcome.js';
import type { Iterate, Solution } from './solution.js';

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

const iterateOf = <X, T extends Parameters<Datum>>(
  p: Procedure<X, T>,
  { data, trace }: Run<X, T>,
  iteration: number,
  theta: T,
): Iterate => {
  const now = p.inIteration(p, iteration + 1);
  const before = iteration === 0 ? now : p.inIteration(p, iteration);
  const responsibilities = before.eStep(before, data, trace[iteration - 1] ?? theta);
  return {
    iteration,
    parameters: theta as unknown as Parameters,
    logLikelihood: finiteOrNull(now.logLikelihood(now, data, theta)),
    lowerBound: finiteOrNull(lowerBound(now, data, responsibilities, theta)),
  };
};

/**
 * Runs EM from the model's start until no parameter moves by the tolerance (by default 1e-13, at most 3,000 iterations; for data whose range is
 * below 1, by that share of it),
 * or makes the one M-step from given responsibilities. Variances that reach zero, components left without observations
 * and runs that do not converge are outcomes, not numbers. Throws a RangeError for a model that `checkModel` refuses.
 */
export const solve = (model: Model): Solution => {
  const problems = checkModel(model);
  if (problems.length > 0)
    throw new RangeError(`This model cannot be solved: ${problems.map(({ message }) => message).join(' ')}`);
  return withFamily(model.family, (family) => {
    const procedure = referenceFor(family, model);
    const start = givenStart(family, model);
    const course = run(procedure, observationsOf(family, model), start);
    const { ending, trace } = course;
    const [previous = start, current = start] = trace.slice(-2);
    const outcome = outcomeOf(ending, { iteration: trace.length - 1, previous, current });
    const sound = isSound(outcome) ? trace : trace.slice(0, -1);
    const iterates = sound.map((theta, iteration) => iterateOf(procedure, course, iteration, theta));
    return { model, iterates: model.start === undefined ? iterates.slice(1) : iterates, outcome };
  });
};
