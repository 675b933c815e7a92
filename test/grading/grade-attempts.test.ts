import { describe, expect, it } from 'vitest';
import { attemptsUsedBy, gradeAttempts, gradeSubmission } from '../../src/grading/index.js';
import type { Answer, GradedQuestion } from '../../src/types.js';
import { prepared, recorded, submission, under } from './homework.js';

const tries = (id: string, answers: readonly Answer[], policy = prepared) => {
  const submissions = answers.map((answer, index) =>
    submission({ [id]: answer }, { attempt: index + 1, file: `${index + 1}.json` }),
  );
  const { final, used } = gradeAttempts(policy, submissions);
  const graded = final.questions.find((question) => question.id === id) as GradedQuestion;
  return {
    verdict: graded.verdict,
    earned: graded.earned,
    used: used[id],
    codes: graded.remarks.map(({ code }) => code),
  };
};

describe('several attempts', () => {
  it('keep the best of three', () => {
    expect(tries('log-likelihood', [-14, -24.5])).toMatchObject({ verdict: 'correct', earned: 1, used: 2 });
    expect(tries('log-likelihood', [-24.5, -14])).toMatchObject({ verdict: 'correct', earned: 1, used: 2 });
  });
  it('do not count beyond the third', () => {
    const found = tries('log-likelihood', [-1, -2, -3, -24.5]);
    expect(found).toMatchObject({ verdict: 'incorrect', earned: 0, used: 3 });
    expect(found.codes).toContain('attempts-used-up');
  });
  it('are said to be unknown only where one file stands alone', () => {
    const fourth = submission({ 'log-likelihood': -24.5 }, { attempt: 4, file: '4.json' });
    const codes = (...all: readonly (typeof fourth)[]): readonly string[] =>
      gradeAttempts(prepared, all).final.warnings.map(({ code }) => code);
    expect(codes(fourth)).toContain('many-attempts');
    expect(codes(submission({ 'log-likelihood': -1 }, { attempt: 1, file: '1.json' }), fourth)).not.toContain(
      'many-attempts',
    );
  });
  it('are told once what is to be said of each of them', () => {
    const untimed = [1, 2, 3].map((attempt) => {
      const { submittedAt: _, ...rest } = submission({ 'log-likelihood': -1 }, { attempt, file: `${attempt}.json` });
      return rest;
    });
    expect(gradeAttempts(prepared, untimed).final.warnings.map(({ code }) => code)).toEqual(['no-time']);
  });
  it('are one for choices', () => {
    expect(tries('shifts-left-more', [1, 2])).toMatchObject({ verdict: 'incorrect', earned: 0, used: 1 });
    expect(tries('shifts-left-more', [2, 1])).toMatchObject({ verdict: 'correct', earned: 1, used: 1, codes: [] });
  });
  it('are not used by format errors and blanks', () => {
    expect(tries('log-likelihood', ['x+', '', '24,5,6', -1, -2, -24.5])).toMatchObject({ verdict: 'correct', used: 3 });
    expect(tries('shifts-left-more', ['left', 2])).toMatchObject({ verdict: 'correct', used: 1 });
  });
  it('are not used by handing in the same answer again', () => {
    expect(tries('log-likelihood', [-1, -1, -1, -1, -24.5])).toMatchObject({ verdict: 'correct', used: 2 });
    expect(tries('log-likelihood', [-1, '-1.0', '-2/2', '-1', -24.5])).toMatchObject({ verdict: 'correct', used: 2 });
    expect(tries('responsibility', ['pi_k*N_k', 'N_k*pi_k', 'N_k'])).toMatchObject({ used: 2 });
    const total = '(gamma_11 + gamma_12 + gamma_21 + gamma_22)';
    const shares = [`(gamma_k1 + gamma_k2)/${total}`, '(gamma_k1 + gamma_k2)/2'];
    expect(tries('mixing-weight', shares)).toMatchObject({ verdict: 'correct', used: 2 });
    expect(tries('shifts-left-more', [1, 1, 1])).toMatchObject({ verdict: 'incorrect', used: 1, codes: [] });
  });
  it('say what to mend where no attempt could be graded', () => {
    expect(tries('log-likelihood', ['x+', ''])).toMatchObject({ verdict: 'ungradable', earned: 0, used: 0 });
    expect(tries('log-likelihood', ['', ''])).toMatchObject({ verdict: 'blank', used: 0 });
  });
  it('keep the last where the policy says so, but never a blank or a format error', () => {
    const last = under({ keep: 'last' });
    expect(tries('log-likelihood', [-24.5, -14], last)).toMatchObject({ verdict: 'incorrect', earned: 0, used: 2 });
    expect(tries('log-likelihood', [-24.5, ''], last)).toMatchObject({ verdict: 'correct', earned: 1, used: 1 });
    expect(tries('log-likelihood', [-24.5, 'x+'], last)).toMatchObject({ verdict: 'correct', earned: 1, used: 1 });
    expect(tries('log-likelihood', [-1, -2, -24.5, -4], last)).toMatchObject({
      verdict: 'correct',
      earned: 1,
      used: 3,
    });
  });
  it('come out the same in whatever order they are given', () => {
    const given = [-1, -2, -24.5, -4].map((answer, index) =>
      submission({ ...recorded, 'log-likelihood': answer }, { attempt: index + 1, file: `${index}.json` }),
    );
    const once = gradeAttempts(prepared, given);
    expect(gradeAttempts(prepared, given.toReversed())).toEqual(once);
    expect(
      gradeAttempts(
        prepared,
        [2, 0, 3, 1].flatMap((index) => given[index] ?? []),
      ),
    ).toEqual(once);
  });
  it('leave out what is refused for being late, and its attempts', () => {
    const { final, used } = gradeAttempts(prepared, [
      submission({ 'log-likelihood': -14 }, { attempt: 1 }),
      submission({ 'log-likelihood': -24.5 }, { attempt: 2, submittedAt: '2016-08-18T12:00:00Z' }),
    ]);
    expect([final.earned, used['log-likelihood']]).toEqual([0, 1]);
    expect(final.questions[0]).toMatchObject({ verdict: 'incorrect', answer: -14 });
    expect(final.refusal).toEqual({ due: '2016-08-17T23:59:00.000Z', earlierCounts: true });
  });
  it('tell a student all of whose work is late what it was worth', () => {
    const { final } = gradeAttempts(prepared, [submission(recorded, { submittedAt: '2016-08-18T12:00:00Z' })]);
    expect(final.earned).toBe(0);
    expect(final.questions[0]).toMatchObject({
      verdict: 'correct',
      earned: 0,
      remarks: [{ code: 'late', days: 1, lost: 1, refused: true }],
    });
  });
  it('weigh a late better answer against an early worse one', () => {
    const reduce = under({ late: { kind: 'reduce', perDay: 0.5, atMost: 1 } });
    const { final } = gradeAttempts(reduce, [
      submission({ assignments: [2, 2, 2, 1, 2] }, { attempt: 1 }),
      submission({ assignments: [2, 2, 2, 1, 1] }, { attempt: 2, submittedAt: '2016-08-18T12:00:00Z' }),
    ]);
    expect(final.earned).toBe(4);
  });
  it('of one try are that try', () => {
    const one = submission(recorded);
    const graded = gradeSubmission(prepared, one);
    expect(gradeAttempts(prepared, [one]).final).toEqual(graded);
    expect(attemptsUsedBy(graded)).toMatchObject({ 'log-likelihood': 1, responsibilities: 0 });
  });
  it('must be of one student', () => {
    expect(() => gradeAttempts(prepared, [])).toThrow(RangeError);
    expect(() => gradeAttempts(prepared, [submission({}), submission({}, { student: 's18' })])).toThrow(RangeError);
  });
});
