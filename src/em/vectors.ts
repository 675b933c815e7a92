/** Sums over lists of numbers, as the steps of the procedure need them. */

import type { Matrix, Vector } from '../types.js';

/** The entry, or NaN where the list is too short: a hole must show in every number computed from it. */
export const at = (values: Vector, index: number): number => values[index] ?? Number.NaN;

export const sum = (values: Vector): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** Neumaier's compensated sum (ZAMM 54, 1974): the rounding error does not grow with the number of terms. */
export const compensatedSum = (values: Vector): number => {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  // An infinite sum would turn the correction into NaN.
  return Number.isFinite(lost) ? total + lost : total;
};

/** log Σ exp(v), without overflow or underflow; −∞ for a list of −∞. */
export const logSumExp = (values: Vector): number => {
  const largest = Math.max(...values);
  if (!Number.isFinite(largest)) return largest;
  let total = 0;
  for (const value of values) total += Math.exp(value - largest);
  return largest + Math.log(total);
};

/** Index of the largest entry, the first of equal ones; a NaN counts as largest, as in NumPy. */
export const argmax = (values: Vector): number => {
  let best = 0;
  for (let index = 1; index < values.length; index += 1) {
    if (Number.isNaN(at(values, best))) break;
    if (!(at(values, index) <= at(values, best))) best = index;
  }
  return best;
};

/** Σ_i γ_ik: the (fractional) number of observations that each of the `size` components has. */
export const masses = (responsibilities: Matrix, size: number): number[] => {
  const totals: number[] = [];
  for (let k = 0; k < size; k += 1) {
    let total = 0;
    for (const row of responsibilities) total += at(row, k);
    totals.push(total);
  }
  return totals;
};

/** Σ_i γ_ik · f(x_i). */
export const weighted = <X>(
  responsibilities: Matrix,
  k: number,
  data: readonly X[],
  value: (x: X) => number,
): number => {
  let total = 0;
  let i = 0;
  for (const x of data) {
    total += at(responsibilities[i] ?? [], k) * value(x);
    i += 1;
  }
  return total;
};
