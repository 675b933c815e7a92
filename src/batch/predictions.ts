import type { PairPredictions, Predictions } from '../diagnosis/index.js';
import type { Groundwork, PreparedProblem } from '../grading/index.js';
import type { Problem } from '../types.js';

/**
 * What a problem is graded with: predictions, which wrong answers are looked up in; pairs only where no single mistake explains an answer,
 * and where they were worth their seconds. And what is laid for the problem before; without it, it is laid when first needed.
 */
export type PredictionSource = {
  readonly singles: () => Predictions;
  readonly pairs: () => PairPredictions | undefined;
  readonly groundwork?: () => Groundwork;
};

/** Where these come from: those of a `shipped` problem lie beside the program, others are computed from the problem made ready. */
export type PredictionsFor = (problem: Problem, shipped: boolean, prepared: () => PreparedProblem) => PredictionSource;

/** Without pairs: they take seconds, too long where every student has numbers of their own. */
export const singlesOnly =
  (predictionsFor: PredictionsFor): PredictionsFor =>
  (...asked) => ({ ...predictionsFor(...asked), pairs: () => undefined });
