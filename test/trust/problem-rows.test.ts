import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { check, shell } from '../cli/run-check.js';
import { base, broken } from '../problem/base.js';

const folder = mkdtempSync(join(tmpdir(), 'problems-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);
const answers = at('a.json');
writeFileSync(answers, '{"answers":{"log-likelihood":-24.5}}');
const write = (text: string | Uint8Array): string => {
  const file = at('problem.yaml');
  writeFileSync(file, text);
  return file;
};
const dataFile = (name: string): string => broken(['data: [-1, 0, 4, 5, 6]', `data: { file: ${name} }`]);

/** What stands where each row of faults leads: line, column and words. */
const rows: readonly (readonly [fault: string, text: string | Uint8Array, told: RegExp])[] = [
  ['no YAML', broken(['questions:', 'questions: [']), /:\d+:\d+: /],
  ['UTF-16', Buffer.from(base, 'utf16le'), /UTF-16.* Save the file as UTF-8/],
  ['what the schema does not know', broken(['points: 1', 'point: 1']), /:16:5: .*Did you mean “points”/],
  [
    'an unknown quantity',
    broken(['from: log-likelihood', 'from: loglikelihood']),
    /:17:21: .*Did you mean “log-likelihood”/,
  ],
  [
    'a reference without a value',
    broken(['(gamma_k1 + gamma_k2) / 2', 'ln(-1 - gamma_k1) + gamma_k2']),
    /:\d+:\d+: .*value/,
  ],
  ['a reference that is NaN', broken(['{ from: log-likelihood, at: start, decimals: 1 }', '.nan']), /:17:/],
  ['a negative tolerance', broken(['decimals: 1', 'tolerance: -0.1']), /:17:\d+: .*0 up/],
  ['no points', broken(['points: 1', 'points: 0'], ['points: 2', 'points: 0']), /No question earns points/],
  ['a variance of zero', broken(['variances: [1, 4]', 'variances: [1, 0]']), /:8:20: .*above zero/],
  ['weights that do not sum to one', broken(['weights: [0.5, 0.5]', 'weights: [0.5, 0.6]']), /:6:14: .*not to 1/],
  ['more components than points', broken(['[-1, 0, 4, 5, 6]', '[-1]']), /more|fewer/],
  ['the same id twice', broken(['id: larger', 'id: mixing-weight']), /Give each its own id/],
  ['data from above its folder', dataFile('../../etc/passwd'), /leads out of the problem's folder/],
  ['data from an absolute path', dataFile('/etc/passwd'), /leads out of the problem's folder/],
  ['data through a link', dataFile('link.txt'), /leads out of the folder of the problem/],
  ['data from a device', dataFile('zero.txt'), /leads out of the folder|not a regular file/],
  [
    'an answer on the line',
    broken(['title: Two Gaussians', 'title: "\u001b[31mTwo"'], ['points: 2', 'points: two']),
    /:20:13: /,
  ],
];
symlinkSync('/etc/passwd', at('link.txt'));
symlinkSync('/dev/zero', at('zero.txt'));

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('a problem file with', () => {
  it.each(rows)('%s is refused before anything is graded', (_, text, told) => {
    const { code, out, err } = check([answers, '--problem', write(text)]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(flat(err)).toMatch(told);
    expect(err).not.toMatch(/ {4}at |\p{Cf}/u);
    expect(err).not.toContain('\u001b');
  });

  it('several faults is told all of them at once', () => {
    const text = broken(
      ['points: 2', 'points: two'],
      ['title: Two Gaussians\n', ''],
      ['attempts: 3', 'attempts: many'],
    );
    const { err } = check([answers, '--problem', write(text)]);
    expect(err.match(/problem\.yaml:\d+:\d+/g)).toHaveLength(3);
  });

  it('faults is refused for a class, too: nothing is written', () => {
    mkdirSync(at('class'));
    writeFileSync(at('class/s1.json'), '{"answers":{"log-likelihood":-24.5}}');
    const file = write(broken(['variances: [1, 4]', 'variances: [1, 0]']));
    const { code, err } = check(['batch', at('class'), '--out', at('out'), '--problem', file]);
    expect(code).toBe(3);
    expect(flat(err)).toMatch(/:8:20: .*above zero/);
    expect(existsSync(at('out')) ? readdirSync(at('out')) : []).toEqual([]);
  });

  it('no writer at its other end does not make anyone wait', () => {
    const { code, err } = shell(
      `mkfifo ${folder}/pipe.yaml; timeout 5 $CHECK ${answers} --problem ${folder}/pipe.yaml`,
    );
    expect(code).toBe(3);
    expect(flat(err)).toMatch(/not a regular file\. Give a problem file/);
  });
});
