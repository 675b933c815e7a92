/** When the loop ends. */

import type { Datum, Parameters, StopRule, Vector } from '../types.js';
import type { Ending, Procedure, Progress } from './procedure.js';

/** Far more than any homework needs; a run that is still moving then is said not to converge. */
export const defaultStop: StopRule = { tolerance: 1e-13, iterations: 3000 };

/** All numbers of θ, in one list. */
export const numbersOf = (theta: Parameters<Datum>): Vector => Object.values(theta).flat(2);

/** The largest absolute change of any parameter; NaN when one of them is NaN. */
export const largestMove = (previous: Parameters<Datum>, current: Parameters<Datum>): number => {
  const before = numbersOf(previous);
  return Math.max(...numbersOf(current).map((value, index) => Math.abs(value - (before[index] ?? Number.NaN))));
};

// Below this a double has lost digits, and a quotient of two such numbers means nothing.
const leastMass = 1e-290;

const isFinite = (theta: Parameters<Datum>, k: number): boolean =>
  Object.values(theta).every((list) => [list[k] ?? Number.NaN].flat().every(Number.isFinite));

const lost = (theta: Parameters<Datum>): Ending | undefined => {
  const finite = theta.weights.map((_, k) => isFinite(theta, k));
  if (!theta.weights.every(Number.isFinite) || !finite.includes(true)) return { kind: 'not-finite' };
  const empty = theta.weights.findIndex((weight, k) => !(weight > leastMass) || !finite[k]);
  return empty < 0 ? undefined : { kind: 'empty-component', component: empty + 1 };
};

/**
 * The reference's rule: a named end where a component is lost, else when no parameter moves by `tolerance`.
 * `collapsed` tells the component that closed in on a point, or −1, for families in which that can be.
 */
export const stopWhenSettled =
  <X, T extends Parameters<Datum>>(rule: StopRule, collapsed: (data: readonly X[], theta: T) => number = () => -1) =>
  (_: Procedure<X, T>, { data, iteration, previous, current }: Progress<X, T>): Ending | undefined => {
    const end = lost(current);
    if (end !== undefined) return end;
    const point = collapsed(data, current);
    if (point >= 0) return { kind: 'variance-zero', component: point + 1 };
    if (largestMove(previous, current) < rule.tolerance) return { kind: 'settled' };
    return iteration >= rule.iterations ? { kind: 'unsettled' } : undefined;
  };
