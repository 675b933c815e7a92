/** What the solver gives for a key, in the shape a question needs. A key it cannot give is the author's fault or ours, never the student's. */

import { componentCount, type Solution, isFailure, quantity, quantityShapes } from '../em/index.js';
import type { Matrix, QuantityReference, Vector } from '../types.js';

type Reading = number | Vector | Matrix;

const fail = (reference: QuantityReference, why: string): never => {
  throw new Error(`the solver gives no key from ${reference.from} at ${reference.at}: ${why}`);
};

const isNumber = (value: unknown): value is number => typeof value === 'number';

const shapeOf = ({ model }: Solution, { from }: QuantityReference): string | undefined =>
  quantityShapes(model.family)[from];

/** A component without a point asks for that component's column. */
const isColumn = (solution: Solution, reference: QuantityReference): boolean =>
  shapeOf(solution, reference) === 'points-by-components' &&
  reference.component !== undefined &&
  reference.point === undefined;

const solved = (solution: Solution, reference: QuantityReference): Reading => {
  if (isColumn(solution, reference)) {
    const { component = 1, ...whole } = reference;
    const table = solvedTable(solution, whole);
    return table.map((row) => row[component - 1] ?? fail(reference, `there is no component ${component}`));
  }
  const value = quantity(solution, reference);
  return isFailure(value) ? fail(reference, value.message) : value;
};

export const solvedNumber = (solution: Solution, reference: QuantityReference): number => {
  const value = solved(solution, reference);
  return isNumber(value) ? value : fail(reference, 'it is no single number');
};

export const solvedList = (solution: Solution, reference: QuantityReference): Vector => {
  const value = solved(solution, reference);
  return !isNumber(value) && value.every(isNumber) ? value : fail(reference, 'it is no list of numbers');
};

export const solvedTable = (solution: Solution, reference: QuantityReference): Matrix => {
  const value = solved(solution, reference);
  // A reading that is no list of numbers is a list of rows.
  return !isNumber(value) && !value.some(isNumber) ? (value as Matrix) : fail(reference, 'it is no table of numbers');
};

/** Whether the entries of a list, or the columns of a table, are the components'. */
export const isByComponent = (solution: Solution, reference: QuantityReference): boolean => {
  if (reference.component !== undefined) return false;
  const shape = shapeOf(solution, reference);
  return shape === 'points-by-components' || (shape === 'components' && reference.point === undefined);
};

/** References to the same quantity of the other components, where one component's is asked for. */
export const ofOtherComponents = (solution: Solution, reference: QuantityReference): readonly QuantityReference[] =>
  reference.component === undefined
    ? []
    : Array.from({ length: componentCount(solution.model) ?? 0 }, (_, index) => index + 1)
        .filter((component) => component !== reference.component)
        .map((component) => ({ ...reference, component }));
