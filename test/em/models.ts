import type { Model } from '../../src/types.js';

export const homework: Model = {
  family: 'gaussian',
  data: [-1, 0, 4, 5, 6],
  start: { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] },
};

/** https://stats.stackexchange.com/questions/312703 */
export const threePoints: Model = {
  family: 'gaussian',
  data: [1, 2, 3],
  start: { weights: [0.5, 0.5], means: [1, 3], variances: [1, 1] },
};

/** Do & Batzoglou, Nature Biotechnology 26:897–899 (2008), Fig. 1b. */
export const coins: Model = {
  family: 'binomial',
  data: [5, 9, 8, 4, 7],
  start: { weights: [0.5, 0.5], probabilities: [0.6, 0.5] },
  fixed: ['weights'],
  constants: { trials: 10 },
};

/** Deisenroth, Faisal & Ong, Mathematics for Machine Learning (2020), chapter 11. */
export const threeComponents: Model = {
  family: 'gaussian',
  data: [-3, -2.5, -1, 0, 2, 4, 5],
  start: { weights: [1 / 3, 1 / 3, 1 / 3], means: [-4, 0, 8], variances: [1, 0.2, 3] },
};

/** Murphy, Machine Learning: a Probabilistic Perspective (2012), exercise 11.7. */
export const oneMStep: Model = {
  family: 'gaussian',
  data: [1, 10, 20],
  responsibilities: [
    [1, 0],
    [0.4, 0.6],
    [0, 1],
  ],
};
