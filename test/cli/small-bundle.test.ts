import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check, sample } from './run-check.js';

const folder = mkdtempSync(join(tmpdir(), 'small-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, answers: object, more: object = {}): string => {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ problem: 'em-two-gaussians', ...more, answers }));
  return path;
};

/** Answers for which the small bundle needs more than it holds, each for another reason. */
const files: readonly (readonly [why: string, path: string])[] = [
  ...['recorded', 'forum', 'half-wrong', 'unicode', 'latex', 'blank'].map((name) => [name, sample(name)] as const),
  ['a number to work out', file('worked-out', { 'log-likelihood': '-49/2', assignments: '2,2,2,1,1' })],
  [
    'equal by the identities',
    file('identities', { 'mixing-weight': '(gamma_k1+gamma_k2)/(gamma_11+gamma_12+gamma_21+gamma_22)' }),
  ],
  [
    'equal by what another question defines',
    file('defined', { variance: '(gamma_k1*x_1^2+gamma_k2*x_2^2)/(gamma_k1+gamma_k2)-hatmu_k^2' }),
  ],
  ['equal for each value of the index', file('index', { responsibility: '1/(1+((1-pi_k)/pi_k)*((N_1+N_2-N_k)/N_k))' })],
  ['a symbol of another question', file('foreign', { mean: '(gamma_1k*x_1+gamma_2k*x_2)/(gamma_1k+gamma_2k)' })],
  ['a symbol nobody knows', file('unknown', { mean: 'gama_k1*x_1' })],
  ['roots and logarithms', file('roots', { variance: 'sqrt(exp(ln(gamma_k1))^2*(x_1-hatmu_k)^4)' })],
  ['undecided', file('undecided', { mean: 'x_1^(x_2^(x_1^x_2))*0+9^9^9^9' })],
  [
    'a wrong run, told at last',
    file(
      'told',
      { 'converged-means': [5.03812884, 0.69307411], 'converged-variances': [0.6199125, 5.32681503] },
      { attempt: 3 },
    ),
  ],
  [
    'a run stopped early',
    file('stopped', { 'converged-means': [5.13, 1.47], 'first-step-means': [5.13, 1.47] }, { attempt: 3 }),
  ],
  ['another problem', file('other', { heads: 1 }, { problem: 'two-coins' })],
];

describe('the small bundle says what the whole program says', () => {
  it.each(files)('of %s', (_, path) => {
    const [small, whole] = [check([path]), check(['--no-color', path])];
    expect(small).toEqual(whole);
    expect(small.out + small.err).not.toContain('something went wrong');
    expect(check([path, '--json'])).toEqual(check(['--json', path]));
  });
});
