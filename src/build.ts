/** `npm run build`: src → dist. The bin in one file, the library, its types, the schema, and the bundled problems compiled. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import packageFile from '../package.json' with { type: 'json' };
import { packPairs, packPredictions, predict, predictPairs } from './diagnosis/index.js';
import { layGroundwork, prepareProblem } from './grading/index.js';
import { compileProblem, problemSchema, readProblem } from './problem/index.js';
import type { Problem } from './types.js';

const inRoot = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The next `dist` grows beside the present one, which serves until it is replaced whole. */
const next = inRoot(`node_modules/.cache/dist-${process.pid}`);
const inNext = (path: string): string => `${next}/${path}`;

/** What shows help is in the bundle: reading thirty modules of it costs two bare starts of Node. Other packages stay beside it until they are needed. */
const within = ['yargs', 'chalk'];
const besides = Object.keys(packageFile.dependencies).filter((name) => !within.includes(name));

/** Their authors ask that their licences go with copies of their work. */
const keepLicences = (bundled: readonly string[]): void => {
  const folders = new Set(bundled.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const texts = [...folders].sort().flatMap((folder) =>
    readdirSync(inRoot(folder))
      .filter((name) => /^licen[cs]e/i.test(name))
      .map(
        (name) => `${folder.replace(/^.*node_modules\//, '')}\n\n${readFileSync(inRoot(`${folder}/${name}`), 'utf8')}`,
      ),
  );
  writeFileSync(inNext('licences.txt'), texts.join('\n\n'));
};

/** What the bundle that grades one file has a stand-in for: it is in the bundle `engine`, which is started only where it is needed. */
const apart: { readonly [file: string]: string } = {
  'equivalence/index.ts': 'equivalence',
  'em/solve.ts': 'solve',
  'misconceptions/formulas/index.ts': 'wrong-formulas',
  'misconceptions/numeric/index.ts': 'wrong-procedures',
  'misconceptions/perform.ts': 'perform',
  'feedback/english/causes.ts': 'causes',
  'diagnosis/facts/index.ts': 'facts',
  'answers/gaps.ts': 'gaps',
};

const standIns: Plugin = {
  name: 'stand-ins',
  setup: (bundling) =>
    bundling.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
      const file = relative(inRoot('src'), resolve(resolveDir, path.replace(/js$/, 'ts')));
      const standIn = apart[file];
      return standIn === undefined ? undefined : { path: inRoot(`src/commands/start/stand-ins/${standIn}.ts`) };
    }),
};

const bundle = async (): Promise<void> => {
  const options = {
    outdir: inNext(''),
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
  } as const;
  // Loading a module, V8 parses its arrow functions in full and only skims others: without them the package loads in half the time.
  const module = { ...options, packages: 'external', format: 'esm', supported: { arrow: false } } as const;
  await build({ ...module, entryPoints: { index: inRoot('src/index.ts') } });
  escapeLetters(inNext('index.js'));
  const script = { ...options, format: 'cjs', outExtension: { '.js': '.cjs' }, external: besides } as const;
  await build({
    ...script,
    entryPoints: { check: inRoot('src/commands/start/start.ts'), reader: inRoot('src/batch/ahead/thread.ts') },
  });
  const started = {
    ...script,
    define: { 'import.meta': 'bundlePlace' },
    // What `compiled-bundle.ts` hands in.
    banner: { js: '(function (require, bundlePlace, importPackage, handOver, bring, give) {' },
    footer: { js: '})' },
  };
  await build({ ...started, plugins: [standIns], entryPoints: { grade: inRoot('src/commands/start/grade.ts') } });
  await build({ ...started, entryPoints: { engine: inRoot('src/commands/start/engine.ts') } });
  const { metafile } = await build({
    ...started,
    metafile: true,
    alias: {
      'string-width': inRoot('src/commands/start/stand-ins/string-width.ts'),
      '#supports-color': inRoot('src/commands/start/stand-ins/supports-color.ts'),
    },
    entryPoints: { main: inRoot('src/cli.ts') },
  });
  keepLicences(Object.keys(metafile.inputs));
  for (const name of ['grade', 'engine', 'main']) finishScript(inNext(`${name}.cjs`));
  chmodSync(inNext('check.cjs'), 0o755);
};

/** A script that comes from its compiled form cannot import: the file that starts it does so for it. */
const finishScript = (file: string): void => {
  const packages = besides.join('|');
  const imports = new RegExp(`\\bimport\\("((?:${packages})(?:/[^"]*)?)"\\)`, 'g');
  writeFileSync(file, readFileSync(file, 'utf8').replace(imports, 'importPackage("$1")'));
  escapeLetters(file);
};

/** Letters beyond ASCII, which esbuild leaves in templates and expressions, are escaped, so that the file can be read as bytes. */
const escapeLetters = (file: string): void => {
  const script = readFileSync(file, 'utf8');
  const escaped = script.replace(/[^\s -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  writeFileSync(file, escaped);
};

/**
 * So that `check` starts from V8's compiled form of what it runs most: grading the homework, wrong and right, deciding what is spelled in another way,
 * showing its help, and grading a class. More would take longer to read than it saves.
 */
const keepCompiled = (): void => {
  const sample = (name: string): string => inRoot(`submissions/em-two-gaussians/${name}.json`);
  const step = inRoot('src/commands/start/keep-compiled.ts');
  const reports = inNext('reports');
  for (const words of [
    ['grade', 'grade', sample('recorded'), '--', sample('latex'), '--', sample('half-wrong')],
    ['grade', 'engine', sample('half-wrong'), '--', sample('latex'), '--', sample('unicode')],
    ['main', 'main', '--help', '--', 'batch', inRoot('submissions'), '--out', reports],
  ]) {
    const args = ['--import', 'tsx', step, inNext(''), ...words];
    execFileSync(process.execPath, args, { stdio: 'ignore', env: { ...process.env, FORCE_COLOR: '1' } });
  }
  rmSync(reports, { recursive: true });
};

const declareTypes = (): void => {
  const compiler = inRoot('node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', inRoot('src/tsconfig.json'), '--outDir', inNext('types')], {
    stdio: 'inherit',
  });
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
  for (const folder of ['problems', 'groundwork', 'predictions']) mkdirSync(inNext(folder), { recursive: true });
  for (const id of readdirSync(inRoot('problems')).sort()) {
    if (!existsSync(inRoot(`problems/${id}/problem.yaml`))) continue;
    const problem = await readBundled(id);
    const keep = (file: string, value: unknown): void => writeFileSync(inNext(`${file}.json`), JSON.stringify(value));
    keep(`problems/${id}`, compileProblem(problem));
    const groundwork = layGroundwork(problem);
    keep(`groundwork/${id}`, groundwork);
    const prepared = prepareProblem(problem, groundwork);
    const predictions = predict(prepared);
    writeFileSync(inNext(`predictions/${id}.bin`), packPredictions(predictions));
    writeFileSync(inNext(`predictions/${id}.pairs.bin`), packPairs(predictPairs(prepared, predictions)));
  }
};

await bundle();
declareTypes();
writeFileSync(inNext('problem.schema.json'), `${JSON.stringify(problemSchema, null, 2)}\n`);
await compileProblems();
keepCompiled();
rmSync(inRoot('dist'), { recursive: true, force: true });
renameSync(next, inRoot('dist'));
