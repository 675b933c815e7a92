/** Short ways to write down misconceptions, so that a list of them reads as a table. */

import type { Plausibility } from '../types.js';
import type { GaussianRewrite, MixtureRewrite, NumericMisconception, Step } from './misconception.js';

/** `define('data')` gives a function that defines misconceptions in that step; ids stay literal types. */
export const define = (step: Step) => ({
  /** For any mixture. */
  mixture: <Id extends string>(
    id: Id,
    family: string,
    plausibility: Plausibility,
    rewrite: MixtureRewrite,
  ): NumericMisconception<Id> => ({
    id,
    family,
    step,
    plausibility,
    models: 'mixtures',
    rewrite,
  }),
  /** For Gaussians in one dimension. */
  gaussian: <Id extends string>(
    id: Id,
    family: string,
    plausibility: Plausibility,
    rewrite: GaussianRewrite,
  ): NumericMisconception<Id> => ({
    id,
    family,
    step,
    plausibility,
    models: 'gaussian',
    rewrite,
  }),
});

/** Marks a misconception of the M-step that uses the parameters before it. */
export const needingStart = <Id extends string>(misconception: NumericMisconception<Id>): NumericMisconception<Id> => ({
  ...misconception,
  needsStart: true,
});
