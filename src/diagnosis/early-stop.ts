/** The right procedure, stopped before it settled. */

/** The id of the right procedure among the hypotheses: it is no misconception. */
export const rightProcedure = '';

/**
 * A stop that no listed number of iterations gives is told by its family: which tolerance, or count, ended the run cannot be seen
 * from the numbers, only after which iteration.
 */
export const stoppedEarly = {
  family: 'stopped-early-or-not-iterated',
  ids: ['loop-tolerance-1e-1', 'loop-tolerance-1e-2', 'loop-tolerance-1e-3'],
} as const;
