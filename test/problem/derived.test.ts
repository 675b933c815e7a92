import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepareProblem } from '../../src/grading/index.js';
import { gradeSubmission } from '../../src/grading/index.js';
import { readProblem } from '../../src/problem/index.js';
import type { Answer, Problem } from '../../src/types.js';

const homework = readFileSync(
  fileURLToPath(new URL('../../problems/em-two-gaussians/problem.yaml', import.meta.url)),
  'utf8',
);

const read = async (text: string): Promise<Problem> => {
  const reading = await readProblem(text, 'problem.yaml');
  if (reading.kind === 'invalid') throw new Error(JSON.stringify(reading.problems));
  return reading.problem;
};

const right: { readonly [question: string]: Answer } = {
  'log-likelihood': -24.5,
  assignments: [2, 2, 2, 1, 1],
  'shifts-left-more': 2,
  'variance-grows-more': 2,
  'larger-variance-at-convergence': 1,
  responsibilities: [
    [0, 1],
    [0, 1],
    [0.45, 0.55],
    [0.67, 0.33],
    [0.69, 0.31],
  ],
  'first-step-weights': [0.36, 0.64],
  'first-step-means': [5.13, 1.47],
  'first-step-variances': [0.62, 6.97],
  'converged-weights': [0.6, 0.4],
  'converged-means': [5, -0.5],
  'converged-variances': [0.67, 0.25],
};

const verdicts = (problem: Problem) =>
  Object.fromEntries(
    gradeSubmission(prepareProblem(problem), { file: 'a.json', attempt: 1, answers: right, warnings: [] })
      .questions.filter(({ verdict }) => verdict !== 'blank')
      .map(({ id, verdict }) => [id, verdict]),
  );

describe('the homework', () => {
  it('has sixteen questions and thirteen points', async () => {
    const { questions } = await read(homework);
    expect(questions.length).toBe(16);
    expect(questions.reduce((sum, { points }) => sum + points, 0)).toBe(13);
  });

  it('derives every answer it can: its own numbers are right', async () => {
    expect(new Set(Object.values(verdicts(await read(homework))))).toEqual(new Set(['correct']));
  });

  it('gives other answers for other data and another start, choices included', async () => {
    const changed = await read(
      homework
        .replace('data: [-1, 0, 4, 5, 6]', 'data: [-1.5, 0, 4, 5, 7]')
        .replace('weights: [0.5, 0.5]', 'weights: [0.4, 0.6]')
        .replace('means: [6, 7]', 'means: [8, 6]')
        .replace('variances: [1, 4]', 'variances: [5, 1]'),
    );
    const after = verdicts(changed);
    expect(Object.keys(after).filter((id) => after[id] === 'correct')).toEqual([]);
    expect(changed.introduction).toContain('The samples are -1.5, 0, 4, 5, 7');
  });

  it('is a problem with three components too, with no change in code', async () => {
    const three = await read(
      homework
        .replace('data: [-1, 0, 4, 5, 6]', 'data: [-1, 0, 1, 4, 5, 6, 10, 12, 13]')
        .replace('weights: [0.5, 0.5]', 'weights: [1/3, 1/3, 1/3]')
        .replace('means: [6, 7]', 'means: [0, 5, 12]')
        .replace('variances: [1, 4]', 'variances: [1, 1, 2]')
        .replaceAll('{ 1: Gaussian 1, 2: Gaussian 2 }', '{ 1: Gaussian 1, 2: Gaussian 2, 3: Gaussian 3 }')
        .replace("{ 1: 'sigma_1^2', 2: 'sigma_2^2' }", "{ 1: 'sigma_1^2', 2: 'sigma_2^2', 3: 'sigma_3^2' }"),
    );
    const { possible } = gradeSubmission(prepareProblem(three), {
      file: 'a.json',
      attempt: 1,
      answers: {},
      warnings: [],
    });
    expect(possible).toBe(13);
  });
});
