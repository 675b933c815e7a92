import type { ComponentCriterion, Model } from '../../src/types.js';

/** The homework's five samples and θ₀, on which the signatures were recorded. */
export const homework: Model = {
  family: 'gaussian',
  data: [-1, 0, 4, 5, 6],
  start: { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] },
};

/** The homework's three choices, in its order. */
export const choices: readonly ComponentCriterion[] = [
  { componentWith: 'largest-decrease', of: 'means', at: 1 },
  { componentWith: 'largest-increase', of: 'variances', at: 1 },
  { componentWith: 'largest', of: 'variances', at: 'converged' },
];
