import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import type { Answer, GradedSubmission, Model, Problem, Submission } from '../../src/types.js';
import { homework, recorded, submission } from './homework.js';

const seeded = { seed: 20160817, numRuns: 60 } as const;

/** Answers right, wrong, misread and hostile, for every question. */
const odd: readonly Answer[] = [
  '',
  'nan',
  '1/0',
  'x+',
  '1e400',
  '0,5',
  [],
  [1],
  [[1, 2]],
  'alert(1)',
  -0,
  1e-320,
  '((((',
  'π',
  '1;2',
  2,
];
const pool: { readonly [question: string]: readonly Answer[] } = {
  'log-likelihood': [-24.5, -24.6, 24.5, '-24,5', -14.2, '-49/2'],
  responsibility: ['pi_k*N_k/(pi_1*N_1+pi_2*N_2)', 'pi_k*N_k', 'N_k/(N_1+N_2)', 'q'],
  assignments: [[2, 2, 2, 1, 1], [1, 1, 1, 2, 2], [1, 1, 1, 0, 0], [2, 2, 1, 1], '2 2 2 1 1'],
  mean: ['(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2)', '(x_1+x_2)/2', '(gamma_k1*x_1+gamma_k2*x_2)/2'],
  variance: ['(gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+gamma_k2)', 'hatmu_k', 'x_1'],
  'mixing-weight': ['(gamma_k1+gamma_k2)/2', 'gamma_k1', '(gamma_k1+gamma_k2)/(gamma_11+gamma_12+gamma_21+gamma_22)'],
  'shifts-left-more': [1, 2, 'Gaussian 2', 3],
  responsibilities: [
    [
      [0, 1],
      [0, 1],
      [0.45, 0.55],
      [0.67, 0.33],
      [0.69, 0.31],
    ],
    [
      [1, 0],
      [1, 0],
      [0.4, 0.6],
      [0.3, 0.7],
      [0.3, 0.7],
    ],
  ],
  'first-step-means': [[5.13, 1.47], [1.47, 5.13], [4, 2], '5.13 1.47'],
  'first-step-variances': [
    [0.62, 6.97],
    [0.78, 2.64],
    [0, 1],
  ],
  'converged-variances': [
    ['2/3', '1/4'],
    [0.62, 5.33],
    [0.25, 0.67],
  ],
};
const answers = fc.record(
  Object.fromEntries(Object.entries(pool).map(([id, known]) => [id, fc.constantFrom(...known, ...odd)])),
  { requiredKeys: [] },
) as fc.Arbitrary<Submission['answers']>;

const prepared = prepareProblem({ ...homework, policy: { ...homework.policy, followThrough: 0.5 } });
const shuffled = (given: Submission['answers']): Submission['answers'] =>
  Object.fromEntries(Object.entries(given).toSorted(([a], [b]) => (a < b ? 1 : -1)));

