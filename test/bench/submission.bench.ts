import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLines, readSubmission } from '../../src/submission/index.js';
import { readAnswersFile } from '../../src/submission/load.js';

export const title = 'Reading answers';

const students = 2000;
const rounds = 15;

const answersOf = (student: number): string =>
  JSON.stringify({
    problem: 'em-two-gaussians',
    student: `s${student}`,
    attempt: 1,
    answers: {
      'log-likelihood': -24.5,
      responsibility: 'pi_k*N_k/(pi_1*N_1+pi_2*N_2)',
      assignments: [2, 2, 2, 1, 1],
      mean: '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)',
      variance: '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)/(gamma_k1 + gamma_k2)',
      'mixing-weight': '(gamma_k1 + gamma_k2)/2',
      'converged-means': [5.03812884, 0.69307411],
    },
  });

type Way = { readonly name: string; readonly work: () => void };

/** Median times of all ways, measured in turn, as multiples of the first. */
const ratios = (ways: readonly Way[]): readonly string[] => {
  const times = ways.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { work }] of ways.entries()) {
      const began = performance.now();
      work();
      times[index]?.push(performance.now() - began);
    }
  }
  const medians = times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN);
  return medians.map((median, index) => `| ${ways[index]?.name} | ${(median / (medians[0] ?? NaN)).toFixed(2)} |`);
};

export const run = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-answers-'));
  const texts = Array.from({ length: students }, (_, student) => answersOf(student));
  const files = texts.map((text, student) => {
    const file = join(folder, `${student}.json`);
    writeFileSync(file, text);
    return file;
  });
  const bytes = texts.map((text) => new TextEncoder().encode(text));
  const careful = texts.map((text) => new TextEncoder().encode(text.replace('-24.5', '-24.50')));
  const all = new TextEncoder().encode(texts.join('\n'));
  const rows = ratios([
    {
      name: 'read a file and JSON.parse it',
      work: () => files.forEach((file) => JSON.parse(readFileSync(file, 'utf8'))),
    },
    {
      name: 'the same safely and strictly',
      work: () => {
        for (const file of files) {
          const content = readAnswersFile(file);
          if (content.kind === 'bytes') readSubmission(content.bytes, file);
        }
      },
    },
    { name: 'strictly, without the disk', work: () => bytes.forEach((content) => readSubmission(content, 'a.json')) },
    {
      name: 'strictly, a number with a zero at its end',
      work: () => careful.forEach((content) => readSubmission(content, 'a.json')),
    },
    { name: 'one file with a line a student, without the disk', work: () => [...readLines(all, 'class.ndjson')] },
  ]);
  rmSync(folder, { recursive: true });
  return ['| for one student | times |', '|---|---|', ...rows].join('\n');
};
