import { describe, expect, it } from 'vitest';
import { wrongFormulaSetting } from '../../src/diagnosis/formula-setting.js';
import { fingerprint } from '../../src/equivalence/index.js';
import { parseFormula } from '../../src/expression/index.js';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { homework } from '../batch/bundle.js';

const problem = await homework();
const prepared = prepareProblem(problem);

const graded = (question: string, formula: string): string | undefined =>
  gradeSubmission(prepared, {
    file: 'a.json',
    attempt: 1,
    answers: { [question]: formula },
    warnings: [],
  }).questions.find(({ id }) => id === question)?.fingerprint;

const compared = (question: string, formula: string): string | undefined => {
  const spec = problem.questions.find(({ id }) => id === question)?.answer;
  const reading = parseFormula(formula);
  if (spec?.kind !== 'formula' || reading.kind !== 'formula') throw new Error(formula);
  return fingerprint(reading.expr, wrongFormulaSetting(spec, ['n', 'gamma_1k']));
};

describe('A wrong formula in symbols of its question', () => {
  it.each([
    ['mean', '(gamma_k1*x_1 + gamma_k2*x_2)/2'],
    ['mean', 'sqrt(gamma_k1*x_1^2 + gamma_k2)'],
    ['mean', 'abs(x_1 - x_2)*exp(-gamma_k1)'],
    ['variance', '(gamma_k1*(x_1 - hatmu_k) + gamma_k2*(x_2 - hatmu_k))/(gamma_k1 + gamma_k2)'],
    ['variance', 'sqrt(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)'],
    ['variance', 'ln(gamma_k1 + 1)*x_1'],
  ])('has, where the %s gives no identities, the fingerprint that grading found: %s', (question, formula) => {
    expect(compared(question, formula)).toBeDefined();
    expect(compared(question, formula)).toBe(graded(question, formula));
  });
});
