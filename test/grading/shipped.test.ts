import { describe, expect, it } from 'vitest';
import { solutionsOf } from '../../src/feedback/index.js';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { loadProblem, shippedProblems } from '../../src/problem/load.js';
import type { Problem } from '../../src/types.js';
import { submission } from './homework.js';

const load = async (id: string): Promise<Problem> => {
  const reading = await loadProblem(id);
  if (reading.kind !== 'problem') throw new Error(`${id} does not load`);
  return reading.problem;
};

describe('every shipped problem', () => {
  it.each(shippedProblems())('%s: its own solutions, handed in as they are printed, are right', async (id) => {
    const prepared = prepareProblem(await load(id));
    const graded = gradeSubmission(prepared, submission(solutionsOf(prepared.problem, prepared.solution)));
    expect(graded.questions.filter(({ verdict }) => verdict !== 'correct')).toEqual([]);
    expect(graded.earned).toBe(graded.possible);
  });
  it.each(shippedProblems())('%s: its examples have the verdicts that its author states', async (id) => {
    const prepared = prepareProblem(await load(id));
    for (const question of prepared.problem.questions) {
      for (const { answer, verdict } of question.examples ?? []) {
        const graded = gradeSubmission(prepared, submission({ [question.id]: answer }));
        expect([question.id, answer, graded.questions.find((each) => each.id === question.id)?.verdict]).toEqual([
          question.id,
          answer,
          verdict,
        ]);
      }
    }
  });
  it('has other answers with other data', async () => {
    const problem = await load('em-two-gaussians');
    const other = prepareProblem({ ...problem, model: { ...problem.model, data: [-2, 1, 3, 8, 9] } });
    const graded = gradeSubmission(other, submission(solutionsOf(problem, prepareProblem(problem).solution)));
    const wrong = graded.questions.filter(({ verdict }) => verdict === 'incorrect' || verdict === 'partial');
    expect(wrong.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'log-likelihood',
        'assignments',
        'responsibilities',
        'first-step-means',
        'converged-variances',
        'larger-variance-at-convergence',
      ]),
    );
    const own = gradeSubmission(other, submission(solutionsOf(other.problem, other.solution)));
    expect(own.earned).toBe(own.possible);
  });
});
