/** The sums of an M-step. */

import type { MStepInput } from '../../em/index.js';
import type { Datum, Parameters, Vector } from '../../types.js';
import { at } from './arithmetic.js';

/** Σ_i γ_ik · f(x_i, γ_ik, k) for every component. */
export const weightedSums = <X, T extends Parameters<Datum>>(
  { data, responsibilities, old }: MStepInput<X, T>,
  value: (x: X, share: number, k: number) => number,
): Vector =>
  old.weights.map((_, k) => {
    let total = 0;
    let i = 0;
    for (const x of data) {
      const share = at(responsibilities[i] ?? [], k);
      total += share * value(x, share, k);
      i += 1;
    }
    return total;
  });

/** N_k = Σ_i γ_ik. */
export const massesOf = <X, T extends Parameters<Datum>>(input: MStepInput<X, T>): Vector =>
  weightedSums(input, () => 1);
