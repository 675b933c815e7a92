import { runWorker, type PredictionsFor } from '../batch/index.js';
import { once } from '../memory/index.js';
import { computedPredictions } from './predictions.js';
import { shippedGroundwork } from './shipped-groundwork.js';
import { shippedPredictions } from './shipped-predictions.js';

/** Where the threads of a batch find what mistakes predict: beside the program, with what is laid there, else computed once and remembered. */
export const predictionsFor: PredictionsFor = ({ id }, shipped, prepared) => {
  if (shipped) return { ...shippedPredictions(id), groundwork: () => shippedGroundwork(id) };
  const computed = once(() => computedPredictions(prepared()));
  return { singles: () => computed().singles(), pairs: () => computed().pairs() };
};

export const runGradingThread = (): void => runWorker(predictionsFor);
