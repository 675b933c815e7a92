/** A wrong loop: it ends too early, uses what is out of date, or does the steps in another order. */

import { define } from '../define.js';
import type { GaussianRewrite, MixtureRewrite } from '../misconception.js';
import { roundTo } from './arithmetic.js';
import { mapParameters, mapEntries } from './parameters.js';
import { remembering } from './remembering.js';

const { mixture, gaussian } = define('loop');

const stopAfter =
  (iterations: number): MixtureRewrite =>
  (p) => ({
    ...p,
    stop: (q, progress) => p.stop(q, progress) ?? (progress.iteration >= iterations ? { kind: 'stopped' } : undefined),
  });

/** Ends when the log-likelihood changes by less than the tolerance. */
const stopBelow =
  (tolerance: number): MixtureRewrite =>
  (p) => ({
    ...p,
    stop: (q, progress) => {
      const change =
        q.logLikelihood(q, progress.data, progress.current) - q.logLikelihood(q, progress.data, progress.previous);
      return p.stop(q, progress) ?? (Math.abs(change) < tolerance ? { kind: 'stopped' } : undefined);
    },
  });

/** The E-step goes on using some of the initial parameters. */
const staleInEStep =
  (names: readonly string[]): MixtureRewrite =>
  (p) => ({
    ...p,
    iterate: (q, place, theta) => {
      const stale = Object.fromEntries(names.map((name) => [name, place.start[name]]));
      return p.iterate({ ...q, eStep: (r, data, current) => q.eStep(r, data, { ...current, ...stale }) }, place, theta);
    },
  });

/** From the second iteration on the density reads the stored variances as something else. */
const rereadAfterFirst =
  (read: (variance: number) => number): GaussianRewrite =>
  (p) => {
    const reread = remembering((theta: { readonly variances: readonly number[] }) => theta.variances.map(read));
    const later = remembering((now: typeof p): typeof p => ({
      ...now,
      density: (x, k, theta) => now.density(x, k, { ...theta, variances: reread(theta) }),
      logDensity: (x, k, theta) => now.logDensity(x, k, { ...theta, variances: reread(theta) }),
    }));
    return {
      ...p,
      inIteration: (q, iteration) =>
        iteration === 1 ? p.inIteration(q, iteration) : later(p.inIteration(q, iteration)),
    };
  };

const roundAll =
  (places: number): MixtureRewrite =>
  (p) => ({
    ...p,
    iterate: (q, place, theta) => mapEntries(p.iterate(q, place, theta), (value) => roundTo(value, places)),
  });

/** Component by component: each sees the ones before it already updated. */
const oneByOne: MixtureRewrite = (p) => ({
  ...p,
  iterate: (q, { data }, theta) =>
    theta.weights.reduce((current, _, k) => {
      const updated = q.mStep(q, data, q.eStep(q, data, current), current);
      return mapParameters(current, (list, name) =>
        list.map((entry, j) => (j === k ? (updated[name]?.[j] ?? entry) : entry)),
      );
    }, theta),
});

/**
 * Two E-steps in an iteration: the second with the new means, before the variances. `mixtools` (Benaglia et al., Journal of
 * Statistical Software 32(6), 2009) also uses the new weights in it: an ECM.
 */
const twoESteps =
  (withNewWeights: boolean): GaussianRewrite =>
  (p) => ({
    ...p,
    iterate: (q, { data }, old) => {
      const first = { data, responsibilities: q.eStep(q, data, old), old, current: old };
      const moved = {
        ...old,
        means: q.update.means(first),
        weights: withNewWeights ? q.update.weights(first) : old.weights,
      };
      const second = { data, responsibilities: q.eStep(q, data, moved), old, current: moved };
      return { weights: q.update.weights(second), means: moved.means, variances: q.update.variances(second) };
    },
  });

const frozen: MixtureRewrite = (p) => ({
  ...p,
  iterate: (q, place, theta) => p.iterate({ ...q, eStep: (r, data) => q.eStep(r, data, place.start) }, place, theta),
});

const early = 'stopped-early-or-not-iterated';

export const loopMisconceptions = () =>
  [
    mixture('loop-one-iteration', early, 'H', stopAfter(1)),
    mixture('loop-frozen-responsibilities', early, 'M', frozen),
    mixture('loop-two-iterations', early, 'L', stopAfter(2)),
    mixture('loop-five-iterations', early, 'M', stopAfter(5)),
    mixture('loop-tolerance-1e-1', early, 'M', stopBelow(0.1)),
    mixture('loop-tolerance-1e-2', early, 'M', stopBelow(0.01)),
    mixture('loop-tolerance-1e-3', early, 'M', stopBelow(0.001)),
    gaussian('loop-reestimates-between-updates', 'loop-reestimates-between-updates', 'M', twoESteps(false)),
    gaussian('tool-mixtools-ecm', 'tool-mixtools-ecm', 'M', twoESteps(true)),
    mixture('loop-component-by-component', 'loop-component-by-component', 'L', oneByOne),
    gaussian('loop-stale-variance', 'loop-stale-variance', 'M', staleInEStep(['variances'])),
    gaussian('loop-stale-mean', 'loop-stale-mean', 'L', staleInEStep(['means'])),
    gaussian(
      'loop-variance-overwrites-sd',
      'variance-used-as-sd',
      'H',
      rereadAfterFirst((variance) => variance ** 2),
    ),
    gaussian('loop-sd-read-as-variance-after-first', 'sd-used-or-given-as-variance', 'M', rereadAfterFirst(Math.sqrt)),
    mixture('loop-rounds-parameters', 'rounding', 'M', roundAll(2)),
    mixture('loop-rounds-parameters-1dp', 'rounding', 'L', roundAll(1)),
    mixture('step-off-by-one', 'step-off-by-one', 'M', (p) => ({
      ...p,
      readAt: (asked, quantity) => {
        const moment = p.readAt(asked, quantity);
        return typeof moment === 'number' && quantity !== 'choice' ? moment + 1 : moment;
      },
    })),
  ] as const;
