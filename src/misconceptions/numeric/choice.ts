/** A wrong choice from a right run. */

import { define } from '../define.js';

const { mixture } = define('choice');

export const choiceMisconceptions = () =>
  [
    mixture('training3-extrapolates-first-step', 'training3-extrapolates-first-step', 'H', (p) => ({
      ...p,
      readAt: (asked, quantity) => (quantity === 'choice' && asked === 'converged' ? 1 : p.readAt(asked, quantity)),
    })),
  ] as const;
