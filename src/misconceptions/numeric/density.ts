/** A wrong density: N(x; μ, σ²) = exp(−(x − μ)² / (2σ²)) / √(2πσ²) with a part missing, doubled or exchanged. */

import { gaussianDensity, type GaussianParameters } from '../../em/index.js';
import { define } from '../define.js';
import type { GaussianRewrite } from '../misconception.js';
import { at } from './arithmetic.js';
import { normalCdf } from './normal-cdf.js';
import { remembering } from './remembering.js';

const { gaussian } = define('density');

const { PI, exp, sqrt, abs } = Math;

/** Another formula in d = x − μ, v = σ² and s = σ (and the weight, for the one that takes it for π). */
type Formula = (d: number, v: number, s: number, weight: number) => number;

const formula = (density: Formula): GaussianRewrite => {
  const wrong = (x: number, k: number, { weights, means, variances }: GaussianParameters): number => {
    const v = at(variances, k);
    return density(x - at(means, k), v, sqrt(v), at(weights, k));
  };
  return (p) => ({ ...p, density: wrong, logDensity: (x, k, theta) => Math.log(wrong(x, k, theta)) });
};

/** The right formula at the wrong parameters. */
const readAs =
  (change: (theta: GaussianParameters) => GaussianParameters): GaussianRewrite =>
  (p) => {
    const changed = remembering(change);
    return {
      ...p,
      density: (x, k, theta) => p.density(x, k, changed(theta)),
      logDensity: (x, k, theta) => p.logDensity(x, k, changed(theta)),
    };
  };

const first = (values: readonly number[]): readonly number[] => values.map(() => values[0] ?? Number.NaN);

export const densityMisconceptions = () =>
  [
    gaussian(
      'density-variance-as-sd',
      'variance-used-as-sd',
      'H',
      readAs((theta) => ({ ...theta, variances: theta.variances.map((v) => v ** 2) })),
    ),
    gaussian(
      'density-sd-as-variance',
      'sd-used-or-given-as-variance',
      'M',
      readAs((theta) => ({ ...theta, variances: theta.variances.map(sqrt) })),
    ),
    gaussian(
      'density-no-normaliser',
      'density-normaliser',
      'M',
      formula((d, v) => exp(-(d ** 2) / (2 * v))),
    ),
    gaussian(
      'density-no-2pi',
      'density-normaliser',
      'M',
      formula((d, v) => exp(-(d ** 2) / (2 * v)) / sqrt(v)),
    ),
    gaussian(
      'density-normaliser-no-root',
      'density-normaliser',
      'M',
      formula((d, v) => exp(-(d ** 2) / (2 * v)) / (2 * PI * v)),
    ),
    gaussian(
      'density-normaliser-no-sigma',
      'density-normaliser',
      'H',
      formula((d, v) => exp(-(d ** 2) / (2 * v)) / sqrt(2 * PI)),
    ),
    gaussian(
      'density-normaliser-variance-outside-root',
      'density-normaliser',
      'M',
      formula((d, v) => exp(-(d ** 2) / (2 * v)) / (sqrt(2 * PI) * v)),
    ),
    gaussian(
      'density-normaliser-sd-under-root',
      'density-normaliser',
      'M',
      formula((d, v, s) => exp(-(d ** 2) / (2 * v)) / sqrt(2 * PI * s)),
    ),
    gaussian(
      'density-exponent-no-half',
      'density-exponent',
      'H',
      formula((d, v) => exp(-(d ** 2) / v) / sqrt(2 * PI * v)),
    ),
    gaussian(
      'density-exponent-sd',
      'density-exponent',
      'M',
      formula((d, v, s) => exp(-(d ** 2) / (2 * s)) / sqrt(2 * PI * v)),
    ),
    gaussian(
      'density-exponent-variance-squared',
      'density-exponent',
      'M',
      formula((d, v) => exp(-(d ** 2) / (2 * v ** 2)) / sqrt(2 * PI * v)),
    ),
    gaussian(
      'density-exponent-no-square',
      'density-exponent',
      'L',
      formula((d, v) => exp(-abs(d) / (2 * v)) / sqrt(2 * PI * v)),
    ),
    gaussian(
      'density-exponent-no-square-signed',
      'density-exponent',
      'L',
      formula((d, v) => exp(-d / (2 * v)) / sqrt(2 * PI * v)),
    ),
    gaussian(
      'density-exponent-sign',
      'density-exponent',
      'M',
      formula((d, v) => exp(d ** 2 / (2 * v)) / sqrt(2 * PI * v)),
    ),
    gaussian(
      'density-exponent-precedence',
      'density-exponent',
      'H',
      formula((d, v) => exp((-(d ** 2) / 2) * v) / sqrt(2 * PI * v)),
    ),
    gaussian(
      'density-normaliser-precedence',
      'density-normaliser',
      'M',
      formula((d, v, s) => (s / sqrt(2 * PI)) * exp(-(d ** 2) / (2 * v))),
    ),
    gaussian(
      'density-cdf-for-pdf',
      'density-cdf-for-pdf',
      'L',
      formula((d, _, s) => normalCdf(d / s)),
    ),
    gaussian(
      'density-pi-rounded',
      'density-normaliser',
      'M',
      formula((d, v) => gaussianDensity(d, 0, v) * sqrt(PI / 3.14)),
    ),
    gaussian(
      'density-pi-shadowed',
      'density-normaliser',
      'M',
      formula((d, v, _, weight) => exp(-(d ** 2) / (2 * v)) / sqrt(2 * weight * v)),
    ),
    gaussian(
      'density-copy-paste-variance',
      'one-variance-for-both',
      'M',
      readAs((theta) => ({ ...theta, variances: first(theta.variances) })),
    ),
    gaussian(
      'density-copy-paste-mean',
      'density-copy-paste-mean',
      'M',
      readAs((theta) => ({ ...theta, means: first(theta.means) })),
    ),
  ] as const;
