/** How long a run is followed that does not settle. */

import type { NumericMisconception } from '../misconceptions/index.js';
import type { Model } from '../types.js';

/** Ends a run after so many iterations; it then says nothing of its end. */
const hasty = (patience: number): NumericMisconception => ({
  id: 'hasty',
  family: 'hasty',
  step: 'loop',
  plausibility: 'L',
  models: 'mixtures',
  rewrite: (p) => ({
    ...p,
    stop: (now, progress) =>
      p.stop(now, progress) ?? (progress.iteration < patience ? undefined : { kind: 'unsettled' }),
  }),
});

/** What a script does before it gives up by itself. */
export const scriptPatience = 3000;

/** Densities evaluated in one iteration. */
const sizeOf = (model: Model): number => model.data.length * (model.start?.weights.length ?? 1);

/** Thousands of runs take too long for a class to wait beyond this size; then single faults alone are told. */
const largestForPairs = 60;

/** Whether pairs of faults are predicted for a model. */
export const allowsPairs = (model: Model): boolean => sizeOf(model) <= largestForPairs;

/** Densities evaluated in a run, and the least and most iterations: for one fault, and for each of thousands of pairs. */
const budgets = {
  single: { densities: 100_000, least: 20, most: scriptPatience },
  pair: { densities: 30_000, least: 100, most: 300 },
} as const;

/**
 * What to add to the faults of a run so that the table is built while one waits: nothing for a single fault of a small problem. A
 * model that gives responsibilities has no run to cut short.
 */
export const limitsFor = (model: Model, kind: keyof typeof budgets): readonly NumericMisconception[] => {
  const { densities, least, most } = budgets[kind];
  const patience = Math.min(most, Math.max(least, Math.floor(densities / sizeOf(model))));
  return model.responsibilities !== undefined || patience >= scriptPatience ? [] : [hasty(patience)];
};
