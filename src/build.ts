/** `npm run build`: src → dist. The bin in one file, the library, its types, the schema, and the bundled problems compiled. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compileProblem, problemSchema, readProblem } from './problem/index.js';
import type { Problem } from './types.js';

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const bundle = async (): Promise<void> => {
  await build({
    entryPoints: { check: inRoot('src/cli.ts'), index: inRoot('src/index.ts') },
    outdir: inRoot('dist'),
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
  });
  chmodSync(inRoot('dist/check.js'), 0o755);
};

const declareTypes = (): void => {
  const compiler = inRoot('node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', inRoot('src/tsconfig.json')], { stdio: 'inherit' });
};

const readBundled = async (id: string): Promise<Problem> => {
  const file = inRoot(`problems/${id}/problem.yaml`);
  const reading = await readProblem(readFileSync(file, 'utf8'), file);
  if (reading.kind === 'problem') return reading.problem;
  throw new Error(
    reading.problems.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`).join('\n'),
  );
};

const compileProblems = async (): Promise<void> => {
  mkdirSync(inRoot('dist/problems'), { recursive: true });
  for (const id of readdirSync(inRoot('problems')).sort()) {
    if (!existsSync(inRoot(`problems/${id}/problem.yaml`))) continue;
    const problem = await readBundled(id);
    writeFileSync(inRoot(`dist/problems/${id}.json`), JSON.stringify(compileProblem(problem)));
  }
};

rmSync(inRoot('dist'), { recursive: true, force: true });
await bundle();
declareTypes();
writeFileSync(inRoot('dist/problem.schema.json'), `${JSON.stringify(problemSchema, null, 2)}\n`);
await compileProblems();
