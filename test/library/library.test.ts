import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileProblem } from '../../src/problem/index.js';
import { loadProblem } from '../../src/problem/load.js';

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const compiler = inRoot('node_modules/typescript/bin/tsc');

/** A program that uses the library as a stranger would: typed strictly, through the package's own exports. */
const consumer = `
import {
  createGrader, equivalent, FormulaError, gradeSubmission, loadProblem, parseFormula, ProblemError, runEm,
  type Answers, type EmResult, type Equality, type Expr, type Problem, type Reading, type Report, type Verdict,
} from 'em-homework-check';

const reading: Reading = parseFormula('hatmu_k = x_1/2');
const expr: Expr | undefined = reading.kind === 'formula' ? reading.expr : undefined;
const equal: Equality = equivalent('sqrt(s^2)', 's', { domains: { s: 'positive' } });
const different = equivalent(expr ?? '0', 'x_1', { given: [], domains: { x_1: [0, 1] } });
let refused = '';
try { equivalent('1 +', '1'); } catch (error) { refused = error instanceof FormulaError ? error.problems[0]?.fix ?? '' : 'other'; }
let unknown = 0;
try { await loadProblem('em-two-gausians'); } catch (error) { unknown = error instanceof ProblemError ? error.problems.length : -1; }
const problem: Problem = await loadProblem('em-two-gaussians');
const answers: Answers = { answers: { 'log-likelihood': -24.5, assignments: [2, 2, 2, 1, 1], nonsense: 1 }, submittedAt: '2016-08-16T20:00:00Z' };
const report: Report = gradeSubmission(problem, answers, { asOf: '2016-08-16T20:00:00Z' });
const verdicts: readonly Verdict[] = report.questions.map(({ verdict }) => verdict);
const again: Report = createGrader(problem)(answers, { asOf: '2016-08-16T20:00:00Z' });
const run: EmResult = runEm([-1, 0, 4, 5, 6], { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] });
// @ts-expect-error: a problem has no such field
problem.unknownField;
console.log(JSON.stringify({
  read: reading.kind === 'formula' ? reading.leftHandSide : undefined, equal: equal.verdict, different: different.verdict, refused, unknown,
  earned: report.earned, possible: report.possible, verdicts, same: JSON.stringify(report) === JSON.stringify(again),
  warnings: report.warnings, means: run.parameters.means,
}));
`;

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'library-'));
  const home = join(folder, 'node_modules/em-homework-check');
  mkdirSync(join(home, 'dist/problems'), { recursive: true });
  copyFileSync(inRoot('package.json'), join(home, 'package.json'));
  symlinkSync(inRoot('node_modules'), join(home, 'node_modules'));
  const outfile = join(home, 'dist/index.js');
  const bundle = { bundle: true, packages: 'external', platform: 'node', format: 'esm' } as const;
  await build({ ...bundle, entryPoints: [inRoot('src/index.ts')], outfile });
  const types = ['-p', inRoot('src/tsconfig.json'), '--outDir', join(home, 'dist/types')];
  execFileSync(process.execPath, [compiler, ...types]);
  const reading = await loadProblem('em-two-gaussians');
  if (reading.kind !== 'problem') throw new Error('the homework does not load');
  writeFileSync(join(home, 'dist/problems/em-two-gaussians.json'), JSON.stringify(compileProblem(reading.problem)));
  writeFileSync(join(folder, 'consumer.mts'), consumer);
  const options = {
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    skipLibCheck: false,
    exactOptionalPropertyTypes: true,
  };
  const config = { compilerOptions: { ...options, lib: ['es2023', 'dom'], types: [] }, include: ['consumer.mts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the library', () => {
  it('is typed for a strict user, and does what its types say', () => {
    execFileSync(process.execPath, [compiler, '-p', folder], { stdio: 'pipe' });
    const printed = execFileSync(process.execPath, [join(folder, 'consumer.mjs')], { encoding: 'utf8' });
    const found = JSON.parse(printed) as Record<string, unknown>;
    expect(found).toMatchObject({
      read: 'hatmu_k',
      equal: 'equal',
      different: 'different',
      unknown: 1,
      earned: 6,
      possible: 13,
      same: true,
    });
    expect(found['refused']).not.toBe('');
    expect(found['verdicts']).toEqual(expect.arrayContaining(['correct', 'blank']));
    expect(found['warnings']).toEqual([expect.stringContaining('nonsense')]);
    const [first = 0, second = 0] = found['means'] as readonly number[];
    expect(first).toBeCloseTo(5, 6);
    expect(second).toBeCloseTo(-0.5, 6);
  });
  it('declares what it exports, and imports nothing heavy at the top', () => {
    const bundle = readFileSync(join(folder, 'node_modules/em-homework-check/dist/index.js'), 'utf8');
    expect(bundle).not.toMatch(/^import .* from "(?:mathjs|nerdamer|yaml|ajv|yargs|chalk|temml)"/m);
  });
});
