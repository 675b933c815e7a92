import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGrader } from '../../src/batch/grader.js';
import { picturesFor } from '../../src/batch/pictures-for.js';
import { diagnose } from '../../src/diagnosis/index.js';
import { reportOn, solutionsOf } from '../../src/feedback/index.js';
import { disclosedOf, gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { encodeRow, keepQuestion, rowHeadLength, summarise } from '../../src/report/index.js';
import type { Answer, Diagnosis, Policy, Problem, Submission } from '../../src/types.js';
import { homework, predictionsOf } from './bundle.js';

const problem = await homework();
const predictions = predictionsOf(problem);

/** Right, wrong in known and unknown ways, half right, unreadable, blank; with letters beyond ASCII. */
const pools: { readonly [question: string]: readonly Answer[] } = {
  'log-likelihood': [-24.5, '-24.51', '-24,5', 24.5, -14.2, 'x', 'nan', '…'],
  responsibility: ['pi_k*N_k/(pi_1*N_1+pi_2*N_2)', 'π_k*N_k', 'N_k/(N_1+N_2)', 'q*N_k', '2*pi_k*N_k', ''],
  assignments: [[2, 2, 2, 1, 1], [1, 1, 1, 2, 2], [2, 2, 1, 1], '2 2 2 1 1'],
  mean: ['(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2)', '(gamma_k1*x_1+gamma_k2*x_2)/2', '(x_1'],
  variance: [
    '(gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+gamma_k2)',
    '(gamma_k1*(x_1-(gamma_k1*x_1+gamma_k2*x_2)/2)^2+gamma_k2*(x_2-(gamma_k1*x_1+gamma_k2*x_2)/2)^2)/(gamma_k1+gamma_k2)',
    'sqrt((gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+gamma_k2))',
  ],
  'mixing-weight': ['(gamma_k1+gamma_k2)/2', '(gamma_k1+gamma_k2)/(gamma_11+gamma_12+gamma_21+gamma_22)', 'gamma_k1'],
  'shifts-left-more': [1, 2, 3],
  'larger-variance-at-convergence': [1, 2],
  'first-step-means': [[5.13, 1.47], [1.47, 5.13], [4.1, 2.2], '[5.13; 1.47]'],
  'first-step-variances': [
    [0.62, 6.97],
    [1.5, 6],
  ],
  'converged-means': [
    [5, -0.5],
    [5.03812884, 0.69307411],
  ],
  'converged-variances': [
    [0.67, 0.25],
    [0.6199125, 5.32681503],
  ],
};

const sheet: fc.Arbitrary<Submission> = fc.record({
  file: fc.constantFrom('a.json', 'ä.json'),
  student: fc.constantFrom('ann', 'bob', 'zoë'),
  attempt: fc.constantFrom(1, 2, 3, 9),
  submittedAt: fc.constantFrom('2016-08-16T20:00:00Z', '2016-08-18T20:00:00Z', '2016-08-20T20:00:00+02:00'),
  answers: fc
    .record(
      Object.fromEntries(
        Object.entries(pools).map(([question, pool]) => [
          question,
          fc.option(fc.constantFrom(...pool), { nil: undefined }),
        ]),
      ),
    )
    .map(
      (answers): Submission['answers'] =>
        Object.fromEntries(
          Object.entries(answers).filter(([, answer]) => answer !== undefined),
        ) as Submission['answers'],
    ),
  warnings: fc.constantFrom([], [{ code: 'odd', message: 'Something is “odd”.', fix: 'Mend it.' }]),
});

const policies: readonly (readonly [name: string, policy: Partial<Policy>, asOf: string | undefined])[] = [
  ['of the homework', {}, undefined],
  ['that tells all once it is due', { solutions: 'after-due', explanations: 'after-due' }, '2016-08-19T00:00:00Z'],
  [
    'that tells causes late and takes points off',
    {
      causes: 'after-attempts',
      due: '2016-08-17T00:00:00Z',
      late: { kind: 'reduce', perDay: 0.1, atMost: 0.5 },
      extensions: { bob: { seconds: 3 * 86_400 } },
      followThrough: 0.5,
    },
    undefined,
  ],
];

const noDiagnosis: Diagnosis = { causes: [], questions: {}, unexplained: [] };

/** Row and report as they would be put together anew for this submission. */
const afresh = (own: Problem, submission: Submission, asOf: string | undefined) => {
  const prepared = prepareProblem(own);
  const graded = gradeSubmission(prepared, submission);
  const isWrong = graded.questions.some(({ verdict }) => !['correct', 'blank', 'undecided'].includes(verdict));
  const { singles, pairs } = predictions;
  const diagnosis = isWrong ? diagnose(prepared, singles(), graded, pairs) : noDiagnosis;
  const shown = disclosedOf(own, graded, asOf);
  const { earned, possible, questions, causes, messages, warnings } = reportOn(
    own,
    graded,
    diagnosis,
    shown,
    solutionsOf(own, prepared.solution),
  );
  const pictures = picturesFor(own, graded, diagnosis.causes, shown);
  const row = summarise(own, graded, diagnosis, submission.submittedAt, pictures);
  return {
    rowRest: JSON.stringify(encodeRow(row).slice(rowHeadLength)).slice(1),
    reportRest: JSON.stringify({
      earned,
      possible,
      questions: questions.map(keepQuestion),
      causes,
      messages,
      warnings,
    }).slice(1),
  };
};

describe('A graded sheet, put together from remembered parts', () => {
  it.each(policies)('is byte for byte the one made afresh, under a policy %s', (_, policy, asOf) => {
    const own = { ...problem, policy: { ...problem.policy, ...policy } };
    const grader = createGrader(own, true, asOf, () => predictions);
    fc.assert(
      fc.property(sheet, (submission) => {
        const { rowRest, reportRest } = grader.gradeOne(submission);
        const expected = afresh(own, submission, asOf);
        expect(Buffer.from(rowRest, 'latin1').toString()).toBe(expected.rowRest);
        expect(Buffer.from(reportRest, 'latin1').toString()).toBe(expected.reportRest);
      }),
      { seed: 20160817, numRuns: 40, endOnFailure: true },
    );
  });

  it('is byte for byte the one made afresh where nobody writes what another does, and again when it comes again', () => {
    const grader = createGrader(problem, true, undefined, () => predictions);
    const formulas = Object.entries(pools).flatMap(([question, pool]) =>
      pool.every((answer) => typeof answer === 'string') ? [[question, pool] as const] : [],
    );
    const numbers: readonly Answer[] = [-24.5, '-24.51', 24.5, -14.2];
    const sheets = Array.from({ length: 60 }, (_, i): Submission => {
      const own = formulas.map(([question, pool]) => [
        question,
        `(${String(pool[i % pool.length])})*${i + 2}/${i + 2}`,
      ]);
      const answers = { 'log-likelihood': numbers[i % numbers.length] ?? '', ...Object.fromEntries(own) };
      return { file: 'a.json', student: 'ann', attempt: 1, answers, warnings: [] };
    });
    for (const submission of sheets) grader.gradeOne(submission);
    for (const submission of sheets.slice(-12)) {
      const expected = afresh(problem, submission, undefined);
      for (const time of ['second', 'third']) {
        const { rowRest, reportRest } = grader.gradeOne(submission);
        expect(Buffer.from(rowRest, 'latin1').toString(), time).toBe(expected.rowRest);
        expect(Buffer.from(reportRest, 'latin1').toString(), time).toBe(expected.reportRest);
      }
    }
  });

  it('is the same whatever was graded before', () => {
    const used = createGrader(problem, true, undefined, () => predictions);
    const [first, ...others] = fc.sample(sheet, { seed: 3, numRuns: 30 });
    if (first === undefined) throw new Error('there is no sheet');
    const before = used.gradeOne(first);
    for (const other of others) used.gradeOne(other);
    expect(used.gradeOne(first)).toEqual(before);
    expect(createGrader(problem, true, undefined, () => predictions).gradeOne(first)).toEqual(before);
  });
});
