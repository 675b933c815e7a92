/** A wrong start: θ₀ read or typed in wrongly. */

import type { GaussianParameters } from '../../em/index.js';
import { define } from '../define.js';
import type { GaussianRewrite } from '../misconception.js';

const { gaussian } = define('start');

const startFrom =
  (change: (given: GaussianParameters) => GaussianParameters): GaussianRewrite =>
  (p) => ({ ...p, start: (given) => change(p.start(given)) });

/** θ₀ lists all means, then all variances; read here as mean, variance, mean, variance, … */
const interleaved = ({ weights, means, variances }: GaussianParameters): GaussianParameters => {
  const list = [...means, ...variances];
  return {
    weights,
    means: list.filter((_, index) => index % 2 === 0),
    variances: list.filter((_, index) => index % 2 === 1),
  };
};

export const startMisconceptions = () =>
  [
    gaussian(
      'init-variance-read-as-sd',
      'variance-used-as-sd',
      'H',
      startFrom((given) => ({ ...given, variances: given.variances.map((v) => v ** 2) })),
    ),
    gaussian(
      'init-sd-passed-as-variance',
      'sd-used-or-given-as-variance',
      'M',
      startFrom((given) => ({ ...given, variances: given.variances.map(Math.sqrt) })),
    ),
    gaussian(
      'init-means-swapped',
      'components-exchanged',
      'L',
      startFrom((given) => ({ ...given, means: given.means.toReversed() })),
    ),
    gaussian(
      'init-variances-swapped',
      'components-exchanged',
      'L',
      startFrom((given) => ({ ...given, variances: given.variances.toReversed() })),
    ),
    gaussian('init-theta-order-misread', 'init-theta-order-misread', 'M', startFrom(interleaved)),
    gaussian(
      'init-unit-variances',
      'one-variance-for-both',
      'M',
      startFrom((given) => ({ ...given, variances: given.variances.map(() => 1) })),
    ),
    gaussian(
      'init-components-swapped',
      'components-exchanged',
      'M',
      startFrom((given) => ({ ...given, means: given.means.toReversed(), variances: given.variances.toReversed() })),
    ),
  ] as const;
