import { describe, expect, it } from 'vitest';
import { gradeSubmission } from '../../src/grading/index.js';
import type { GradedSubmission } from '../../src/types.js';
import { prepared, recorded, submission, under } from './homework.js';

const verdicts = ({ questions }: GradedSubmission): Record<string, string> =>
  Object.fromEntries(questions.filter(({ verdict }) => verdict !== 'blank').map(({ id, verdict }) => [id, verdict]));

describe('the homework as recorded', () => {
  const graded = gradeSubmission(prepared, submission(recorded));
  it('earns 12 of 13 points', () => {
    expect([graded.earned, graded.possible, graded.daysLate, graded.warnings]).toEqual([12, 13, 0, []]);
  });
  it('has every verdict as recorded: all right but the last choice', () => {
    expect(verdicts(graded)).toEqual({
      'log-likelihood': 'correct',
      responsibility: 'correct',
      assignments: 'correct',
      mean: 'correct',
      variance: 'correct',
      'mixing-weight': 'correct',
      'shifts-left-more': 'correct',
      'variance-grows-more': 'correct',
      'larger-variance-at-convergence': 'incorrect',
    });
  });
  it('lists all sixteen questions in the order of the problem, the unanswered ones blank', () => {
    expect(graded.questions.map(({ id }) => id)).toEqual(prepared.problem.questions.map(({ id }) => id));
    expect(graded.questions).toHaveLength(16);
  });
  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(graded))).toEqual(structuredClone(graded));
  });
  it('reads the formulas it grades and keeps the answers as handed in', () => {
    const mean = graded.questions.find(({ id }) => id === 'mean');
    expect(mean).toMatchObject({ answer: recorded['mean'], read: { kind: 'quotient' }, proof: { method: 'formula' } });
  });
});

describe('the forum numbers', () => {
  it('are wrong where they are wrong, and change nothing else', () => {
    const graded = gradeSubmission(
      prepared,
      submission({
        ...recorded,
        'converged-means': [5.03812884, 0.69307411],
        'converged-variances': [0.6199125, 5.32681503],
      }),
    );
    expect(graded.earned).toBe(12);
    expect(verdicts(graded)).toMatchObject({ 'converged-means': 'incorrect', 'converged-variances': 'incorrect' });
  });
});

describe('solver values', () => {
  it.each([
    ['first-step-weights', [0.363037, 0.636963]],
    ['first-step-means', [5.131728, 1.471031]],
    ['first-step-variances', [0.615563, 6.967022]],
    ['converged-weights', [0.6, 0.4]],
    ['converged-means', [5, -0.5]],
    ['converged-variances', ['2/3', '1/4']],
    [
      'responsibilities',
      [
        [0, 1],
        [0, 1],
        [0.45, 0.55],
        ['2/3', '1/3'],
        [0.69, 0.31],
      ],
    ],
  ])('%s is right as %j', (id, answer) => {
    const graded = gradeSubmission(prepared, submission({ [id]: answer }));
    expect(verdicts(graded)).toEqual({ [id]: 'correct' });
    expect(graded.earned).toBe(0);
  });
});

describe('points', () => {
  it('are a point for each right assignment', () => {
    const graded = gradeSubmission(prepared, submission({ assignments: [2, 2, 1, 1, 1] }));
    expect(graded.earned).toBe(4);
  });
  it('are half for a mixing weight that is right but not simplified', () => {
    const answer = '(gamma_k1 + gamma_k2)/(gamma_11 + gamma_12 + gamma_21 + gamma_22)';
    const graded = gradeSubmission(prepared, submission({ 'mixing-weight': answer }));
    expect(graded.earned).toBe(0.5);
    expect(verdicts(graded)).toEqual({ 'mixing-weight': 'partial' });
    expect(graded.questions.find(({ id }) => id === 'mixing-weight')?.remarks).toMatchObject([
      { code: 'not-simplified' },
    ]);
  });
  it('stay possible where an answer is blank or cannot be graded', () => {
    const graded = gradeSubmission(prepared, submission({ 'log-likelihood': 'x+', mean: '' }));
    expect([graded.earned, graded.possible]).toEqual([0, 13]);
    expect(verdicts(graded)).toEqual({ 'log-likelihood': 'ungradable' });
  });
});

const at = (submittedAt: string) => submission(recorded, { submittedAt });

describe('being late', () => {
  it('begins after the extended due date, August 17 23:59 UTC', () => {
    expect(gradeSubmission(prepared, at('2016-08-17T23:59:00Z')).earned).toBe(12);
    const late = gradeSubmission(prepared, at('2016-08-17T23:59:01Z'));
    expect([late.earned, late.daysLate]).toEqual([0, 1]);
    expect(late.refusal).toEqual({ due: '2016-08-17T23:59:00.000Z', earlierCounts: false });
    expect(late.questions[0]?.remarks).toEqual([{ code: 'late', days: 1, lost: 1, refused: true }]);
  });
  it('knows zones', () => {
    expect(gradeSubmission(prepared, at('2016-08-18T01:59:00+02:00')).earned).toBe(12);
    expect(gradeSubmission(prepared, at('2016-08-18T01:59:01+02:00')).earned).toBe(0);
    expect(gradeSubmission(prepared, at('2016-08-18T01:59:01+0200')).earned).toBe(0);
  });
  it('is told with the points it costs, under each late policy', () => {
    const moment = '2016-08-19T12:00:00Z';
    const accept = gradeSubmission(under({ late: { kind: 'accept' } }), at(moment));
    expect([accept.earned, accept.daysLate, accept.refusal]).toEqual([12, 2, undefined]);
    const reduce = gradeSubmission(under({ late: { kind: 'reduce', perDay: 0.1, atMost: 0.5 } }), at(moment));
    expect(reduce.earned).toBe(9.6);
    expect(reduce.questions.find(({ id }) => id === 'assignments')).toMatchObject({
      verdict: 'correct',
      earned: 4,
      possible: 5,
      remarks: [{ code: 'late', days: 2, lost: 1 }],
    });
    const capped = gradeSubmission(
      under({ late: { kind: 'reduce', perDay: 0.1, atMost: 0.5 } }),
      at('2016-09-30T00:00:00Z'),
    );
    expect(capped.earned).toBe(6);
  });
  it('can be moved for one student, never backwards', () => {
    const prepared1 = under({
      extensions: {
        s17: { seconds: 3600 },
        s18: { until: '2016-08-20T00:00:00Z' },
        s19: { until: '2016-01-01T00:00:00Z' },
      },
    });
    const earned = (student: string, submittedAt: string): number =>
      gradeSubmission(prepared1, submission(recorded, { student, submittedAt })).earned;
    expect(earned('s17', '2016-08-18T00:59:00Z')).toBe(12);
    expect(earned('s17', '2016-08-18T00:59:01Z')).toBe(0);
    expect(earned('s18', '2016-08-19T23:00:00Z')).toBe(12);
    expect(earned('s19', '2016-08-17T23:59:00Z')).toBe(12);
    expect(earned('constructor', '2016-08-18T00:59:00Z')).toBe(0);
  });
  it('cannot be known without a time, which is said', () => {
    const { submittedAt: _, ...undated } = submission(recorded);
    const graded = gradeSubmission(prepared, undated);
    expect(graded.earned).toBe(12);
    expect(graded.warnings.map(({ code }) => code)).toEqual(['no-time']);
  });
});
