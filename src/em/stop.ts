/** When the loop ends. */

import type { Datum, Parameters, StopRule } from '../types.js';
import type { Ending, Procedure, Progress } from './procedure.js';

/** Far more than any homework needs; a run that is still moving then is said not to converge. */
export const defaultStop: StopRule = { tolerance: 1e-13, iterations: 3000 };

const moveOf = (before: Datum | undefined, now: Datum): number => {
  if (typeof now === 'number') return typeof before === 'number' ? Math.abs(now - before) : Number.NaN;
  return Math.max(...now.map((value, index) => moveOf(typeof before === 'object' ? before[index] : undefined, value)));
};

/** The largest absolute change of any parameter; NaN when one of them is NaN. */
export const largestMove = (previous: Parameters<Datum>, current: Parameters<Datum>): number => {
  let largest = 0;
  for (const name in current) {
    const before = previous[name] ?? [];
    const now = current[name] ?? [];
    for (let k = 0; k < now.length; k += 1) {
      const move = moveOf(before[k], now[k] ?? Number.NaN);
      if (Number.isNaN(move)) return move;
      if (move > largest) largest = move;
    }
  }
  return largest;
};

const isFiniteEntry = (entry: Datum | undefined): boolean =>
  typeof entry === 'number' ? Number.isFinite(entry) : entry !== undefined && entry.every(Number.isFinite);

/** Whether every parameter of component k (from 0) is a finite number. */
export const isFiniteComponent = (theta: Parameters<Datum>, k: number): boolean => {
  for (const name in theta) if (!isFiniteEntry(theta[name]?.[k])) return false;
  return true;
};

// Below this a double has lost digits, and a quotient of two such numbers means nothing.
const leastMass = 1e-290;

const lost = (theta: Parameters<Datum>): Ending | undefined => {
  const finite = theta.weights.map((_, k) => isFiniteComponent(theta, k));
  if (!theta.weights.every(Number.isFinite) || !finite.includes(true)) return { kind: 'not-finite' };
  const empty = theta.weights.findIndex((weight, k) => !(weight > leastMass) || !finite[k]);
  return empty < 0 ? undefined : { kind: 'empty-component', component: empty + 1 };
};

/**
 * A named end where a component is lost, else where no parameter moves by the tolerance or the iterations are used up.
 * `collapsed` is the component (from 0) that closed in on a point, or −1.
 */
export const endingOf = (
  rule: StopRule,
  { iteration, previous, current }: Omit<Progress<Datum, Parameters<Datum>>, 'data'>,
  collapsed: number,
): Ending | undefined => {
  const end = lost(current);
  if (end !== undefined) return end;
  if (collapsed >= 0) return { kind: 'variance-zero', component: collapsed + 1 };
  if (largestMove(previous, current) < rule.tolerance) return { kind: 'settled' };
  return iteration >= rule.iterations ? { kind: 'unsettled' } : undefined;
};

/** The reference's rule, for families in which a component can close in on a point and for others. */
export const stopWhenSettled =
  <X, T extends Parameters<Datum>>(rule: StopRule, collapsed: (data: readonly X[], theta: T) => number = () => -1) =>
  (_: Procedure<X, T>, { data, iteration, previous, current }: Progress<X, T>): Ending | undefined =>
    endingOf(rule, { iteration, previous, current }, collapsed(data, current));
