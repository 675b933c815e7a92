/** A class: files to workers to journal to reports, and on again after a stop. */
export { mergeParts } from './merge.js';
export { explainDiskFault } from './disk-fault.js';
export type { PredictionsFor, PredictionSource } from './predictions.js';
export { createProgress, noProgress, type Progress } from './progress.js';
export {
  hasResults,
  runBatch,
  type BatchDone,
  type BatchOptions,
  type BatchOutcome,
  type NothingGraded,
} from './run-batch.js';
export type { Gone } from './roll-call.js';
export { readShard, type Shard } from './shard.js';
export { threadCost } from './start-pool.js';
export { runWorker } from './worker.js';
