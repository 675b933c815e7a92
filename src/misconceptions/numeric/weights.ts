/** A wrong update of the mixing weights: π_k = N_k / N. */

import type { MStepInput } from '../../em/index.js';
import type { Datum, Parameters, Vector } from '../../types.js';
import { define, needingStart } from '../define.js';
import type { MixtureRewrite } from '../misconception.js';
import { argmax, at } from './arithmetic.js';
import { massesOf } from './m-step.js';

const { mixture } = define('weights');

type WeightsUpdate = <X, T extends Parameters<Datum>>(input: MStepInput<X, T>) => Vector;

const replaced =
  (weights: WeightsUpdate): MixtureRewrite =>
  (p) => ({ ...p, update: { ...p.update, weights } });

/** The share of the observations whose largest responsibility is the component's. */
const hardShares: WeightsUpdate = ({ responsibilities, old }) => {
  const chosen = responsibilities.map(argmax);
  return old.weights.map((_, k) => chosen.filter((index) => index === k).length / chosen.length);
};

export const weightMisconceptions = () =>
  [
    mixture('pi-not-divided', 'pi-not-divided', 'H', replaced(massesOf)),
    mixture(
      'pi-divided-by-two',
      'pi-divided-by-two',
      'H',
      replaced((input) => massesOf(input).map((mass) => mass / 2)),
    ),
    needingStart(
      mixture(
        'pi-not-updated',
        'pi-not-updated',
        'H',
        replaced(({ old }) => old.weights),
      ),
    ),
    mixture('pi-hard-counts', 'hard-assignment', 'M', replaced(hardShares)),
    mixture('pi-swapped', 'components-exchanged', 'L', (p) => ({
      ...p,
      update: { ...p.update, weights: (input) => p.update.weights(input).toReversed() },
    })),
    mixture(
      'pi-divided-by-n-minus-1',
      'pi-divided-by-n-minus-1',
      'L',
      replaced((input) => massesOf(input).map((mass) => mass / (input.data.length - 1))),
    ),
    mixture(
      'pi-last-sample-only',
      'pi-last-sample-only',
      'L',
      replaced(({ responsibilities, old }) => old.weights.map((_, k) => at(responsibilities.at(-1) ?? [], k))),
    ),
  ] as const;
