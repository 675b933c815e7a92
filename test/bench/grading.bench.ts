import { type PreparedProblem, gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Submission } from '../../src/types.js';
import { generateClass, type Mix } from './class.js';
import { type SheetTimes, type TimeSheets, withTimer } from './grading/run-apart.js';

export const title = 'Grading one sheet, as a multiple of parsing its JSON';

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

/** Sheets of a generated class, broken files left out. */
const sheetsOf = (mix: Mix, count: number): readonly string[] =>
  [...generateClass(count, mix)].flatMap(([, content]) => {
    try {
      JSON.parse(content);
      return [content];
    } catch {
      return [];
    }
  });

/** In a class that has been graded for a while: sheets are new, their answers as the mix has them. */
const inClass = (time: TimeSheets, mix: Mix): SheetTimes => time(sheetsOf(mix, 9000), 3000);

/** The first sheet of a process: nothing is compiled, loaded or known. */
const first = (time: TimeSheets, answers: Submission['answers']): SheetTimes => {
  const sheet = JSON.stringify({ attempt: 1, answers });
  const all = Array.from({ length: rounds }, () => time([sheet], 1));
  return { grading: median(all.map(({ grading }) => grading)), parsing: median(all.map(({ parsing }) => parsing)) };
};

const row = (name: string, { grading, parsing }: SheetTimes): string =>
  `| ${name} | ${grading.toFixed(0)} | ${(grading / parsing).toFixed(0)} |`;
const head = (what: string): readonly string[] => [`| ${what} | µs | times JSON.parse |`, '|---|---:|---:|'];

export const run = async (): Promise<string> => {
  const reading = await loadProblem('em-two-gaussians');
  if (reading.kind !== 'problem') throw new Error('the homework does not load');
  const { problem } = reading;
  const prepared = prepareProblem(problem);
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
  return [
    ...head('a sheet, to row and report'),
    ...(await withTimer(problem, (time) => [
      row('a new combination of answers that were seen before', inClass(time, 'answers')),
      row('four formulas that nobody wrote before', inClass(time, 'unique')),
      row('the first sheet of a process, all right', first(time, right(1))),
      row('the first sheet of a process, formulas wrong', first(time, wrongFormulas(1))),
    ])),
    '',
    ...head('verdicts alone; a student writes'),
    ...classes.map(([name], index) => {
      const { grading = [], parsing = [] } = times[index] ?? {};
      return row(name, { grading: median(grading), parsing: median(parsing) });
    }),
  ].join('\n');
};
