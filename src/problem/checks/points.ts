import type { Check } from './check.js';

/** Someone must be able to earn something. */
export const checkPoints: Check = ({ problem, error }) => {
  if (problem.questions.every(({ points }) => points === 0)) {
    error('no-points', ['questions'], 'No question earns points.', 'Give at least one question points: 1.', 'key');
  }
};
