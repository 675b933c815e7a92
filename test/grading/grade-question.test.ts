import { describe, expect, it } from 'vitest';
import { gradeQuestion } from '../../src/grading/grade-question.js';
import { latenessOf } from '../../src/grading/lateness.js';
import { totalOf } from '../../src/grading/points.js';
import { prepared } from './homework.js';

const [question] = prepared.problem.questions;
const inTime = latenessOf(prepared.problem.policy, 's17', undefined);

describe('a graded question', () => {
  it('earns nothing while nobody can decide it, but keeps its points possible and says so', () => {
    if (question === undefined) throw new Error('no question');
    const undecided = {
      verdict: 'undecided',
      share: 0,
      proof: { method: 'formula', equality: { verdict: 'undecided', method: 'none', reason: 'it is hard' } },
      remarks: [{ code: 'undecided', reason: 'it is hard' }],
    } as const;
    const graded = gradeQuestion(question, 'hard', undecided, inTime);
    expect(graded).toMatchObject({ verdict: 'undecided', earned: 0, possible: 1, answer: 'hard' });
    expect(graded.remarks).toEqual(undecided.remarks);
  });
  it('is not late where it is blank', () => {
    if (question === undefined) throw new Error('no question');
    const blank = { verdict: 'blank', share: 0, proof: { method: 'none' }, remarks: [] } as const;
    const graded = gradeQuestion(question, '', blank, { days: 3, kept: 0, refused: true });
    expect(graded).toEqual({
      id: 'log-likelihood',
      verdict: 'blank',
      earned: 0,
      possible: 1,
      proof: { method: 'none' },
      remarks: [],
    });
  });
});

describe('points', () => {
  it('that are thirds add up to the whole', () => {
    expect(totalOf([1 / 3, 1 / 3, 1 / 3])).toBe(1);
    expect(totalOf([0.1, 0.2])).toBe(0.3);
    expect(totalOf([])).toBe(0);
  });
});
