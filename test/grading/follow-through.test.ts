import { describe, expect, it } from 'vitest';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import type {
  Answer,
  GradedQuestion,
  Model,
  Problem,
  Question,
  QuantityReference,
  Submission,
} from '../../src/types.js';
import { homework, submission, under } from './homework.js';

const generous = under({ followThrough: 0.5 });

const gradedIn = (prepared: ReturnType<typeof under>, answers: Submission['answers'], id: string): GradedQuestion => {
  const found = gradeSubmission(prepared, submission(answers)).questions.find((question) => question.id === id);
  if (found === undefined) throw new Error(`no question ${id}`);
  return found;
};
const carriedFrom = ({ remarks }: GradedQuestion): readonly string[] | undefined =>
  remarks.flatMap((remark) => (remark.code === 'carried' ? [remark.from] : []))[0];

/** A wrong E-step (unit variances), and the M-step that follows from it rightly. */
const wrongResponsibilities = [
  [0.9994, 0.0006],
  [0.9985, 0.0015],
  [0.9241, 0.0759],
  [0.8176, 0.1824],
  [0.6225, 0.3775],
];
const column = (k: number): number[] => wrongResponsibilities.map((row) => row[k] ?? 0);
const data = [-1, 0, 4, 5, 6];
const total = (k: number): number => column(k).reduce((sum, value) => sum + value, 0);
const mean = (k: number): number => column(k).reduce((sum, value, i) => sum + value * (data[i] ?? 0), 0) / total(k);
const spread = (k: number, center: number): number =>
  column(k).reduce((sum, value, i) => sum + value * ((data[i] ?? 0) - center) ** 2, 0) / total(k);
const round = (value: number, digits = 2): number => Number(value.toFixed(digits));

