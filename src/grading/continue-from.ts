/** The right procedure, run on from a student's own answers. */

import { type Solution, componentFor, isFailure, performProcedure, quantity, withFamily } from '../em/index.js';
import type { Reading } from '../em/index.js';
import type { ComponentCriterion, Moment, QuantityReference } from '../types.js';
import { putAll, putInPlace } from './put-in-place.js';
import type { Source, Whole } from './source.js';

/** What comes out further on. Nothing where it cannot be had. */
export type Continuation = {
  readonly read: (reference: QuantityReference) => Reading | undefined;
  readonly choose: (criterion: ComponentCriterion) => number | undefined;
};

/** Puts the answers in place of what the reference computes there, and runs the steps that follow, up to the moment asked for. */
export const continueFrom = (solution: Solution, sources: readonly Source[], upTo: Moment): Continuation =>
  sources.some(({ reference }) => reference.at === 'converged')
    ? fromEnd(solution, sources)
    : fromIteration(solution, sources, upTo);

/** At convergence nothing moves any more: what follows is read off the parameters as they were handed in. */
const fromEnd = (solution: Solution, sources: readonly Source[]): Continuation => {
  const last = solution.iterates.length - 1;
  const iterates = solution.iterates.map((iterate, index) => {
    if (index !== last) return iterate;
    const own = Object.entries(iterate.parameters).map(([name, whole]: [string, Whole]) => {
      const given = sources.filter(({ reference }) => reference.from === name && reference.at === 'converged');
      return [name, putAll(whole, given)];
    });
    // The same parameters, with other values.
    return { ...iterate, parameters: Object.fromEntries(own) as typeof iterate.parameters };
  });
  const changed: Solution = { ...solution, iterates };
  return {
    read: (reference) => {
      const value = quantity(changed, reference);
      return isFailure(value) ? undefined : value;
    },
    choose: (criterion) => {
      const choice = componentFor(changed, criterion);
      return choice.kind === 'component' ? choice.component : undefined;
    },
  };
};

const fromIteration = ({ model }: Solution, sources: readonly Source[], upTo: Moment): Continuation =>
  withFamily(model.family, (family) => {
    const { answer, choose } = performProcedure(family, model, (p) => putInPlace(p, sources, upTo));
    return {
      read: answer,
      choose: (criterion) => {
        const choice = choose(criterion);
        return choice?.clear === true ? choice.component : undefined;
      },
    };
  });
