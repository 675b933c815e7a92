/** When the loop ends. */

import type { Datum, Parameters, StopRule } from '../types.js';
import type { Ending, Procedure, Progress } from './procedure.js';

/** Far more than any homework needs; a run that is still moving then is said not to converge. */
export const defaultStop: StopRule = { tolerance: 1e-13, iterations: 3000 };

const moveOf = (before: Datum | undefined, now: Datum): number => {
  if (typeof now === 'number') return typeof before === 'number' ? Math.abs(now - before) : Number.NaN;
  return Math.max(...now.map((value, index) => moveOf(typeof before === 'object' ? before[index] : before, value)));
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

/** What the size of the data means for the end of a run. */
export type Scales<T extends Parameters<Datum>> = {
  /** The unit in which a parameter moves; 1 where none is given. */
  readonly units: { readonly [name: string]: number };
  /** The component (from 0) that closed in on a point, or −1. */
  readonly collapsed: (theta: T) => number;
};

// A sum rounds in its last digits from one iteration to the next, and never comes to rest there.
const restlessness = 4 * Number.EPSILON;

/** Whether no parameter moves by the tolerance, or by its share of a unit below 1. */
export const isStill = (
  previous: Parameters<Datum>,
  current: Parameters<Datum>,
  tolerance: number,
  units: Scales<never>['units'] = {},
): boolean => {
  for (const name in current) {
    const before = previous[name] ?? [];
    const now = current[name] ?? [];
    let size = 0;
    let move = 0;
    for (let k = 0; k < now.length; k += 1) {
      size = Math.max(size, moveOf(0, now[k] ?? Number.NaN));
      move = Math.max(move, moveOf(before[k], now[k] ?? Number.NaN));
    }
    if (!(move < Math.max(tolerance * Math.min(1, units[name] ?? 1), restlessness * size))) return false;
  }
  return true;
};

/**
 * A named end where a component is lost, else where no parameter moves by the tolerance (of its unit, where that is below 1) or
 * the iterations are used up.
 */
export const endingOf = <T extends Parameters<Datum>>(
  rule: StopRule,
  { iteration, previous, current }: Omit<Progress<Datum, T>, 'data'>,
  { units, collapsed }: Scales<T>,
): Ending | undefined => {
  const end = lost(current);
  if (end !== undefined) return end;
  const point = collapsed(current);
  if (point >= 0) return { kind: 'variance-zero', component: point + 1 };
  if (isStill(previous, current, rule.tolerance, units)) return { kind: 'settled' };
  return iteration >= rule.iterations ? { kind: 'unsettled' } : undefined;
};

const noScales: Scales<Parameters<Datum>> = { units: {}, collapsed: () => -1 };

/** The reference's rule, for families whose parameters are on the scale of the data and for others. */
export const stopWhenSettled =
  <X, T extends Parameters<Datum>>(rule: StopRule, scalesOf: (data: readonly X[]) => Scales<T> = () => noScales) =>
  (_: Procedure<X, T>, { data, iteration, previous, current }: Progress<X, T>): Ending | undefined =>
    endingOf(rule, { iteration, previous, current }, scalesOf(data));
