import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { predict, predictPairs, type PairPredictions, type Predictions } from '../../src/diagnosis/index.js';
import { prepareProblem } from '../../src/grading/index.js';
import { compileProblem } from '../../src/problem/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { PredictionSource } from '../../src/batch/index.js';
import type { Problem } from '../../src/types.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const homework = async (): Promise<Problem> => {
  const loaded = await loadProblem(join(root, 'problems', 'em-two-gaussians'));
  if (loaded.kind !== 'problem') throw new Error(JSON.stringify(loaded.problems));
  return loaded.problem;
};

const compiled = (part: string): unknown => {
  const file = join(root, 'dist', 'predictions', `em-two-gaussians${part}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
};

/** The predictions of the homework: as the build made them, or computed where nothing is built. */
export const predictionsOf = (problem: Problem): PredictionSource => {
  const prepared = prepareProblem(problem);
  const singles = (compiled('') as Predictions | undefined) ?? predict(prepared);
  let pairs = compiled('.pairs') as PairPredictions | undefined;
  return { singles: () => singles, pairs: () => (pairs ??= predictPairs(prepared, singles)) };
};

/** The bin in one file, with its problems, beside the packages it needs: what threads and child processes are started from. */
export const buildBundle = async (name: string): Promise<string> => {
  const folder = join(root, 'node_modules', '.cache', `check-${name}`);
  const bundle = join(folder, 'check.mjs');
  for (const part of ['problems', 'predictions']) mkdirSync(join(folder, part), { recursive: true });
  await build({
    entryPoints: [join(root, 'src', 'cli.ts')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
  });
  const problem = await homework();
  const { singles, pairs } = predictionsOf(problem);
  const keep = (file: string, value: unknown): void =>
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(value));
  keep('problems/em-two-gaussians', compileProblem(problem));
  keep('predictions/em-two-gaussians', singles());
  keep('predictions/em-two-gaussians.pairs', pairs());
  return bundle;
};
