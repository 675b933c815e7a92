import { evaluateAt } from '../../equivalence/index.js';
import type { Expr } from '../../types.js';

export type Point = ReadonlyMap<string, number>;

/** A formula at a point, in double precision; NaN where it has no value, or none that rounding leaves certain. Facts are only suspected by it. */
export const valueAt = (expr: Expr, point: Point): number => {
  const found = evaluateAt(expr, point);
  return found.kind === 'value' ? found.value : Number.NaN;
};
