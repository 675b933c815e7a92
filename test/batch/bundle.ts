import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import {
  openPairs,
  openPredictions,
  packPairs,
  packPredictions,
  predict,
  predictPairs,
} from '../../src/diagnosis/index.js';
import { layGroundwork, prepareProblem } from '../../src/grading/index.js';
import { once } from '../../src/memory/index.js';
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

/** Nothing where nothing is built, or by another version. */
const compiled = <T>(part: string, open: (bytes: Uint8Array) => T): T | undefined => {
  try {
    return open(readFileSync(join(root, 'dist', 'predictions', `em-two-gaussians${part}.bin`)));
  } catch {
    return undefined;
  }
};

/** The predictions of the homework: as the build made them, else computed. */
export const predictionsOf = (problem: Problem): PredictionSource => {
  const prepared = prepareProblem(problem);
  const singles = compiled('', openPredictions) ?? predict(prepared);
  const pairs = once(() => compiled('.pairs', openPairs) ?? predictPairs(prepared, singles));
  return { singles: () => singles, pairs };
};

/** What the thread that reads ahead is started with. */
export const buildReader = async (file: string): Promise<void> => {
  await build({
    entryPoints: [join(root, 'src', 'batch', 'ahead', 'thread.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20.19',
  });
};

/** The bin in one file, with its problems and what is laid for them, beside the packages it needs: what threads and child processes are started from. */
export const buildBundle = async (name: string): Promise<string> => {
  const folder = join(root, 'node_modules', '.cache', `check-${name}`);
  const bundle = join(folder, 'check.mjs');
  for (const part of ['problems', 'predictions', 'groundwork']) mkdirSync(join(folder, part), { recursive: true });
  await build({
    entryPoints: [join(root, 'src', 'cli.ts')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
  });
  await buildReader(join(folder, 'reader.cjs'));
  const problem = await homework();
  const { singles, pairs } = predictionsOf(problem);
  const keep = (file: string, value: unknown): void =>
    writeFileSync(join(folder, `${file}.json`), JSON.stringify(value));
  keep('problems/em-two-gaussians', compileProblem(problem));
  keep('groundwork/em-two-gaussians', layGroundwork(problem));
  writeFileSync(join(folder, 'predictions', 'em-two-gaussians.bin'), packPredictions(singles()));
  const together = pairs();
  if (together === undefined) throw new Error('the homework has pairs of mistakes');
  writeFileSync(join(folder, 'predictions', 'em-two-gaussians.pairs.bin'), packPairs(together));
  return bundle;
};
