import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainChange, writeReasons, type Evidence } from '../../src/batch/compare/explain-change.js';
import { changesBetween } from '../../src/batch/compare/problem-changes.js';
import { createRegrader } from '../../src/batch/compare/regrade.js';
import { gradeAttempts, gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { byCodepoint, type KeptReport } from '../../src/report/index.js';
import type { Policy, Problem, Question, Submission } from '../../src/types.js';
import { problem, sheet } from './class.js';

const withPolicy =
  (policy: Partial<Policy>) =>
  (from: Problem): Problem => ({ ...from, policy: { ...from.policy, ...policy } });
const withQuestion =
  (id: string, change: (question: Question) => Partial<Question>) =>
  (from: Problem): Problem => ({
    ...from,
    questions: from.questions.map((question) => (question.id === id ? { ...question, ...change(question) } : question)),
  });
const withAnswer = (id: string, more: object) => withQuestion(id, ({ answer }) => ({ answer: { ...answer, ...more } }));

/** Changes to a problem, and what a reason that comes from each says. */
const mutations = {
  attempts: [withPolicy({ attempts: 1 }), /counts 1 attempt instead of 3/],
  keep: [withPolicy({ keep: 'last' }), /keeps the last attempt/],
  late: [withPolicy({ late: { kind: 'reduce', perDay: 0.25, atMost: 1 } }), /late work loses 25.%/],
  due: [withPolicy({ due: '2016-08-30T00:00:00Z' }), /was due 2016-08-30/],
  extension: [withPolicy({ extension: { seconds: 5 * 86_400 } }), /extension for everyone is 120 h more/],
  own: [withPolicy({ extensions: { s1: { seconds: 9 * 86_400 } } }), /s1 has an extension/],
  followThrough: [withPolicy({ followThrough: 0.5 }), /follows rightly/],
  data: [
    (from: Problem): Problem => ({ ...from, model: { ...from.model, data: [-1, 0, 4, 5, 9] } }),
    /the data changed/,
  ],
  start: [
    (from: Problem): Problem => ({
      ...from,
      model: { ...from.model, start: { weights: [0.5, 0.5], means: [7, 6], variances: [4, 1] } },
    }),
    /the start changed/,
  ],
  weight: [withQuestion('variance', () => ({ points: 2.5 })), /variance is worth 2\.5 instead of 1/],
  tolerance: [withAnswer('log-likelihood', { precision: { tolerance: 1 } }), /tolerance of 1 instead of 1 decimal/],
  formula: [withAnswer('mean', { formula: 'x_1' }), /right formula of mean is x_1/],
  given: [withAnswer('mixing-weight', { given: ['gamma_k1 = gamma_k2'] }), /mixing-weight declares other/],
  choice: [withAnswer('shifts-left-more', { key: { stated: '1' } }), /key of shifts-left-more changed/],
  options: [withAnswer('variance-grows-more', { options: { 1: 'one', 2: 'two' } }), /options of variance-grows-more/],
  kind: [
    withQuestion('assignments', () => ({
      answer: { kind: 'list', key: { stated: ['2', '2', '2', '1', '1'] }, precision: {} },
    })),
    /assignments asks for another kind of answer/,
  ],
  own_attempts: [withQuestion('variance', () => ({ attempts: 1 })), /variance allows 1 attempt/],
  removed: [
    (from: Problem): Problem => ({ ...from, questions: from.questions.filter(({ id }) => id !== 'responsibility') }),
    /responsibility is not asked any more/,
  ],
  added: [
    (from: Problem): Problem => ({
      ...from,
      questions: from.questions.flatMap((question) =>
        question.id === 'variance' ? [question, { ...question, id: 'variance-again', prompt: 'Again?' }] : [question],
      ),
    }),
    /variance-again is a new question/,
  ],
  title: [(from: Problem): Problem => ({ ...from, title: 'Another title' }), /never said/],
  order: [(from: Problem): Problem => ({ ...from, questions: from.questions.toReversed() }), /never said/],
} as const satisfies { readonly [name: string]: readonly [(from: Problem) => Problem, RegExp] };
const names = Object.keys(mutations) as readonly (keyof typeof mutations)[];

const submission = (file: string, attempt: number, answers: object, submittedAt: string): Submission => ({
  file,
  student: 's1',
  attempt,
  submittedAt,
  answers: (sheet('s1', answers) as { readonly answers: Submission['answers'] }).answers,
  warnings: [],
});

const inTime = '2016-08-16T20:00:00Z';
const late = '2016-08-19T12:00:00Z';
const classes: { readonly [name: string]: readonly Submission[] } = {
  'all right': [submission('a', 1, {}, inTime)],
  late: [submission('a', 1, { mean: 'x_1' }, late)],
  'two attempts': [submission('a', 1, { mean: 'x_1', variance: '1' }, inTime), submission('b', 2, {}, inTime)],
  'worse the second time': [
    submission('a', 1, {}, inTime),
    submission('b', 2, { mean: 'x_1', assignments: [1, 1, 1, 1, 1] }, late),
  ],
};

const reportOf = (by: Problem, submissions: readonly Submission[]): KeptReport => {
  const prepared = prepareProblem(by);
  const [first] = submissions;
  if (first === undefined) throw new Error('nothing was handed in');
  const graded =
    submissions.length === 1 ? gradeSubmission(prepared, first) : gradeAttempts(prepared, submissions).final;
  const { problem: id, student, file, attempt, earned, possible } = graded;
  const questions = graded.questions.map(({ id: name, verdict, earned: points, possible: worth, answer }) => ({
    id: name,
    verdict,
    earned: points,
    possible: worth,
    proof: { method: 'none' } as const,
    causes: [],
    messages: [],
    ...(answer !== undefined && { answer }),
  }));
  return { problem: id, student, file, attempt, earned, possible, questions, causes: [], messages: [], warnings: [] };
};

const outcome = ({ earned, questions }: KeptReport): string =>
  JSON.stringify([
    earned,
    questions.map((each) => `${each.id} ${each.verdict} ${each.earned} ${each.possible}`).sort(byCodepoint),
  ]);

const evidenceOf = (old: Problem, now: Problem): Evidence => {
  const changes = changesBetween(old, now);
  return {
    changes,
    regrade: createRegrader(changes),
    isOtherProgram: false,
    skippedBefore: new Map(),
    skippedNow: new Map(),
  };
};

const explained = (old: Problem, now: Problem, before: readonly Submission[], after: readonly Submission[]) => {
  const [was, is] = [reportOf(old, before), reportOf(now, after)];
  const reasons = explainChange(was, is, after, evidenceOf(old, now));
  return { was, is, reasons };
};

describe('the reasons why a result changed', () => {
  it('are those changes of the problem that were made, and none but them, whatever was changed together', () => {
    fc.assert(
      fc.property(
        fc.subarray([...names], { maxLength: 5 }),
        fc.constantFrom(...Object.values(classes)),
        fc.boolean(),
        (chosen, handedIn, back) => {
          const changed = chosen.reduce((from: Problem, name) => mutations[name][0](from), problem);
          const [old, now] = back ? [changed, problem] : [problem, changed];
          const { was, is, reasons } = explained(old, now, handedIn, handedIn);
          const said = reasons.map(({ say }) => say);
          expect(said.length > 0, `${chosen.join()}: ${said.join()}`).toBe(outcome(was) !== outcome(is));
          for (const each of said) {
            expect(each).not.toMatch(/^[ab] |handed in|another time|version of the program|cannot be told apart/);
            if (!back)
              expect(
                chosen.some((name) => mutations[name][1].test(each)),
                each,
              ).toBe(true);
          }
          // One change by itself is the whole reason.
          if (chosen.length === 1 && reasons.length === 1)
            expect(reasons[0]?.effect ?? is.earned - was.earned).toBeCloseTo(is.earned - was.earned, 9);
        },
      ),
      { seed: 11, numRuns: 60 },
    );
  });

  it.each(names)('by itself, %s changes somebody’s result or is never said', (name) => {
    const now = mutations[name][0](problem);
    for (const handedIn of Object.values(classes)) {
      const { was, is, reasons } = explained(problem, now, handedIn, handedIn);
      expect(reasons.length > 0).toBe(outcome(was) !== outcome(is));
      for (const { say } of reasons) expect(say).toMatch(mutations[name][1]);
    }
  });

  it('are those of the student, too, where both changed; together they make the difference', () => {
    const now = mutations.weight[0](problem);
    const { was, is, reasons } = explained(
      problem,
      now,
      [submission('a', 1, { mean: 'x_1' }, inTime)],
      [submission('a', 1, {}, inTime)],
    );
    expect(writeReasons(reasons, is.earned - was.earned)).toEqual([
      'a was changed: another answer to mean (+1)',
      'variance is worth 2.5 instead of 1 (+1.5)',
    ]);
  });

  it('name another version of the program where the answers are the same and the problem is, too', () => {
    const handedIn = [submission('a', 1, {}, inTime)];
    const is = reportOf(problem, handedIn);
    const questions = is.questions.map((question) =>
      question.id === 'mean' ? { ...question, verdict: 'undecided' as const, earned: 0 } : question,
    );
    const was = { ...is, earned: is.earned - 1, questions };
    const reasons = explainChange(was, is, handedIn, { ...evidenceOf(problem, problem), isOtherProgram: true });
    expect(reasons).toEqual([
      { say: 'this version of the program grades mean otherwise than the one before', effect: 1 },
    ]);
  });
});
