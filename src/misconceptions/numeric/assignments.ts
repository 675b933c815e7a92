/** Wrong assignments from right responsibilities. */

import { define } from '../define.js';
import { argmin } from './arithmetic.js';

const { mixture, gaussian } = define('assignments');

export const assignmentMisconceptions = () =>
  [
    gaussian('assign-nearest-mean', 'assign-nearest-mean', 'M', (p) => ({
      ...p,
      assign: (_, data, { means }) => data.map((x) => argmin(means.map((mean) => Math.abs(x - mean))) + 1),
    })),
    mixture('assign-inverted', 'assign-inverted', 'M', (p) => ({
      ...p,
      assign: (responsibilities, data, theta) =>
        p.assign(responsibilities, data, theta).map((component) => theta.weights.length + 1 - component),
    })),
    mixture('assign-zero-based', 'assign-zero-based', 'M', (p) => ({
      ...p,
      assign: (responsibilities, data, theta) =>
        p.assign(responsibilities, data, theta).map((component) => component - 1),
    })),
    mixture('assign-final-clusters', 'assign-final-clusters', 'H', (p) => ({
      ...p,
      readAt: (asked, quantity) =>
        quantity === 'assignments' && asked === 'start' ? 'converged' : p.readAt(asked, quantity),
    })),
  ] as const;
