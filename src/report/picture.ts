import type { Matrix, Parameters } from '../types.js';

/** One side of a picture: where a procedure came to, and how. Any part may be missing. */
export type Course = {
  /** The samples as the procedure saw them: a mistake may lose one, or make others of them. */
  readonly samples: readonly number[];
  /** Numbers that are not finite belong to components that are not drawn. */
  readonly parameters?: Parameters;
  /** A row for each of the samples, an entry for each component. */
  readonly responsibilities?: Matrix;
  /** From the start on; values may be NaN. */
  readonly logLikelihoods?: readonly number[];
};

/** Of which parts something is left out because it is right. */
export type Withheld = { readonly components: boolean; readonly logLikelihoods: boolean };

/** Said below a plot that lacks something for that reason. */
export const withheldNote = ' What is right is not drawn.';

/**
 * What a mistake does, to be shown: the data, the course of the wrong procedure, and that of the right one where the
 * policy allows to show it; where it does not, what was left out of the wrong one.
 */
export type Picture = {
  readonly data: readonly number[];
  readonly theirs: Course;
  readonly right?: Course;
  readonly withheld?: Withheld;
};
