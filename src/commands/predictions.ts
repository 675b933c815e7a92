import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type PairPredictions,
  predict,
  predictPairs,
  predictionsFormat,
  type Predictions,
} from '../diagnosis/index.js';
import type { PreparedProblem } from '../grading/index.js';
import { remembered } from './remembered.js';

/** What wrong answers are looked up in. Pairs of mistakes are fetched only when no single one explains an answer. */
export type PredictionSource = { readonly singles: () => Predictions; readonly pairs: () => PairPredictions };

/** For a problem that ships with the checker: as the build has computed them. */
export const shippedPredictions = (prepared: PreparedProblem): PredictionSource =>
  compiledBeside(prepared.problem.id) ?? computedPredictions(prepared);

/** For any other problem: computed when it is first met, and remembered by the problem's content. */
export const computedPredictions = (prepared: PreparedProblem): PredictionSource => {
  const singles = once(() => remembered(`predictions-${predictionsFormat}`, prepared.problem, () => predict(prepared)));
  return {
    singles,
    pairs: once(() =>
      remembered(`pairs-${predictionsFormat}`, prepared.problem, () => predictPairs(prepared, singles())),
    ),
  };
};

const compiledBeside = (id: string): PredictionSource | undefined => {
  const read = (part: string): unknown =>
    JSON.parse(readFileSync(fileURLToPath(new URL(`./predictions/${id}${part}.json`, import.meta.url)), 'utf8'));
  try {
    const singles = read('') as Predictions;
    return { singles: () => singles, pairs: once(() => read('.pairs') as PairPredictions) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
