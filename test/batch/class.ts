import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { noProgress, runBatch, type BatchDone, type BatchOptions, type BatchOutcome } from '../../src/batch/index.js';
import { homework, predictionsOf } from './bundle.js';

export const problem = await homework();
const predictions = predictionsOf(problem);

/** An empty folder that is removed after the work. */
export const inFolder = async <T>(work: (folder: string) => Promise<T> | T): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'batch-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Writes files by their path in the folder; data becomes JSON. */
export const write = (folder: string, files: { readonly [path: string]: unknown }): string => {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
};

const right = {
  'log-likelihood': -24.5,
  responsibility: 'pi_k*N_k/(pi_1*N_1+ pi_2*N_2)',
  assignments: [2, 2, 2, 1, 1],
  mean: '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1+ gamma_k2)',
  variance: '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)',
  'mixing-weight': '(gamma_k1+ gamma_k2)/2',
  'shifts-left-more': 2,
  'variance-grows-more': 2,
  'larger-variance-at-convergence': 1,
};

export const sheet = (student: string | undefined, answers: object = {}, more: object = {}): object => ({
  problem: 'em-two-gaussians',
  ...(student !== undefined && { student }),
  submittedAt: '2016-08-16T20:00:00Z',
  ...more,
  answers: { ...right, ...answers },
});

/** A class with right and wrong answers, attempts and a broken file. */
export const sampleClass = (size: number): { readonly [path: string]: unknown } => {
  const files: { [path: string]: unknown } = {
    'broken.json': '{"answers": {"mean": ',
    'notes.txt': 'x',
    'sub/deep/z.json': sheet('z'),
  };
  for (let i = 0; i < size; i++) {
    const student = `s${String(i).padStart(3, '0')}`;
    files[`${i % 3 === 0 ? 'a/' : ''}${student}.json`] = sheet(student, {
      ...(i % 4 === 1 && { mean: '(gamma_k1*x_1 + gamma_k2*x_2)/2' }),
      ...(i % 5 === 2 && { 'log-likelihood': -20 - i / 10, variance: `(gamma_k1*x_1)*${i}` }),
      ...(i % 7 === 3 && { responsibility: 'pi_k*N_k/(' }),
    });
    if (i % 6 === 0) files[`again/${student}.json`] = sheet(student, { mean: 'x_1' }, { attempt: 2 });
  }
  return files;
};

export const options = (input: string, out: string, more: Partial<BatchOptions> = {}): BatchOptions => ({
  input,
  out,
  problems: [problem],
  shipped: true,
  predictionsFor: () => predictions,
  asked: undefined,
  asOf: undefined,
  formats: [],
  roster: undefined,
  shard: undefined,
  compare: undefined,
  pages: true,
  journal: true,
  threads: 0,
  startAfter: 0,
  worker: undefined,
  reader: undefined,
  patience: 20_000,
  ...more,
});

export const run = (input: string, out: string, more: Partial<BatchOptions> = {}): Promise<BatchOutcome> =>
  runBatch(options(input, out, more), noProgress, () => false);

/** Runs and expects it to be done. */
export const grade = async (input: string, out: string, more: Partial<BatchOptions> = {}): Promise<BatchDone> => {
  const outcome = await run(input, out, more);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome;
};

/** All reports in an output folder, by path; what is kept between runs is no report. */
export const reportsIn = (folder: string): { readonly [path: string]: string } => {
  const found: { [path: string]: string } = {};
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (path.startsWith('.check') || !statSync(join(folder, path)).isFile()) continue;
    found[path] = readFileSync(join(folder, path), 'utf8');
  }
  return found;
};
