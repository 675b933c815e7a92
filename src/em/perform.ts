/** A changed procedure, run as a student's script would run it, and what the student would then hand in. */

import type { ComponentCriterion, Datum, Model, Moment, Parameters, QuantityReference, Vector } from '../types.js';
import { isMove, scores } from './component-for.js';
import type { Family, Reading } from './family.js';
import type { Ending, Procedure, Run } from './procedure.js';
import { momentOf, pick, quantitiesOf } from './quantities.js';
import { givenStart, observationsOf, referenceFor } from './reference.js';
import { run } from './run.js';
import { asScript } from './script.js';
import { at } from './vectors.js';

/** What comes of a procedure. NaN and infinities are answers here. */
export type Performance = {
  /** The observations as this procedure sees them. */
  readonly data: readonly Datum[];
  /** θ₀, θ₁, … as the script keeps them, the last one being where it stopped. */
  readonly trajectory: readonly Parameters[];
  readonly ending: Ending;
  /** No parameter moved any more: what is asked at convergence is a limit, not where patience ran out. */
  readonly settled: boolean;
  /** What is handed in for a quantity; `undefined` where there is no such quantity or entry. */
  readonly answer: (ref: QuantityReference) => Reading | undefined;
  /** The component chosen; `undefined` where there is no such quantity. */
  readonly choose: (criterion: ComponentCriterion) => Choice | undefined;
};

/** The component (from 1), and whether the numbers decide it: not where they tie, or one of them is none. */
type Choice = { readonly component: number; readonly clear: boolean };

/** The place in the trace that a moment means; after the end of a run nothing moves any more. */
const indexOf = <X, T extends Parameters<Datum>>({ trace }: Run<X, T>, moment: Moment): number => {
  const last = trace.length - 1;
  if (moment === 'start') return 0;
  return moment === 'converged' ? last : Math.min(moment, last);
};

// Numbers that are equal in theory differ by rounding.
const tieTolerance = 1e-9;

/** As a person compares one after the other: the later one, unless the one before is larger. */
const firstLargest = (values: Vector, scale: number): Choice => {
  const best = values.reduce((leader, _, k) => (at(values, leader) > at(values, k) ? leader : k), 0);
  const clear = values.every((value, k) => k === best || at(values, best) - value > tieTolerance * scale);
  return { component: best + 1, clear };
};

/**
 * Runs a changed reference procedure in plain double precision. `change` receives the procedure for the model and
 * gives back the one to run.
 */
export const performProcedure = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  model: Model,
  change: (p: Procedure<X, T>) => Procedure<X, T>,
): Performance => {
  const procedure = change(asScript(referenceFor(family, model)));
  const course = run(procedure, observationsOf(family, model), givenStart(family, model));
  const quantities = quantitiesOf(family);

  const read = (p: Procedure<X, T>, name: string, moment: Moment): Reading | undefined => {
    const place = momentOf(
      { model, procedure: p, data: course.data },
      (iteration) => course.trace[iteration],
      indexOf(course, moment),
    );
    return place && Object.hasOwn(quantities, name) ? quantities[name]?.of(place) : undefined;
  };
  const list = (p: Procedure<X, T>, name: string, moment: Moment): Vector | undefined => {
    const value = read(p, name, moment);
    return typeof value === 'object' && value.every((entry) => typeof entry === 'number') ? value : undefined;
  };
  // Where things moved to is seen while the run goes on, before anything is handed in.
  const unreported: Procedure<X, T> = { ...procedure, report: (theta) => theta };

  return {
    data: course.data,
    // The entries of a family in one dimension are numbers.
    trajectory: course.trace as unknown as readonly Parameters[],
    ending: course.ending,
    settled: course.ending.kind === 'settled',
    answer: (ref) => {
      const value = read(procedure, ref.from, procedure.readAt(ref.at, ref.from));
      const shape = quantities[ref.from]?.shape;
      return value === undefined || shape === undefined ? undefined : pick(shape, value, ref);
    },
    choose: (criterion) => {
      const moment = procedure.readAt(criterion.at, 'choice');
      const moves = isMove(criterion);
      const now = list(moves ? unreported : procedure, criterion.of, moment);
      const since = moves ? list(unreported, criterion.of, criterion.since ?? 'start') : now;
      const scale = Math.max(...(now ?? []).map(Math.abs), ...(since ?? []).map(Math.abs));
      return now && since && firstLargest(scores(criterion, now, since), scale);
    },
  };
};
