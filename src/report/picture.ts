import type { Matrix, Parameters } from '../types.js';

/** One side of a picture: where a procedure came to, and how. Any part may be missing. */
export type Course = {
  readonly parameters?: Parameters;
  /** N × K. */
  readonly responsibilities?: Matrix;
  /** From the start on; values may be NaN. */
  readonly logLikelihoods?: readonly number[];
};

/**
 * What a mistake does, to be shown: the data, the course of the wrong procedure, and that of the right one where the
 * policy allows to show it.
 */
export type Picture = { readonly data: readonly number[]; readonly theirs: Course; readonly right?: Course };
