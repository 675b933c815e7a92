import { readFileSync } from 'node:fs';
import { openPairs, openPredictions, type PairPredictions, type Predictions } from '../diagnosis/index.js';
import { once } from '../memory/index.js';

/** What wrong answers are looked up in. Pairs of mistakes are fetched only when no single one explains an answer. */
export type PredictionSource = { readonly singles: () => Predictions; readonly pairs: () => PairPredictions };

/** For a problem that ships with the checker: as the build has computed them. A file that is missing is thrown: the installation is broken. */
export const shippedPredictions = (id: string): PredictionSource => {
  const read = (part: string): Uint8Array => readFileSync(`${import.meta.dirname}/predictions/${id}${part}.bin`);
  return {
    singles: once(() => openPredictions(read(''))),
    pairs: once(() => openPairs(read('.pairs'))),
  };
};
