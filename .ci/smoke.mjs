// The built package under whichever Node runs this file: the bin grades the samples, the library answers.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const check = (...args) => spawnSync(process.execPath, ['dist/check.cjs', ...args], { encoding: 'utf8' });

const sample = 'submissions/em-two-gaussians/recorded.json';
const graded = check(sample, '--json');
assert.equal(graded.status, 1, graded.stderr);
assert.equal(JSON.parse(graded.stdout).earned, 12);

assert.equal(check('--help').status, 0);
assert.equal(check('preview', '\\frac{\\pi_k N_k}{2}').status, 0);
assert.equal(check('lint', 'em-two-gaussians').status, 0);

const out = join(mkdtempSync(join(tmpdir(), 'check-')), 'reports');
const batch = check('batch', 'submissions/em-two-gaussians', '--out', out);
assert.equal(batch.status, 0, batch.stderr);
assert.match(readFileSync(join(out, 'grades.csv'), 'utf8'), /recorded/);

const library = await import('../dist/index.js');
assert.equal(library.equivalent('sqrt(s^2)', 's', { domains: { s: 'positive' } }).verdict, 'equal');
assert.equal(library.equivalent('sqrt(s^2)', 's').verdict, 'different');

console.log(`node ${process.version}: the bundle grades, batches, lints; the library answers`);
