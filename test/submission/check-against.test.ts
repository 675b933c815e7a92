import { describe, expect, it } from 'vitest';
import { loadProblem } from '../../src/problem/load.js';
import { checkAgainst, readSubmission } from '../../src/submission/index.js';

const loaded = await loadProblem('em-two-gaussians');
if (loaded.kind === 'invalid') throw new Error(JSON.stringify(loaded.problems));

const check = (text: string) => {
  const reading = readSubmission(text, 'a.json');
  if (reading.kind === 'unreadable') throw new Error(reading.problems[0].message);
  return checkAgainst(loaded.problem, reading.submission, text);
};

describe('a submission and its problem', () => {
  it('has nothing to say where all questions are known', () => {
    expect(check('{"problem":"em-two-gaussians","answers":{"mean":"x_1"}}')).toEqual([]);
  });

  it('asks “did you mean” for a question that does not exist, with the place', () => {
    expect(check('{"answers":{\n "mean":1, "log-likelyhood": -24.5}}')).toEqual([
      {
        code: 'unknown-question',
        file: 'a.json',
        line: 2,
        column: 12,
        question: 'log-likelyhood',
        message: 'The problem em-two-gaussians has no question “log-likelyhood”.',
        fix: 'Did you mean “log-likelihood”?',
      },
    ]);
  });

  it('lists the questions where nothing is near', () => {
    expect(check('{"answers":{"q7":1}}')[0]?.fix).toMatch(/^Known: log-likelihood, .*converged-variances\.$/);
  });

  it('notices answers to another problem', () => {
    expect(check('{"problem":"coins","answers":{}}')).toMatchObject([{ code: 'other-problem', line: 1, column: 2 }]);
  });
});