describe('grading', () => {
  it('gives the same whatever was graded before, and with a fresh memory', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const once = gradeSubmission(prepared, submission(given));
        expect(gradeSubmission(prepared, submission(given))).toEqual(once);
        const fresh = prepareProblem(prepared.problem);
        expect(gradeSubmission(fresh, submission(given))).toEqual(once);
      }),
      { ...seeded, numRuns: 12 },
    );
  });
  it('does not depend on the order of the answers in the file', () => {
    fc.assert(
      fc.property(answers, (given) => {
        expect(gradeSubmission(prepared, submission(shuffled(given)))).toEqual(
          gradeSubmission(prepared, submission(given)),
        );
      }),
      seeded,
    );
  });
  it('keeps points between none and all, and totals the sum of its questions', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { earned, possible, questions } = gradeSubmission(prepared, submission(given));
        expect(possible).toBe(13);
        for (const question of questions) {
          expect(question.earned).toBeGreaterThanOrEqual(0);
          expect(question.earned).toBeLessThanOrEqual(question.possible);
          if (question.verdict === 'correct') expect(question.earned).toBe(question.possible);
          if (['blank', 'ungradable', 'undecided'].includes(question.verdict)) expect(question.earned).toBe(0);
        }
        expect(earned).toBeCloseTo(
          questions.reduce((sum, question) => sum + question.earned, 0),
          6,
        );
      }),
      seeded,
    );
  });
  it('never loses a right answer, whatever else stands in the file', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { questions } = gradeSubmission(prepared, submission({ ...given, ...recorded }));
        const asRecorded = questions.filter(({ id }) => id in recorded && id !== 'larger-variance-at-convergence');
        expect(asRecorded.map(({ verdict }) => verdict)).toEqual(Array(8).fill('correct'));
      }),
      seeded,
    );
  });
  it('takes any text and any nesting for an answer without a fault', () => {
    const anything: fc.Arbitrary<Answer> = fc.letrec<{ answer: Answer }>((tie) => ({
      answer: fc.oneof({ maxDepth: 3 }, fc.string(), fc.double(), fc.array(tie('answer'), { maxLength: 6 })),
    })).answer;
    const ids = homework.questions.map(({ id }) => id);
    fc.assert(
      fc.property(fc.constantFrom(...ids), anything, (id, answer) => {
        const graded = gradeSubmission(prepared, submission({ [id]: answer }));
        const { earned, questions } = JSON.parse(JSON.stringify(graded)) as GradedSubmission;
        for (const question of questions) {
          if (question.id !== id) expect(question.verdict).toBe('blank');
          // What is no number would be null here.
          expect(question.earned).toBeTypeOf('number');
          expect(['correct', 'partial', 'incorrect', 'ungradable', 'undecided', 'blank']).toContain(question.verdict);
        }
        expect(earned).toBe(questions.find((question) => question.id === id)?.earned);
      }),
      { ...seeded, numRuns: 500 },
    );
  });
});

const label = (entry: Answer): Answer => (entry === 1 ? 2 : entry === 2 ? 1 : entry);

const outcome = ({ earned, questions }: GradedSubmission) => ({
  earned,
  questions: questions.map(({ id, verdict, remarks }) => [id, verdict, remarks.map(({ code }) => code)]),
});

const relabel = (id: string, answer: Answer): Answer => {
  if (id === 'assignments') return typeof answer === 'object' ? answer.map(label) : answer;
  if (id === 'responsibilities')
    return typeof answer === 'object'
      ? answer.map((row) => (typeof row === 'object' ? row.toReversed() : row))
      : answer;
  if (typeof answer === 'object') return answer.toReversed();
  return label(answer);
};

describe('relabelling', () => {
  // The names of the components exchanged, in the model and in the answers.
  const model: Model = {
    ...homework.model,
    start: { weights: [0.5, 0.5], means: [7, 6], variances: [4, 1] },
  };
  const numeric = homework.questions.filter(({ answer }) => answer.kind !== 'formula');
  const problem: Problem = { ...homework, model, questions: numeric };
  const other = prepareProblem({ ...problem, policy: prepared.problem.policy });
  const same = prepareProblem({ ...problem, model: homework.model, policy: prepared.problem.policy });
  const numbers = fc.record(
    {
      'log-likelihood': fc.constantFrom<Answer>(-24.5, -24.6, 24.5),
      assignments: fc.array(fc.constantFrom(1, 2), { minLength: 4, maxLength: 6 }),
      'shifts-left-more': fc.constantFrom<Answer>(1, 2),
      'larger-variance-at-convergence': fc.constantFrom<Answer>(1, 2),
      responsibilities: fc.array(fc.constantFrom([1, 0], [0, 1], [0.45, 0.55], [0.67, 0.33], [0.69, 0.31]), {
        minLength: 5,
        maxLength: 5,
      }),
      'first-step-means': fc.constantFrom([5.13, 1.47], [1.47, 5.13], [4, 2]),
      'converged-variances': fc.constantFrom(['2/3', '1/4'], [0.62, 5.33]),
    },
    { requiredKeys: [] },
  );
  it('the components in the problem and in the answers alike changes no verdict', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const renamed = Object.fromEntries(Object.entries(given).map(([id, answer]) => [id, relabel(id, answer)]));
        const here = gradeSubmission(same, submission(given));
        const there = gradeSubmission(other, submission(renamed));
        expect(outcome(there)).toEqual(outcome(here));
      }),
      seeded,
    );
  });
});
