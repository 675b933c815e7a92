/** The homework, prepared, and submissions to it. */

import { type PreparedProblem, prepareProblem } from '../../src/grading/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Policy, Problem, Submission } from '../../src/types.js';

const reading = await loadProblem('em-two-gaussians');
if (reading.kind !== 'problem') throw new Error('the homework does not load');
export const homework: Problem = reading.problem;
export const prepared: PreparedProblem = prepareProblem(homework);

/** The homework under another policy. */
export const under = (policy: Partial<Policy>): PreparedProblem =>
  prepareProblem({ ...homework, policy: { ...homework.policy, ...policy } });

/** As recorded with the homework: all right but the last choice. */
export const recorded: Submission['answers'] = {
  'log-likelihood': -24.512532330086678,
  responsibility: 'pi_k*N_k/(pi_1*N_1+ pi_2*N_2)',
  assignments: [2, 2, 2, 1, 1],
  mean: '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1+ gamma_k2)',
  variance: '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)',
  'mixing-weight': '(gamma_k1+ gamma_k2)/2',
  'shifts-left-more': 2,
  'variance-grows-more': 2,
  'larger-variance-at-convergence': 2,
};

export const submission = (answers: Submission['answers'], fields: Partial<Submission> = {}): Submission => ({
  file: 'answers.json',
  student: 's17',
  attempt: 1,
  submittedAt: '2016-08-16T20:00:00Z',
  answers,
  warnings: [],
  ...fields,
});