describe('follow-through', () => {
  it('carries responsibilities into weights, means, variances and assignments', () => {
    const answers = {
      responsibilities: wrongResponsibilities,
      assignments: [1, 1, 1, 1, 1],
      'first-step-weights': [round(total(0) / 5), round(total(1) / 5)],
      'first-step-means': [round(mean(0)), round(mean(1))],
      'first-step-variances': [round(spread(0, mean(0))), round(spread(1, mean(1)))],
    };
    for (const id of ['assignments', 'first-step-weights', 'first-step-means', 'first-step-variances']) {
      expect([id, carriedFrom(gradedIn(generous, answers, id))]).toEqual([id, ['responsibilities']]);
    }
  });
  it('gives what the policy gives, or what the answer earned by itself if that is more', () => {
    const answers = { responsibilities: wrongResponsibilities, assignments: [1, 1, 1, 1, 1] };
    const told = gradedIn(under({ followThrough: 0 }), answers, 'assignments');
    expect([told.verdict, told.earned, carriedFrom(told)]).toEqual(['partial', 2, ['responsibilities']]);
    expect(gradedIn(generous, answers, 'assignments')).toMatchObject({ verdict: 'partial', earned: 2.5 });
    expect(gradedIn(under({ followThrough: 1 }), answers, 'assignments')).toMatchObject({
      verdict: 'partial',
      earned: 5,
    });
    expect(gradedIn(under({ followThrough: 0.1 }), answers, 'assignments')).toMatchObject({ earned: 2 });
  });
  it('carries means into variances of the same step', () => {
    const resp = [1.3651204889115538e-7, 1.392441555492751e-5, 0.4546616728923708, 2 / 3, 0.6938428964855771];
    const around = (k: 0 | 1, center: number): number => {
      const weights = resp.map((value) => (k === 0 ? value : 1 - value));
      const mass = weights.reduce((sum, value) => sum + value, 0);
      return weights.reduce((sum, value, i) => sum + value * ((data[i] ?? 0) - center) ** 2, 0) / mass;
    };
    const answers = {
      'first-step-means': [4.9, 2.2],
      'first-step-variances': [round(around(0, 4.9), 4), round(around(1, 2.2), 4)],
    };
    expect(carriedFrom(gradedIn(generous, answers, 'first-step-variances'))).toEqual(['first-step-means']);
  });
  it('carries numbers into choices', () => {
    const means = { 'first-step-means': [1.47, 5.13], 'shifts-left-more': 1 };
    expect(gradedIn(generous, means, 'shifts-left-more')).toMatchObject({ verdict: 'partial', earned: 0.5 });
    const variances = { 'converged-variances': [0.62, 5.33], 'larger-variance-at-convergence': 2 };
    expect(carriedFrom(gradedIn(generous, variances, 'larger-variance-at-convergence'))).toEqual([
      'converged-variances',
    ]);
  });
  it('carries a wrong first step to where EM goes from there', () => {
    const start = { weights: [0.5, 0.5], means: [4, 4.5], variances: [6, 6] };
    const prepared = prepareProblem({ ...homework, policy: { ...homework.policy, followThrough: 1 } });
    const answers = {
      'first-step-means': start.means,
      'first-step-variances': start.variances,
      'converged-means': ['-0.50', '5.00'],
    };
    const graded = gradedIn(prepared, answers, 'converged-means');
    expect(graded.remarks.map(({ code }) => code)).toContain('components-exchanged');
    expect(carriedFrom(graded)).toEqual(['first-step-means', 'first-step-variances']);
  });
  it('never touches a right answer', () => {
    const answers = {
      responsibilities: wrongResponsibilities,
      'first-step-means': [5.13, 1.47],
      assignments: [2, 2, 2, 1, 1],
    };
    expect(gradedIn(generous, answers, 'first-step-means')).toMatchObject({ verdict: 'correct', remarks: [] });
    expect(gradedIn(generous, answers, 'assignments')).toMatchObject({ verdict: 'correct', earned: 5, remarks: [] });
  });
  it('says nothing of an answer that does not follow', () => {
    const answers = { responsibilities: wrongResponsibilities, 'first-step-means': [4.1, 2.2] };
    expect(carriedFrom(gradedIn(generous, answers, 'first-step-means'))).toBeUndefined();
  });
  it('carries nothing from later answers to earlier ones', () => {
    const answers = {
      'first-step-variances': [0.62, 5.33],
      'first-step-means': [5.03, 0.69],
      responsibilities: [
        [1, 0],
        [1, 0],
        [1, 0],
        [0, 1],
        [0, 1],
      ],
    };
    expect(carriedFrom(gradedIn(generous, answers, 'responsibilities'))).toBeUndefined();
  });

  const degenerate: readonly (readonly [string, string, Answer, string, Answer])[] = [
    [
      'outside [0, 1]',
      'responsibilities',
      [
        [2, -1],
        [2, -1],
        [2, -1],
        [-1, 2],
        [-1, 2],
      ],
      'assignments',
      [1, 1, 1, 2, 2],
    ],
    [
      'not summing to one',
      'responsibilities',
      [
        [0.9, 0.8],
        [0.9, 0.8],
        [0.9, 0.8],
        [0.1, 0.2],
        [0.1, 0.2],
      ],
      'assignments',
      [1, 1, 1, 2, 2],
    ],
    [
      'all the same',
      'responsibilities',
      [
        [0.5, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
        [0.5, 0.5],
      ],
      'first-step-weights',
      [0.5, 0.5],
    ],
    ['a variance of zero', 'converged-variances', [0, 1], 'larger-variance-at-convergence', 2],
    ['a negative variance', 'converged-variances', [-1, 1], 'larger-variance-at-convergence', 2],
    ['not a number', 'converged-variances', ['nan', 1], 'larger-variance-at-convergence', 2],
    ['too many', 'converged-variances', [0.1, 0.2, 0.3], 'larger-variance-at-convergence', 2],
  ];
  it.each(degenerate)('gives nothing for what is %s', (_, source, value, target, answer) => {
    const graded = gradedIn(generous, { [source]: value, [target]: answer }, target);
    expect(carriedFrom(graded)).toBeUndefined();
  });

  it('carries a wrong mean into the variance where it is written out', () => {
    const wrong = '(gamma_k1*x_1 + gamma_k2*x_2)/2';
    const deviation = (i: number): string => `gamma_k${i}*(x_${i} - ${wrong})^2`;
    const answers = { mean: wrong, variance: `(${deviation(1)} + ${deviation(2)})/(gamma_k1 + gamma_k2)` };
    const graded = gradedIn(generous, answers, 'variance');
    expect([graded.verdict, graded.earned, carriedFrom(graded)]).toEqual(['partial', 0.5, ['mean']]);
  });
  it('carries nothing from a constant formula', () => {
    const answers = { mean: '0', variance: '(gamma_k1*x_1^2 + gamma_k2*x_2^2)/(gamma_k1 + gamma_k2)' };
    expect(carriedFrom(gradedIn(generous, answers, 'variance'))).toBeUndefined();
  });
});

const list = (id: string, from: string, at: QuantityReference['at'], decimals = 2): Question => ({
  id,
  prompt: '',
  points: 1,
  answer: { kind: 'list', key: { from, at }, precision: { decimals } },
});

const table: Question = {
  id: 'resp',
  prompt: '',
  points: 1,
  answer: { kind: 'table', key: { from: 'responsibilities', at: 'start' }, precision: { decimals: 2 } },
};

const problem = (model: Model, questions: readonly Question[]): Problem => ({
  ...homework,
  model,
  questions,
  policy: { ...homework.policy, followThrough: 1 },
});

const single = (id: string, key: QuantityReference): Question => ({
  id,
  prompt: '',
  points: 1,
  answer: { kind: 'number', key, precision: { decimals: 2 } },
});

describe('chance', () => {
  it('seldom makes random wrong numbers seem to follow from each other', () => {
    let state = 7;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
    const pair = (low: number, high: number, digits: number): readonly number[] =>
      [0, 1].map(() => round(low + (high - low) * random(), digits));
    const shares = (digits: number): readonly number[] => {
      const share = round(0.05 + 0.9 * random(), digits);
      return [share, round(1 - share, digits)];
    };
    let carried = 0;
    let answered = 0;
    for (const digits of [1, 2, 4]) {
      for (let n = 0; n < 100; n += 1) {
        const { questions } = gradeSubmission(
          generous,
          submission({
            responsibilities: data.map(() => shares(digits)),
            'first-step-weights': shares(digits),
            'first-step-means': pair(-1, 6, digits),
            'first-step-variances': pair(0.1, 10, digits),
            'converged-means': pair(-1, 6, digits),
            'converged-variances': pair(0.1, 10, digits),
          }),
        );
        answered += questions.filter(({ verdict }) => verdict !== 'blank').length;
        carried += questions.filter((question) => carriedFrom(question) !== undefined).length;
      }
    }
    expect(answered).toBe(1800);
    expect(carried / answered).toBeLessThan(0.005);
  });
});

describe('follow-through in other families and sizes', () => {
  it('works for two coins', () => {
    const model: Model = {
      family: 'binomial',
      data: [5, 9, 8, 4, 7],
      start: { weights: [0.5, 0.5], probabilities: [0.6, 0.5] },
      constants: { trials: 10 },
      fixed: ['weights'],
    };
    const prepared = prepareProblem(problem(model, [table, list('probabilities', 'probabilities', 1)]));
    const rows = [0.5, 0.9, 0.8, 0.4, 0.6].map((value) => [value, round(1 - value)]);
    const heads = (k: number): number =>
      rows.reduce((sum, row, i) => sum + (row[k] ?? 0) * (model.data[i] as number), 0);
    const tosses = (k: number): number => rows.reduce((sum, row) => sum + (row[k] ?? 0) * 10, 0);
    const answer = [0, 1].map((k) => round(heads(k) / tosses(k)));
    expect(carriedFrom(gradedIn(prepared, { resp: rows, probabilities: answer }, 'probabilities'))).toEqual(['resp']);
  });
  it('works for three components', () => {
    const model: Model = {
      family: 'gaussian',
      data: [-3, -2.5, -1, 0, 2, 4, 5],
      start: { weights: [1 / 3, 1 / 3, 1 / 3], means: [-4, 0, 8], variances: [1, 0.2, 3] },
    };
    const prepared = prepareProblem(problem(model, [table, list('means', 'means', 1)]));
    const hard = [0, 0, 0, 1, 1, 2, 2].map((k) => [0, 1, 2].map((j) => (j === k ? 1 : 0)));
    expect(carriedFrom(gradedIn(prepared, { resp: hard, means: [-2.17, 1, 4.5] }, 'means'))).toEqual(['resp']);
  });
  it('works where responsibilities are given and only the M-step is asked', () => {
    const model: Model = {
      family: 'gaussian',
      data: [1, 10, 20],
      responsibilities: [
        [1, 0],
        [0.4, 0.6],
        [0, 1],
      ],
    };
    const prepared = prepareProblem(problem(model, [list('means', 'means', 1), list('variances', 'variances', 1)]));
    const answers = {
      means: [3, 15], // Around the wrong means: (1·(1−3)² + 0.4·(10−3)²)/1.4 and (0.6·(10−15)² + 1·(20−15)²)/1.6.
      variances: [16.86, 25],
    };
    expect(carriedFrom(gradedIn(prepared, answers, 'variances'))).toEqual(['means']);
  });
  it('works where single numbers are asked', () => {
    const prepared = prepareProblem(
      problem(homework.model, [
        single('mean-1', { from: 'means', at: 1, component: 1 }),
        single('mean-2', { from: 'means', at: 1, component: 2 }),
        single('weight-1', { from: 'weights', at: 1, component: 1 }),
        single('weight-2', { from: 'weights', at: 1, component: 2 }),
        single('row', { from: 'responsibilities', at: 'start', component: 1, point: 2 }),
        list('variances', 'variances', 1),
      ]),
    );
    const from = (answers: Submission['answers'], id: string): readonly string[] | undefined =>
      carriedFrom(gradedIn(prepared, answers, id));
    // Around 4.9 and the right second mean; around 4.9 and 2.2.
    expect(from({ 'mean-1': 4.9, variances: [0.67, 6.97] }, 'variances')).toEqual(['mean-1']);
    expect(from({ 'mean-1': 4.9, 'mean-2': 2.2, variances: [0.67, 7.5] }, 'variances')).toEqual(['mean-1', 'mean-2']);
    // With 0.9 for the point 4, component 1 has the weight (0 + 0 + 0.9 + 2/3 + 0.694)/5 = 0.452.
    expect(from({ row: 0.9, 'weight-1': 0.45, 'weight-2': 0.55 }, 'weight-1')).toEqual(['row']);
    expect(from({ row: 0.9, 'weight-1': 0.45, 'weight-2': 0.55 }, 'weight-2')).toEqual(['row']);
    expect(from({ row: 1.9, 'weight-1': 0.65 }, 'weight-1')).toBeUndefined();
  });
});
