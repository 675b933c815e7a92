/** The loop: θ₀, θ₁, … until the procedure says stop. */

import type { Datum, Parameters } from '../types.js';
import type { Procedure, Run } from './procedure.js';
import { numbersOf } from './stop.js';

// Long enough for the cycles that exchanged components make, short enough to be looked for in every iteration.
const longestPeriod = 4;

const same = (left: Parameters<Datum>, right: Parameters<Datum>): boolean => {
  const numbers = numbersOf(right);
  return numbersOf(left).every((value, index) => Object.is(value, numbers[index]));
};

/**
 * How far back the run was in the very same place, from the second iteration on (the first may differ from all others);
 * 0 where it was not.
 */
const periodOf = (trace: readonly Parameters<Datum>[]): number => {
  const current = trace.at(-1);
  for (let period = 1; period <= longestPeriod && period < trace.length - 1; period += 1) {
    const earlier = trace.at(-1 - period);
    if (current !== undefined && earlier !== undefined && same(current, earlier)) return period;
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
