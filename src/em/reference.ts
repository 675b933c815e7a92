/** The right procedure for a model: the family's, with what the model keeps fixed or gives. */

import type { Datum, Matrix, Model, Parameters } from '../types.js';
import type { Family } from './family.js';
import type { MStepInput, Procedure } from './procedure.js';

/** EM leaves these parameters as they are. */
const keepFixed = <X, T extends Parameters<Datum>>(p: Procedure<X, T>, names: readonly string[]): Procedure<X, T> => ({
  ...p,
  update: {
    ...p.update,
    ...Object.fromEntries(names.map((name) => [name, ({ old }: MStepInput<X, T>) => old[name]])),
  },
});

/** The first E-step is given, and the one M-step from it is all there is to do. */
const giveResponsibilities = <X, T extends Parameters<Datum>>(
  p: Procedure<X, T>,
  responsibilities: Matrix,
): Procedure<X, T> => ({
  ...p,
  inIteration: (q, iteration) => {
    const now = p.inIteration(q, iteration);
    return iteration === 1 ? { ...now, eStep: () => responsibilities } : now;
  },
  // A variance of zero is as good an answer as any where no further step divides by it.
  stop: (q, progress) => {
    const ending = p.stop(q, progress);
    return ending?.kind === 'empty-component' || ending?.kind === 'not-finite' ? ending : { kind: 'stopped' };
  },
});

/** The reference procedure for a model. */
export const referenceFor = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  model: Model,
): Procedure<X, T> => {
  const free = family.procedure(model);
  const fixed = model.fixed === undefined ? free : keepFixed(free, model.fixed);
  return model.responsibilities === undefined ? fixed : giveResponsibilities(fixed, model.responsibilities);
};

/** The observations as the family knows them; `checkModel` has seen that they are. */
export const observationsOf = <X extends Datum, T extends Parameters<Datum>>(
  _: Family<X, T>,
  model: Model,
): readonly X[] => model.data as readonly X[];

/**
 * θ₀ as the model gives it. Where responsibilities are given in its place, every entry is NaN: what would need θ₀
 * then comes out as no number.
 */
export const givenStart = <X extends Datum, T extends Parameters<Datum>>(family: Family<X, T>, model: Model): T => {
  const unknown = (model.responsibilities?.[0] ?? []).map(() => Number.NaN);
  // The model has been checked against the names and entries of the family.
  return (model.start ?? Object.fromEntries(family.parameters.map((name) => [name, unknown]))) as unknown as T;
};
