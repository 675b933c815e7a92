/** The right procedure with a student's own answers in place of what it computes. */

import type { Procedure } from '../em/index.js';
import type { Datum, Matrix, Moment, Parameters } from '../types.js';
import type { Source, Whole } from './source.js';

/** Puts each answer where it belongs: responsibilities after their E-step, parameters after their update. Stops at the moment asked for. */
export const putInPlace = <X extends Datum, T extends Parameters<Datum>>(
  p: Procedure<X, T>,
  sources: readonly Source[],
  upTo: Moment,
): Procedure<X, T> => ({
  ...p,
  stop: (q, progress) => (progress.iteration >= lastOf(upTo) ? { kind: 'stopped' } : p.stop(q, progress)),
  inIteration: (q, n) => {
    const now = p.inIteration(q, n);
    // The E-step of the n-th iteration gives the responsibilities at the parameters before it.
    const early = sources.filter(isFrom('responsibilities', n - 1));
    const update: { -readonly [Name in keyof T]: (typeof now.update)[Name] } = { ...now.update };
    for (const name in now.update) {
      const own = sources.filter(isFrom(name, n));
      // What is put in has the shape of what was computed.
      if (own.length > 0) update[name] = (input) => putAll(now.update[name](input) as Whole, own) as T[typeof name];
    }
    if (early.length === 0) return { ...now, update };
    return { ...now, update, eStep: (...given) => putAll(now.eStep(...given), early) as Matrix };
  },
});

export const putAll = (whole: Whole, sources: readonly Source[]): Whole =>
  sources.reduce((changed, { put, numbers }) => put(changed, numbers), whole);

const lastOf = (moment: Moment): number =>
  moment === 'converged' ? Infinity : moment === 'start' ? 1 : Math.max(1, moment);

const isFrom =
  (name: string, iteration: number) =>
  ({ reference: { from, at } }: Source): boolean =>
    from === name && (at === 'start' ? 0 : at) === iteration;
