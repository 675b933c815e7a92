import type { Check } from './check.js';

/** Numbers need a rule by which they are right, and one only. */
export const checkPrecision: Check = ({ problem, error, warn }) => {
  for (const [index, { answer, id }] of problem.questions.entries()) {
    if (answer.kind !== 'number' && answer.kind !== 'list' && answer.kind !== 'table') continue;
    const path = ['questions', index, answer.kind];
    const { decimals, tolerance, relative } = answer.precision;
    if (decimals !== undefined && (tolerance !== undefined || relative !== undefined)) {
      error(
        'precision',
        path,
        `“${id}” states both decimals and a tolerance.`,
        'Keep one: decimals (the rounding rule) or a tolerance.',
        'key',
      );
    }
    if (decimals === undefined && tolerance === undefined && relative === undefined && 'from' in answer.key) {
      warn(
        'precision',
        path,
        `“${id}” asks for a computed number exactly: nearly nobody will have all its digits.`,
        'Add decimals: 2, or a tolerance.',
        'key',
      );
    }
  }
};
