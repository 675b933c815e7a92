import { readFileSync } from 'node:fs';
import { openPairs, openPredictions, type PairPredictions, type Predictions } from '../diagnosis/index.js';
import { once } from '../memory/index.js';
import { BrokenInstallation } from './broken-installation.js';

/** What wrong answers are looked up in. Pairs of mistakes are fetched only when no single one explains an answer. */
export type PredictionSource = { readonly singles: () => Predictions; readonly pairs: () => PairPredictions };

/** For a problem that ships with the checker: as the build has computed them. A file that is missing or does not fit is thrown: the installation is broken. */
export const shippedPredictions = (id: string): PredictionSource => {
  const open = <T>(part: string, read: (bytes: Uint8Array) => T): T => {
    const file = `${import.meta.dirname}/predictions/${id}${part}.bin`;
    try {
      return read(readFileSync(file));
    } catch (cause) {
      throw new BrokenInstallation(
        `${file} is missing, damaged, or of another version of the checker. Install the checker again (or build it again: npm run build).`,
        { cause },
      );
    }
  };
  return {
    singles: once(() => open('', openPredictions)),
    pairs: once(() => open('.pairs', openPairs)),
  };
};
