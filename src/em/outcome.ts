/** From the end of a run to the outcome that is told of it. */

import type { Datum, Parameters } from '../types.js';
import type { Ending, Progress } from './procedure.js';
import type { Outcome } from './solution.js';
import { largestMove } from './stop.js';

/** The outcome of a run of the reference that ended with this iteration. */
export const outcomeOf = (
  ending: Ending,
  { iteration, previous, current }: Omit<Progress<Datum, Parameters<Datum>>, 'data'>,
): Outcome => {
  switch (ending.kind) {
    case 'settled':
      return { kind: 'converged', iterations: iteration };
    case 'unsettled':
      return { kind: 'not-converged', iterations: iteration, move: largestMove(previous, current) };
    case 'stopped':
      return { kind: 'single-step' };
    case 'not-finite':
      return { kind: 'out-of-range', iteration };
    case 'variance-zero':
    case 'empty-component':
  }
  return { kind: ending.kind, component: ending.component, iteration };
};

/** Whether the last iterate is still a sound mixture. */
export const isSound = ({ kind }: Outcome): boolean =>
  kind === 'converged' || kind === 'not-converged' || kind === 'single-step';
