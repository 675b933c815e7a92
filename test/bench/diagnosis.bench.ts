/** What diagnosing costs: a look-up for each wrong answer, a table for each problem. */

import { diagnose, predict, predictPairs, type Predictions } from '../../src/diagnosis/index.js';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { numericMisconceptions, perform } from '../../src/misconceptions/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { GradedSubmission, Model, Problem } from '../../src/types.js';
import { handIn } from '../diagnosis/hand-in.js';

export const title = 'Diagnosis: a look-up for each wrong answer, a table for each problem';

const load = async (id: string): Promise<Problem> => {
  const reading = await loadProblem(id);
  if (reading.kind !== 'problem') throw new Error(`${id} does not load`);
  return reading.problem;
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const time = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Medians of several rounds, the works taken in turn so that all see the same machine. */
const interleaved = (works: readonly (() => void)[], rounds: number): readonly number[] => {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, work] of works.entries()) times[i]?.push(time(work));
  }
  return times.map(median);
};

/** K components spread over N samples. */
const modelOf = (components: number, samples: number): Model => ({
  family: 'gaussian',
  data: Array.from({ length: samples }, (_, i) => ((i * 0.618) % 1) * 10 + (i % components) * 3),
  start: {
    weights: Array.from({ length: components }, () => 1 / components),
    means: Array.from({ length: components }, (_, k) => 2 + 4 * k),
    variances: Array.from({ length: components }, (_, k) => 1 + k),
  },
});

const faultySubmissions = (problem: Problem): readonly GradedSubmission[] => {
  const prepared = prepareProblem(problem);
  return numericMisconceptions()
    .map((fault) => handIn(problem, perform(problem.model, [fault]), 4))
    .map((answers) => gradeSubmission(prepared, { file: 'answers.json', attempt: 1, answers, warnings: [] }));
};

/** The same predictions with only the first hypotheses. */
const fewer = ({ numbers, formulas }: Predictions, share: number): Predictions => {
  const count = Math.ceil(numbers.hypotheses.length * share);
  const columns = numbers.columns.map((column) => ({ ...column, answers: Array.from(column.answers).slice(0, count) }));
  return { formulas, numbers: { ...numbers, columns, hypotheses: numbers.hypotheses.slice(0, count) } };
};

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const run = async (): Promise<string> => {
  const homework = await load('em-two-gaussians');
  const prepared = prepareProblem(homework);
  const predictions = predict(prepared);
  const submissions = faultySubmissions(homework);
  const wrongAnswers = submissions.flatMap(({ questions }) =>
    questions.filter(({ verdict }) => verdict !== 'correct' && verdict !== 'blank'),
  ).length;
  const formula = gradeSubmission(prepared, {
    file: 'f',
    attempt: 1,
    answers: { variance: 'gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2' },
    warnings: [],
  });

  const half = fewer(predictions, 0.5);
  const all = (table: Predictions) => (): void => {
    for (const graded of submissions) diagnose(prepared, table, graded);
  };
  const [full = 0, halved = 0, formulas = 0] = interleaved(
    [
      all(predictions),
      all(half),
      () => {
        for (let i = 0; i < 100; i += 1) diagnose(prepared, predictions, formula);
      },
    ],
    9,
  );

  const sizes = [
    [2, 5],
    [3, 5],
    [4, 5],
    [2, 20],
    [2, 80],
  ] as const;
  const tables = interleaved(
    sizes.map(([components, samples]) => () => {
      predict({ problem: { ...homework, model: modelOf(components, samples) } });
    }),
    3,
  );
  const [first = 1] = tables;
  const pairs = time(() => {
    predictPairs(prepared, predictions);
  });
  return [
    row('what', 'time', 'ratio'),
    row('---', '---:', '---:'),
    row(
      'a wrong number, jointly with the others of its submission',
      `${((1000 * full) / wrongAnswers).toFixed(0)} µs`,
      '1',
    ),
    row(
      'the same with half the misconceptions',
      `${((1000 * halved) / wrongAnswers).toFixed(0)} µs`,
      (halved / full).toFixed(2),
    ),
    row(
      'a wrong formula',
      `${(10 * formulas).toFixed(0)} µs`,
      ((10 * formulas) / ((1000 * full) / wrongAnswers)).toFixed(2),
    ),
    ...sizes.map(([components, samples], i) =>
      row(
        `table of single faults, K = ${components}, N = ${samples}`,
        `${(tables[i] ?? 0).toFixed(0)} ms`,
        ((tables[i] ?? 0) / first).toFixed(2),
      ),
    ),
    row('table of pairs, K = 2, N = 5', `${(pairs / 1000).toFixed(1)} s`, (pairs / first).toFixed(1)),
  ].join('\n');
};
