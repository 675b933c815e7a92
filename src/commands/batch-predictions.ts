import { runWorker, type PredictionsFor } from '../batch/index.js';
import { computedPredictions } from './predictions.js';
import { shippedPredictions } from './shipped-predictions.js';

/** Where the threads of a batch find what mistakes predict: beside the program, else computed once and remembered. */
export const predictionsFor: PredictionsFor = (prepared, shipped) =>
  shipped ? shippedPredictions(prepared.problem.id) : computedPredictions(prepared);

export const runGradingThread = (): void => runWorker(predictionsFor);
