/** What the solver hands out: plain data. */

import type { Model, Parameters } from '../types.js';

export type Solution = {
  readonly model: Model;
  /** θ₀, θ₁, … up to the last sound one. Only θ₁ where responsibilities are given in place of a start. */
  readonly iterates: readonly Iterate[];
  readonly outcome: Outcome;
};

export type Iterate = {
  readonly iteration: number;
  readonly parameters: Parameters;
  /** Null where it is no finite number: densities below the range of double precision, a variance of zero. */
  readonly logLikelihood: number | null;
  /** At θ_n, with the responsibilities of the E-step before it; at the start with the first ones, where it is tight. */
  readonly lowerBound: number | null;
};

export type Outcome =
  | { readonly kind: 'converged'; readonly iterations: number }
  /** Parameters still moved by `move` in the last iteration allowed. */
  | { readonly kind: 'not-converged'; readonly iterations: number; readonly move: number }
  /** In that iteration the variance of a component (from 1) became zero: it sits on a single value. */
  | { readonly kind: 'variance-zero'; readonly component: number; readonly iteration: number }
  /** In that iteration no observation was left to a component (from 1). */
  | { readonly kind: 'empty-component'; readonly component: number; readonly iteration: number }
  /** In that iteration numbers left the range of double precision. */
  | { readonly kind: 'out-of-range'; readonly iteration: number }
  /** One M-step from given responsibilities. */
  | { readonly kind: 'single-step' };

/** Why a quantity cannot be had, as data. */
export type QuantityFailure = {
  readonly kind: 'failure';
  readonly code: QuantityFailureCode;
  readonly message: string;
};
export type QuantityFailureCode =
  | 'unknown-quantity'
  | 'no-such-entry'
  | 'no-start'
  | 'not-reached'
  | 'undefined'
  | Exclude<Outcome['kind'], 'converged'>;
