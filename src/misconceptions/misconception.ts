/** A misconception: a wrong procedure, as a change to the right one. */

import type { GaussianParameters, Procedure } from '../em/index.js';
import type { Datum, Parameters, Plausibility } from '../types.js';

/** The step of the procedure in which a misconception sits. */
export type Step =
  | 'data'
  | 'start'
  | 'density'
  | 'log-likelihood'
  | 'responsibilities'
  | 'means'
  | 'variances'
  | 'weights'
  | 'loop'
  | 'report'
  | 'assignments'
  | 'choice';

type Entry<Id extends string> = {
  readonly id: Id;
  /** Misconceptions of one family deserve the same feedback. */
  readonly family: string;
  readonly step: Step;
  /** How likely a student is to make it: high, medium or low. */
  readonly plausibility: Plausibility;
  /** Has no meaning where responsibilities are given in place of a start. */
  readonly needsStart?: true;
};

/** A change to EM for any mixture. */
export type MixtureRewrite = <X extends Datum, T extends Parameters<Datum>>(p: Procedure<X, T>) => Procedure<X, T>;
/** A change to EM for Gaussians in one dimension. */
export type GaussianRewrite = (p: Procedure<number, GaussianParameters>) => Procedure<number, GaussianParameters>;

/** A wrong way to get numbers. `models` tells for which the change has a meaning. */
export type NumericMisconception<Id extends string = string> = Entry<Id> &
  (
    | { readonly models: 'mixtures'; readonly rewrite: MixtureRewrite }
    | { readonly models: 'gaussian'; readonly rewrite: GaussianRewrite }
  );
