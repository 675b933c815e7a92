/** The tables that diagnosing looks up. */

import type { PreparedProblem } from '../grading/index.js';
import { predictFormulaPairs, predictFormulas } from './predict-formulas.js';
import { predictNumberPairs } from './predict-pairs.js';
import { predictNumbers } from './predict-numbers.js';
import type { PairPredictions, Predictions } from './prediction.js';

type OfProblem = Pick<PreparedProblem, 'problem'>;

/** What every single misconception, built in or named by the author, predicts for a problem. Plain JSON: compute it once, keep it. */
export const predict = ({ problem }: OfProblem): Predictions => ({
  numbers: predictNumbers(problem),
  formulas: predictFormulas(problem),
});

/** What pairs of misconceptions predict together, beside `predictions`. Larger and slower: computed once, loaded when singles do not explain an answer. */
export const predictPairs = ({ problem }: OfProblem, predictions: Predictions): PairPredictions => ({
  numbers: predictNumberPairs(problem, predictions.numbers),
  formulas: predictFormulaPairs(problem, predictions.formulas),
});
