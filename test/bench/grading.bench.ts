import { type PreparedProblem, gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Submission } from '../../src/types.js';

export const title = 'Grading one submission, as a multiple of parsing its JSON';

const rounds = 9;
const perRound = 40;

const right = (n: number): Submission['answers'] => ({
  'log-likelihood': -24.5,
  responsibility: `${n}*pi_k*N_k/(${n}*pi_1*N_1 + ${n}*pi_2*N_2)`,
  assignments: [2, 2, 2, 1, 1],
  mean: `${n}*(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)/${n}`,
  variance: `${n}*(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)/(gamma_k1 + gamma_k2)/${n}`,
  'mixing-weight': `${n}*(gamma_k1 + gamma_k2)/${2 * n}`,
  'shifts-left-more': 2,
  'variance-grows-more': 2,
  'larger-variance-at-convergence': 1,
});
const wrongFormulas = (n: number): Submission['answers'] => ({
  ...right(n),
  responsibility: `pi_k*N_k/${n}`,
  mean: `(gamma_k1*x_1 + gamma_k2*x_2)/${n}`,
  variance: `(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)/${n}`,
  'mixing-weight': `gamma_k1 + gamma_k2/${n}`,
});
const wrongNumbers = (n: number): Submission['answers'] => ({
  ...right(1),
  'log-likelihood': -20 - n / 1000,
  responsibilities: [0.1, 0.2, 0.4, 0.7, 0.6 + n / 1e5].map((share) => [share, 1 - share]),
  'first-step-weights': [0.4, 0.6],
  'first-step-means': [4.1, 2.2 + n / 1e4],
  'first-step-variances': [1.5, 6],
  'converged-weights': [0.5, 0.5],
  'converged-means': [5.1, 0.6],
  'converged-variances': [0.6, 5.3 + n / 1e4],
});

/** What is graded: the answers of the n-th student of a class. */
const classes: readonly (readonly [name: string, answersOf: (n: number) => Submission['answers']])[] = [
  ['the same right answers again', () => right(1)],
  ['four right formulas, spelled as nobody else did', right],
  ['four wrong formulas, all new', wrongFormulas],
  ['eight wrong numbers, all new, followed through', wrongNumbers],
];

const microseconds = (work: () => unknown): number => {
  const before = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - before) / 1000;
};
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const grade = (prepared: PreparedProblem, answers: Submission['answers']): unknown =>
  gradeSubmission(prepared, { file: 'answers.json', attempt: 1, answers, warnings: [] });

export const run = async (): Promise<string> => {
  const reading = await loadProblem('em-two-gaussians');
  if (reading.kind !== 'problem') throw new Error('the homework does not load');
  const prepared = prepareProblem(reading.problem);
  const times = classes.map((): { grading: number[]; parsing: number[] } => ({ grading: [], parsing: [] }));
  let student = 1;
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, [, answersOf]] of classes.entries()) {
      const given = Array.from({ length: perRound }, () => answersOf((student += 1)));
      const texts = given.map((answers) => JSON.stringify({ answers }));
      times[index]?.parsing.push(microseconds(() => texts.map((text) => JSON.parse(text) as unknown)) / perRound);
      times[index]?.grading.push(microseconds(() => given.map((answers) => grade(prepared, answers))) / perRound);
    }
  }
  const rows = classes.map(([name], index) => {
    const { grading = [], parsing = [] } = times[index] ?? {};
    const [graded, parsed] = [median(grading), median(parsing)];
    return `| ${name} | ${graded.toFixed(0)} | ${(graded / parsed).toFixed(0)} |`;
  });
  return ['| a student writes | µs | times JSON.parse |', '|---|---:|---:|', ...rows].join('\n');
};
