/** The steps that every family of mixtures shares, in log space where densities would underflow. */

import type { Datum, Matrix, Parameters } from '../types.js';
import type { MStepInput, Procedure } from './procedure.js';
import { argmax, at, compensatedSum, logSumExp, masses } from './vectors.js';

/** log(π_k) + log p(x | k) for all k. */
const logJoint = <X, T extends Parameters<Datum>>(p: Procedure<X, T>, x: X, theta: T): number[] =>
  theta.weights.map((weight, k) => Math.log(weight) + p.logDensity(x, k, theta));

/** Σ_i log Σ_k π_k p(x_i | k) (Bishop, Pattern Recognition and Machine Learning, 2006, eq. 9.14). */
const logLikelihood = <X, T extends Parameters<Datum>>(p: Procedure<X, T>, data: readonly X[], theta: T): number =>
  compensatedSum(data.map((x) => logSumExp(logJoint(p, x, theta))));

/** γ_ik = π_k p(x_i | k) / Σ_j π_j p(x_i | j) (Bishop 2006, eq. 9.13); rows sum to one. */
const eStep = <X, T extends Parameters<Datum>>(p: Procedure<X, T>, data: readonly X[], theta: T): Matrix =>
  data.map((x) => {
    const joint = logJoint(p, x, theta);
    const total = logSumExp(joint);
    return joint.map((value) => Math.exp(value - total));
  });

// Where a probability rounds to 1, a share that rounded away with it meets the logarithm of 0, and still weighs nothing.
const boundTerm = (share: number, joint: number): number =>
  share === 0 || (joint === -Infinity && share < Number.EPSILON) ? 0 : share * (joint - Math.log(share));

/**
 * The lower bound Σ_i Σ_k q_ik log(π_k p(x_i | k) / q_ik) that the M-step raises; equal to the log-likelihood
 * where q are the responsibilities at θ (Bishop 2006, eq. 9.71). Terms with q = 0 are 0.
 */
export const lowerBound = <X, T extends Parameters<Datum>>(
  p: Procedure<X, T>,
  data: readonly X[],
  q: Matrix,
  theta: T,
): number =>
  compensatedSum(
    data.map((x, i) => compensatedSum(logJoint(p, x, theta).map((joint, k) => boundTerm(at(q[i] ?? [], k), joint)))),
  );

/** π_k = N_k / N (Bishop 2006, eq. 9.26). */
export const updateWeights = <X, T extends Parameters<Datum>>({
  data,
  responsibilities,
  old,
}: MStepInput<X, T>): number[] => masses(responsibilities, old.weights.length).map((mass) => mass / data.length);

/** Carries out the updates one after the other, each seeing the ones before it. */
const mStep = <X, T extends Parameters<Datum>>(
  p: Procedure<X, T>,
  data: readonly X[],
  responsibilities: Matrix,
  old: T,
): T => {
  const current: { -readonly [Name in keyof T]: T[Name] } = { ...old };
  const input = { data, responsibilities, old, current };
  for (const name in p.update) current[name] = p.update[name](input);
  return current;
};

/** The steps that do not depend on the family. */
export const mixtureSteps = <X, T extends Parameters<Datum>>() =>
  ({
    prepareData: (data) => data,
    start: (given) => given,
    logLikelihood,
    eStep,
    mStep,
    iterate: (p, { data }, theta) => p.mStep(p, data, p.eStep(p, data, theta), theta),
    inIteration: (p) => p,
    assign: (responsibilities) => responsibilities.map((row) => argmax(row) + 1),
    readAt: (asked) => asked,
    report: (theta) => theta,
    reportResponsibilities: (responsibilities) => responsibilities,
  }) satisfies Partial<Procedure<X, T>>;
