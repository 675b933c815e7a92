import { describe, expect, it } from 'vitest';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import type { Answer, Submission } from '../../src/types.js';
import { homework, submission } from './homework.js';

const named = (question: string, predicted: Answer, credit?: number) => ({
  id: `named-${question}`,
  predicts: { [question]: predicted },
  message: 'So it is.',
  ...(credit === undefined ? {} : { credit }),
});
const prepared = prepareProblem({
  ...homework,
  misconceptions: [
    named('log-likelihood', -14.2073, 0.5),
    named('responsibility', 'pi_k*N_k', 0.25),
    named('assignments', [1, 1, 1, 2, 2], 0.6),
    named('mean', '(gamma_k1*x_1 + gamma_k2*x_2)/2'),
    named('mixing-weight', 'gamma_k1 + gamma_k2', 0.4),
    named('shifts-left-more', 1, 0.5),
    named('larger-variance-at-convergence', 7, 0.5),
    named('variance', 'hatmu_k +', 0.5),
  ],
});
const earned = (answers: Submission['answers']): readonly [number, string] => {
  const { questions } = gradeSubmission(prepared, submission(answers));
  const [graded] = questions.filter(({ verdict }) => verdict !== 'blank');
  return [graded?.earned ?? Number.NaN, graded?.verdict ?? ''];
};

describe('mistakes that the author has named', () => {
  it.each<[string, Answer, number, string]>([
    ['log-likelihood', -14.2, 0.5, 'partial'],
    ['log-likelihood', -14.21, 0.5, 'partial'],
    ['log-likelihood', -14.3, 0, 'incorrect'],
    ['log-likelihood', -24.5, 1, 'correct'],
    ['responsibility', 'N_k*pi_k', 0.25, 'partial'],
    ['responsibility', 'N_k', 0, 'incorrect'],
    ['assignments', [1, 1, 1, 2, 2], 3, 'partial'],
    ['assignments', [2, 2, 2, 1, 2], 4, 'partial'],
    ['mean', '(gamma_k1*x_1 + gamma_k2*x_2)/2', 0, 'incorrect'],
    ['mixing-weight', 'gamma_k2 + gamma_k1', 0.4, 'partial'],
    ['shifts-left-more', 1, 0.5, 'partial'],
    ['larger-variance-at-convergence', 2, 0, 'incorrect'],
    ['variance', 'hatmu_k', 0, 'incorrect'],
  ])('%s: %j earns %d', (question, answer, points, verdict) => {
    expect(earned({ [question]: answer })).toEqual([points, verdict]);
  });
});
