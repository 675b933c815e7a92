import type { PairPredictions, Predictions } from '../diagnosis/index.js';
import type { PreparedProblem } from '../grading/index.js';

/** What wrong answers are looked up in; pairs only where no single mistake explains an answer. */
export type PredictionSource = { readonly singles: () => Predictions; readonly pairs: () => PairPredictions };

/** Where a problem's predictions come from: `shipped` ones lie beside the program, others are computed. */
export type PredictionsFor = (prepared: PreparedProblem, shipped: boolean) => PredictionSource;
