/** The same procedure as a student's script would run it: plain double precision, NaN passed on. */

import type { Datum, Matrix, Parameters } from '../types.js';
import type { Ending, Procedure, Progress } from './procedure.js';
import { isFiniteComponent, isStill } from './stop.js';
import { at, sum } from './vectors.js';

/** π_k p(x | k) for all k. */
export const joint = <X, T extends Parameters<Datum>>(p: Procedure<X, T>, x: X, theta: T): number[] => {
  const values: number[] = [];
  for (let k = 0; k < theta.weights.length; k += 1) values.push(at(theta.weights, k) * p.density(x, k, theta));
  return values;
};

const logLikelihood = <X, T extends Parameters<Datum>>(p: Procedure<X, T>, data: readonly X[], theta: T): number =>
  sum(data.map((x) => Math.log(sum(joint(p, x, theta)))));

const eStep = <X, T extends Parameters<Datum>>(p: Procedure<X, T>, data: readonly X[], theta: T): Matrix =>
  data.map((x) => {
    const row = joint(p, x, theta);
    const total = sum(row);
    for (let k = 0; k < row.length; k += 1) row[k] = at(row, k) / total;
    return row;
  });

const scriptTolerance = 1e-13;
const patience = 3000;

/** A component may be lost and the others go on; nothing goes on without finite weights or any finite component. */
const broken = (theta: Parameters<Datum>): boolean =>
  !theta.weights.every(Number.isFinite) || !theta.weights.some((_, k) => isFiniteComponent(theta, k));

/** Until no parameter moves by 1e-13, a number is not finite, or 3,000 iterations are done. */
const stop = <X, T extends Parameters<Datum>>(
  _: Procedure<X, T>,
  { iteration, previous, current }: Progress<X, T>,
): Ending | undefined => {
  if (isStill(previous, current, scriptTolerance)) return { kind: 'settled' };
  if (broken(current)) return { kind: 'not-finite' };
  if (iteration < patience) return undefined;
  return { kind: current.weights.every((__, k) => isFiniteComponent(current, k)) ? 'unsettled' : 'not-finite' };
};

/** No log-sum-exp, no named ends: what a script prints when it is the reference otherwise. */
export const asScript = <X, T extends Parameters<Datum>>(p: Procedure<X, T>): Procedure<X, T> => ({
  ...p,
  logLikelihood,
  eStep,
  stop,
});
