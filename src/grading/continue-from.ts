/** The right procedure, run on from a student's own answers. */

import { type Solution, componentFor, isFailure, performProcedure, quantity, withFamily } from '../em/index.js';
import type { Reading } from '../em/index.js';
import type { ComponentCriterion, Matrix, Moment, QuantityReference, Vector } from '../types.js';
import type { Source } from './source.js';

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
  const own = Object.fromEntries(
    sources
      .filter(({ reference }) => reference.at === 'converged')
      .map(({ reference, value }) => [reference.from, value as Vector]),
  );
  const last = solution.iterates.length - 1;
  const changed: Solution = {
    ...solution,
    iterates: solution.iterates.map((iterate, index) =>
      index === last ? { ...iterate, parameters: { ...iterate.parameters, ...own } } : iterate,
    ),
  };
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

const lastOf = (moment: Moment): number =>
  moment === 'converged' ? Infinity : moment === 'start' ? 1 : Math.max(1, moment);

const iterationOf = ({ reference: { at } }: Source): number => (typeof at === 'number' ? at : 0);

const fromIteration = ({ model }: Solution, sources: readonly Source[], upTo: Moment): Continuation =>
  withFamily(model.family, (family) => {
    const { answer, choose } = performProcedure(family, model, (p) => ({
      ...p,
      stop: (q, progress) => (progress.iteration >= lastOf(upTo) ? { kind: 'stopped' } : p.stop(q, progress)),
      inIteration: (q, n) => {
        const now = p.inIteration(q, n);
        const responsibilities = sources.find(
          (source) => source.reference.from === 'responsibilities' && iterationOf(source) === n - 1,
        );
        const updates = sources.filter((source) => source.reference.from in now.update && iterationOf(source) === n);
        return {
          ...now,
          // A source of this kind is a table, of the other a list with an entry a component.
          ...(responsibilities === undefined ? {} : { eStep: () => responsibilities.value as Matrix }),
          update: {
            ...now.update,
            ...Object.fromEntries(updates.map(({ reference, value }) => [reference.from, () => value])),
          },
        };
      },
    }));
    const component = (criterion: ComponentCriterion): number | undefined => {
      const choice = choose(criterion);
      return choice?.clear === true ? choice.component : undefined;
    };
    return { read: answer, choose: component };
  });
