import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileProblem } from '../../src/problem/index.js';
import { loadProblem } from '../../src/problem/load.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The bin in one file, with its problems, beside the packages it needs: what threads and child processes are started from. */
export const buildBundle = async (name: string): Promise<string> => {
  const folder = join(root, 'node_modules', '.cache', `check-${name}`);
  const bundle = join(folder, 'check.mjs');
  mkdirSync(join(folder, 'problems'), { recursive: true });
  await build({
    entryPoints: [join(root, 'src', 'cli.ts')],
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
  });
  const loaded = await loadProblem(join(root, 'problems', 'em-two-gaussians'));
  if (loaded.kind !== 'problem') throw new Error(JSON.stringify(loaded.problems));
  writeFileSync(join(folder, 'problems', 'em-two-gaussians.json'), JSON.stringify(compileProblem(loaded.problem)));
  return bundle;
};
