import { drawVariant } from '../../variants/index.js';
import type { LintCheck } from '../finding.js';

/** Students enough to notice conditions that are hard to meet. */
const sample = Array.from({ length: 8 }, (_, index) => `student-${index + 1}`);

/** Draws for a few students, and says where the conditions cannot be met. */
export const checkVariants: LintCheck = ({ problem, say }) => {
  if (problem.variants === undefined) return;
  const failed = sample.filter((student) => !drawVariant(problem, student).meetsConditions);
  if (failed.length === 0) return;
  say(
    failed.length === sample.length ? 'error' : 'warning',
    'variants',
    ['variants'],
    `For ${failed.length} of ${sample.length} students tried, no draw met the conditions.`,
    'Widen the ranges, or lower distinct-causes or min-margin.',
  );
};
