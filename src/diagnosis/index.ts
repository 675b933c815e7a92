/** From wrong answers to the mistakes behind them. */

export { createDiagnoser, diagnose, type Diagnoser } from './diagnose.js';
export { factsAbout } from './facts/index.js';
export { openPairs, openPredictions, packPairs, packPredictions } from './packed/index.js';
export { predict, predictPairs } from './predict.js';
export { predictEnds } from './predict-numbers.js';
export { predictionsFormat, type PairPredictions, type Predictions } from './prediction.js';
