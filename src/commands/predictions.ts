import { predict, predictPairs, predictionsFormat } from '../diagnosis/index.js';
import type { PreparedProblem } from '../grading/index.js';
import { once } from '../memory/index.js';
import { remembered } from './remembered.js';
import type { PredictionSource } from './shipped-predictions.js';

/**
 * For a problem that does not ship with the checker: computed when it is first met, and remembered by the problem's content. `announce` is called before what takes
 * seconds.
 */
export const computedPredictions = (
  prepared: PreparedProblem,
  announce: () => void = () => undefined,
): PredictionSource => {
  const singles = once(() => remembered(`predictions-${predictionsFormat}`, prepared.problem, () => predict(prepared)));
  return {
    singles,
    pairs: once(() =>
      remembered(`pairs-${predictionsFormat}`, prepared.problem, () => {
        announce();
        return predictPairs(prepared, singles());
      }),
    ),
  };
};
