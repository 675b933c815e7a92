/** A few runs done afresh: for what the tables leave out because it is long and seldom asked for. */

import { once } from '../memory/index.js';
import { numericMisconceptions, perform, type NumericMisconception } from '../misconceptions/index.js';
import type { Problem } from '../types.js';
import { numericFaults, numericQuestions, outcomeOf } from './predict-numbers.js';
import type { Outcome } from './prediction.js';

const byId = once(
  (): ReadonlyMap<string, NumericMisconception> => new Map(numericMisconceptions().map((fault) => [fault.id, fault])),
);

/** The step of the procedure that a fault changes. */
export const stepOf = (id: string): string => byId().get(id)?.step ?? id;

/** What these faults together give for each numeric question, run to the end; undefined for ids without a procedure. */
export const rerun = (problem: Problem, ids: readonly string[]): readonly (Outcome | undefined)[] | undefined => {
  const faults = ids.flatMap((id) => byId().get(id) ?? []);
  if (faults.length !== ids.length) return undefined;
  const performance = perform(problem.model, faults);
  return numericQuestions(problem).map(({ asked }) =>
    asked === undefined ? undefined : outcomeOf(performance, asked),
  );
};

/** The ids of a family's faults that have a meaning for the problem. */
export const membersOf = (family: string, { model }: Problem): readonly string[] =>
  numericFaults(model).flatMap((fault) => (fault.family === family ? [fault.id] : []));
