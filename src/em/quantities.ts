/** What can be asked of a run: names, shapes, and how each is read off. */

import type { Datum, Matrix, Parameters, QuantityReference } from '../types.js';
import type { Family, MomentOfRun, Quantity, Reading, Shape } from './family.js';
import { lowerBound } from './mixture.js';
import { masses } from './vectors.js';

const responsibilitiesAt = <X, T extends Parameters<Datum>>({ procedure, data, theta }: MomentOfRun<X, T>): Matrix =>
  procedure.eStep(procedure, data, theta);

const common = <X, T extends Parameters<Datum>>(): { readonly [name: string]: Quantity<X, T> } => ({
  'log-likelihood': {
    shape: 'number',
    of: ({ procedure, data, theta }) => procedure.logLikelihood(procedure, data, theta),
  },
  // After an M-step, with the responsibilities it started from; at the start, with the first ones, where the bound is tight.
  'lower-bound': {
    shape: 'number',
    of: (moment) =>
      lowerBound(moment.procedure, moment.data, responsibilitiesAt(moment.before ?? moment), moment.theta),
  },
  responsibilities: {
    shape: 'points-by-components',
    of: (moment) => moment.procedure.reportResponsibilities(responsibilitiesAt(moment)),
  },
  assignments: {
    shape: 'points',
    of: (moment) => moment.procedure.assign(responsibilitiesAt(moment), moment.data, moment.theta),
  },
  masses: { shape: 'components', of: (moment) => masses(responsibilitiesAt(moment), moment.theta.weights.length) },
});

const parameter = <X, T extends Parameters<Datum>>(name: keyof T & string): Quantity<X, T> => ({
  shape: 'components',
  // A list of vectors is a matrix; the shapes of `Datum[]` are those two.
  of: ({ procedure, theta }) => procedure.report(theta)[name] as Reading,
});

/** All quantities that can be asked of a family, by name. */
export const quantitiesOf = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
): { readonly [name: string]: Quantity<X, T> } => ({
  ...common<X, T>(),
  ...Object.fromEntries(family.parameters.map((name) => [name, parameter<X, T>(name)])),
  ...family.quantities,
});

/** The place after n iterations of a run, whose θ after n iterations is `thetaAt(n)`; `undefined` where the run did not get there. */
export const momentOf = <X, T extends Parameters<Datum>>(
  { model, procedure, data }: Pick<MomentOfRun<X, T>, 'model' | 'procedure' | 'data'>,
  thetaAt: (iteration: number) => T | undefined,
  n: number,
): MomentOfRun<X, T> | undefined => {
  const place = (iteration: number): MomentOfRun<X, T> | undefined => {
    const theta = thetaAt(iteration);
    return theta && { model, procedure: procedure.inIteration(procedure, iteration + 1), data, theta };
  };
  const here = place(n);
  const before = place(n - 1);
  return here === undefined || before === undefined ? here : { ...here, before };
};

const pointShapes: readonly Shape[] = ['points', 'points-by-components'];
const componentShapes: readonly Shape[] = ['components', 'counts', 'points-by-components'];

/**
 * The part of a quantity that a reference asks for: a point's row, a component's entry, both, or of a table by points and
 * components a component's column. `undefined` where there is no such part.
 */
export const pick = (shape: Shape, value: Reading, { component, point }: QuantityReference): Reading | undefined => {
  if (point !== undefined && !pointShapes.includes(shape)) return undefined;
  if (component !== undefined && !componentShapes.includes(shape)) return undefined;
  if (typeof value === 'number') return value;
  const row = point === undefined ? value : value[point];
  if (component === undefined || row === undefined || typeof row === 'number') return row;
  if (shape !== 'points-by-components' || point !== undefined) return row[component - 1];
  const column = row.map((entry) => (typeof entry === 'number' ? undefined : entry[component - 1]));
  return column.every((entry) => entry !== undefined) ? column : undefined;
};
