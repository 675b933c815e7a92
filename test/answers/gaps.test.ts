import { describe, expect, it } from 'vitest';
import { assess, prepareQuestion } from '../../src/answers/index.js';
import { solve } from '../../src/em/index.js';
import { loadProblem } from '../../src/problem/load.js';

const reading = await loadProblem('em-two-gaussians');
if (reading.kind !== 'problem') throw new Error('the homework does not load');
const { problem } = reading;
const solution = solve(problem.model);

const gapOf = (id: string, text: string): unknown => {
  const question = problem.questions.find((each) => each.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  const { verdict, share, remarks } = assess(prepareQuestion(question, problem, solution), text);
  expect([verdict, share]).toEqual(['correct', 1]);
  return remarks.flatMap((remark) => (remark.code === 'gap' ? [remark.at] : []))[0];
};

describe('a right formula', () => {
  it.each([
    ['mean', 'x_1*(gamma_k1+gamma_k2*x_2/x_1)/(gamma_k1+gamma_k2)', { x_1: '0' }],
    ['mean', '(gamma_k1*x_1*x_2+gamma_k2*x_2^2)/(x_2*(gamma_k1+gamma_k2))', { x_2: '0' }],
    ['mean', '(gamma_k1*x_1+gamma_k2*x_2)*(x_1+1)/((gamma_k1+gamma_k2)*(x_1+1))', { x_1: '-1' }],
    ['responsibility', 'pi_k*N_k*(pi_1-pi_2)/((pi_1*N_1+pi_2*N_2)*(pi_1-pi_2))', { pi_1: '0.5', pi_2: '0.5' }],
    ['mixing-weight', '(gamma_k1+gamma_k2)/2*gamma_k1!', {}],
  ])('of %s without a value at numbers of the problem is told so, and right: %s', (id, text, at) => {
    expect(gapOf(id, text)).toEqual(at);
  });

  it.each([
    ['mean', '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)'],
    ['mean', 'x_1+gamma_k2*(x_2-x_1)/(gamma_k1+gamma_k2)'],
    // Two samples of the problem are never equal, or opposite.
    ['mean', '(gamma_k1*x_1+gamma_k2*x_2)*(x_1-x_2)/((gamma_k1+gamma_k2)*(x_1-x_2))'],
    ['mean', '(gamma_k1*x_1+gamma_k2*x_2)*(x_1-2)/((gamma_k1+gamma_k2)*(x_1-2))'],
    ['responsibility', '1/(1+(pi_1*N_1+pi_2*N_2-pi_k*N_k)/(pi_k*N_k))'],
    ['variance', '(gamma_k1*x_1^2+gamma_k2*x_2^2)/(gamma_k1+gamma_k2)-hatmu_k^2'],
  ])('of %s with a value at all of them is right, and no more is said: %s', (id, text) => {
    expect(gapOf(id, text)).toBeUndefined();
  });
});
