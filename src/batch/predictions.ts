import type { PairPredictions, Predictions } from '../diagnosis/index.js';
import type { PreparedProblem } from '../grading/index.js';

/** What wrong answers are looked up in; pairs only where no single mistake explains an answer, and where they were worth their seconds. */
export type PredictionSource = {
  readonly singles: () => Predictions;
  readonly pairs: () => PairPredictions | undefined;
};

/** Where a problem's predictions come from: `shipped` ones lie beside the program, others are computed. */
export type PredictionsFor = (prepared: PreparedProblem, shipped: boolean) => PredictionSource;

/** Without pairs: they take seconds, too long where every student has numbers of their own. */
export const singlesOnly =
  (predictionsFor: PredictionsFor): PredictionsFor =>
  (prepared, shipped) => ({ ...predictionsFor(prepared, shipped), pairs: () => undefined });
