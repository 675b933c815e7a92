/** The loop: θ₀, θ₁, … until the procedure says stop. */

import type { Datum, Parameters } from '../types.js';
import type { Procedure, Run } from './procedure.js';
import { largestMove } from './stop.js';

// Long enough for the cycles that exchanged components make, short enough to be looked for in every iteration.
const longestPeriod = 4;

// A run that still leaps, and yet is back to the precision at which runs settle, goes round in a circle. Where it only
// trembles it may still be closing in from both sides, and must come back exactly.
const leap = 1e-6;
const returnTolerance = 1e-13;

const isSame = (before: Datum | undefined, now: Datum, tolerance: number): boolean => {
  if (typeof now !== 'number') {
    return now.every((value, index) =>
      isSame(typeof before === 'object' ? before[index] : undefined, value, tolerance),
    );
  }
  return typeof before === 'number' && (Object.is(now, before) || Math.abs(now - before) < tolerance);
};

const samePlace = (before: Parameters<Datum>, now: Parameters<Datum>, tolerance: number): boolean => {
  for (const name in now) {
    const list = now[name] ?? [];
    for (let k = 0; k < list.length; k += 1) {
      if (!isSame(before[name]?.[k], list[k] ?? Number.NaN, tolerance)) return false;
    }
  }
  return true;
};

/**
 * How far back the run was in the same place; 0 where it was not. The first iteration may differ from all others and
 * does not count.
 */
const periodOf = (trace: readonly Parameters<Datum>[]): number => {
  const now = trace.at(-1) ?? { weights: [] };
  const tolerance = largestMove(trace.at(-2) ?? now, now) < leap ? 0 : returnTolerance;
  for (let period = 1; period <= longestPeriod && period < trace.length - 1; period += 1) {
    const before = trace.at(-1 - period);
    if (before !== undefined && samePlace(before, now, tolerance)) return period;
  }
  return 0;
};

/**
 * Runs a procedure from the given parameters. The trace holds every iterate, the last one included even where it is
 * the reason for stopping. A run that goes round in a circle is followed by copying, not by computing.
 */
export const run = <X, T extends Parameters<Datum>>(
  p: Procedure<X, T>,
  observations: readonly X[],
  given: T,
): Run<X, T> => {
  const data = p.prepareData(observations);
  const start = p.start(given);
  const trace = [start];
  let previous = start;
  let period = 0;
  for (let iteration = 1; ; iteration += 1) {
    const repeated = period > 0 ? trace.at(-period) : undefined;
    const now = p.inIteration(p, iteration);
    const current = repeated ?? now.iterate(now, { data, start, iteration }, previous);
    trace.push(current);
    const ending = p.stop(p, { data, iteration, previous, current });
    if (ending !== undefined) return { data, trace, ending };
    if (period === 0) period = periodOf(trace);
    previous = current;
  }
};
