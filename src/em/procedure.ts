/** The procedure of EM as a record of named steps, so that a wrong procedure is the right one with a step replaced. */

import type { Datum, Matrix, Moment, Parameters, Vector } from '../types.js';

/**
 * EM for a mixture of K components, step by step. `X` is one observation, `T` the parameters of the family.
 *
 * A step that needs others receives the procedure it is part of, so that replacing one step reaches every step that uses it.
 * Components are counted from 0 inside a procedure; `assign` answers as students do, from 1.
 */
export type Procedure<X, T extends Parameters<Datum>> = {
  /** The observations as the rest of the procedure sees them. */
  readonly prepareData: (data: readonly X[]) => readonly X[];
  /** θ₀, from the parameters that are given. */
  readonly start: (given: T) => T;
  /** p(x | component k). */
  readonly density: (x: X, k: number, theta: T) => number;
  /** log p(x | component k): finite far out in the tails, where the density itself is 0 in double precision. */
  readonly logDensity: (x: X, k: number, theta: T) => number;
  /** log p(data; θ). */
  readonly logLikelihood: (p: Procedure<X, T>, data: readonly X[], theta: T) => number;
  /** Responsibilities, N × K: p(component k | x_i; θ). */
  readonly eStep: (p: Procedure<X, T>, data: readonly X[], theta: T) => Matrix;
  /** One update for each parameter; the M-step carries them out in this order. */
  readonly update: { readonly [Name in keyof T]: Update<X, T, T[Name]> };
  /** θ from the responsibilities. */
  readonly mStep: (p: Procedure<X, T>, data: readonly X[], responsibilities: Matrix, old: T) => T;
  /** One iteration of the loop: from θ to the next θ. */
  readonly iterate: (p: Procedure<X, T>, place: Place<X, T>, theta: T) => T;
  /** The procedure as it stands in the n-th iteration (from 1). */
  readonly inIteration: (p: Procedure<X, T>, iteration: number) => Procedure<X, T>;
  /** Whether the loop ends here, and how. */
  readonly stop: (p: Procedure<X, T>, progress: Progress<X, T>) => Ending | undefined;
  /** The component, from 1, to which each observation is given. */
  readonly assign: (responsibilities: Matrix, data: readonly X[], theta: T) => Vector;
  /** The moment of the run at which an asked quantity is read off. */
  readonly readAt: (asked: Moment, quantity: string) => Moment;
  /** The parameters as they are handed in. */
  readonly report: (theta: T) => T;
  /** The responsibilities as they are handed in. */
  readonly reportResponsibilities: (responsibilities: Matrix) => Matrix;
};

/** What an update sees. `current` is `old` with the parameters that this M-step has already updated. */
export type MStepInput<X, T extends Parameters<Datum>> = {
  readonly data: readonly X[];
  readonly responsibilities: Matrix;
  readonly old: T;
  readonly current: T;
};

/** The new values of one parameter, one entry a component. */
type Update<X, T extends Parameters<Datum>, Values> = (input: MStepInput<X, T>) => Values;

/** Where in a run an iteration stands. */
type Place<X, T extends Parameters<Datum>> = {
  readonly data: readonly X[];
  readonly start: T;
  readonly iteration: number;
};

export type Progress<X, T extends Parameters<Datum>> = {
  readonly data: readonly X[];
  readonly iteration: number;
  readonly previous: T;
  readonly current: T;
};

/** How a run came to its end. */
export type Ending =
  /** No parameter moves any more. */
  | { readonly kind: 'settled' }
  /** The procedure's own rule (a number of iterations, a tolerance) ended it before that. */
  | { readonly kind: 'stopped' }
  /** The iterations allowed were used up while the parameters still moved. */
  | { readonly kind: 'unsettled' }
  /** A number came out that is none. */
  | { readonly kind: 'not-finite' }
  /** A component closed in on one point (or equal points), where the likelihood has no maximum. */
  | { readonly kind: 'variance-zero'; readonly component: number }
  /** No observation is left to a component. */
  | { readonly kind: 'empty-component'; readonly component: number };

/** A whole run: θ₀, θ₁, …, and how it ended. */
export type Run<X, T extends Parameters<Datum>> = {
  readonly data: readonly X[];
  readonly trace: readonly T[];
  readonly ending: Ending;
};
