/** What a family of mixtures has to bring along. A new family is one file with such a record, and a line in `families.ts`. */

import type { Datum, Matrix, Model, Parameters, Vector } from '../types.js';
import type { Procedure } from './procedure.js';

export type Family<X extends Datum, T extends Parameters<Datum>> = {
  readonly name: string;
  /** Names of the parameters, the weights first, as a model's `start` gives them. */
  readonly parameters: readonly (keyof T & string)[];
  /** Numbers the family needs beside the data (`constants` of a model), such as the trials of a binomial. */
  readonly constants?: readonly string[];
  /** The reference procedure for a model. */
  readonly procedure: (model: Model) => Procedure<X, T>;
  /** What can be asked for beyond the parameters and what every mixture has. */
  readonly quantities: { readonly [name: string]: Quantity<X, T> };
  /** What is wrong with an observation or an entry of a parameter, if anything. */
  readonly checkDatum: (datum: Datum, model: Model) => EntryProblem | undefined;
  readonly checkParameter: (name: string, entry: Datum) => EntryProblem | undefined;
};

export type EntryProblem = { readonly code: string; readonly message: string; readonly fix: string };

/** One number; an entry for each component, each observation, or both. `counts` is K × (a number of the family). */
export type Shape = 'number' | 'components' | 'points' | 'points-by-components' | 'counts';

/** A quantity as it was read off: a number, a list, or a table by rows. */
export type Reading = number | Vector | Matrix;

/** A quantity and how it is read off a moment of a run. */
export type Quantity<X, T extends Parameters<Datum>> = {
  readonly shape: Shape;
  readonly of: (moment: MomentOfRun<X, T>) => Reading;
};

/** θ_n, the parameters before it, and the procedure as it stands there. */
export type MomentOfRun<X, T extends Parameters<Datum>> = {
  readonly model: Model;
  readonly procedure: Procedure<X, T>;
  readonly data: readonly X[];
  readonly theta: T;
  readonly before?: MomentOfRun<X, T>;
};
