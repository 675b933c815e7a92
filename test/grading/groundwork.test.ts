import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Groundwork, gradeSubmission, layGroundwork, prepareProblem } from '../../src/grading/index.js';
import { loadProblem, shippedProblems } from '../../src/problem/load.js';
import { readSubmission } from '../../src/submission/index.js';
import type { Problem, Submission } from '../../src/types.js';

const folder = fileURLToPath(new URL('../../submissions', import.meta.url));
const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json'))
  .flatMap((file): readonly Submission[] => {
    const reading = readSubmission(readFileSync(`${folder}/${file}`), file);
    return reading.kind === 'submission' ? [reading.submission] : [];
  });

const load = async (id: string): Promise<Problem> => {
  const loaded = await loadProblem(id);
  if (loaded.kind !== 'problem') throw new Error(`${id} cannot be loaded`);
  return loaded.problem;
};

describe('a problem prepared from its groundwork', () => {
  it.each(shippedProblems())('grades %s as one prepared from nothing does', async (id) => {
    const problem = await load(id);
    const kept = JSON.parse(JSON.stringify(layGroundwork(problem))) as Groundwork;
    const [plain, founded] = [prepareProblem(problem), prepareProblem(problem, kept)];
    expect(founded.solution).toEqual(plain.solution);
    const own = samples.filter((sample) => sample.problem === id);
    for (const sample of [...own, { file: 'blank.json', attempt: 1, answers: {}, warnings: [] }])
      expect(gradeSubmission(founded, sample)).toEqual(gradeSubmission(plain, sample));
  });

  it('has samples to grade', () => expect(samples.length).toBeGreaterThan(5));

  it('prepares no question that nobody answers', async () => {
    const problem = await load('em-two-gaussians');
    const { questions, ...rest } = layGroundwork(problem);
    const asked: string[] = [];
    const watched = new Proxy(questions, {
      get: (target, id) => {
        asked.push(String(id));
        return target[String(id)];
      },
    });
    const prepared = prepareProblem(problem, { ...rest, questions: watched });
    gradeSubmission(prepared, { file: 'a.json', attempt: 1, answers: { mean: 'x_1' }, warnings: [] });
    expect(asked).toEqual(['mean']);
  });
});
