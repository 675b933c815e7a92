import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, sample } from './run-check.js';

const folder = mkdtempSync(join(tmpdir(), 'check-cli-'));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const cases: readonly (readonly [code: number, why: string, args: readonly string[]])[] = [
  [0, 'everything right', [sample('latex')]],
  [0, 'help', ['--help']],
  [0, 'the version', ['--version']],
  [1, 'a mistake', [sample('recorded')]],
  [1, 'graded questions left blank', [sample('blank')]],
  [2, 'an unknown option', ['--jsn', sample('latex')]],
  [2, 'an option without its value', [sample('latex'), '--problem']],
  [2, 'nothing to grade', []],
  [2, 'two files', [sample('latex'), sample('blank')]],
  [2, 'a date that is none', [sample('latex'), '--as-of', 'tomorrow']],
  [3, 'broken JSON', [sample('broken')]],
  [3, 'a missing file', ['nosuch.json']],
  [3, 'a folder', [folder]],
  [3, 'a device', ['/dev/zero']],
  [3, 'an empty file', [file('empty.json', '')]],
  [3, 'bytes that are no text', [file('bytes.json', Uint8Array.of(0xff, 0x80, 0x00))]],
  [3, 'an unknown question', [file('question.json', '{ "answers": { "log-likelyhood": 1 } }')]],
  [3, 'an unknown problem', [file('problem.json', '{ "problem": "em-two-gausians", "answers": {} }')]],
];

describe('the exit code', () => {
  it.each(cases)('is %i for %s', (code, _, args) => {
    const outcome = check(args);
    expect(outcome.code).toBe(code);
    expect(`${outcome.out}${outcome.err}`).not.toMatch(/^ {4}at /m);
  });
});

describe('a file that cannot be graded', () => {
  it('is explained on stderr with its place and the mend, and prints nothing on stdout', () => {
    const { out, err } = check([sample('broken')]);
    expect(out).toBe('');
    expect(err).toMatch(/broken\.json:5:27: /);
    expect(err).toMatch(/write a point/);
  });

  it('is data where data is asked for', () => {
    const { code, out } = check([sample('broken'), '--json']);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ problems: [{ line: 5, column: 27 }] });
  });

  it('names the question nearest to one that does not exist', () => {
    expect(check(['question.json'], { cwd: folder }).err).toMatch(
      /^question\.json:1:\d+: [^]*Did you mean “log-likelihood”/,
    );
  });
});

describe('standard input', () => {
  it('is graded like a file', () => {
    const { code, out } = check(['-', '--json'], { input: '{ "answers": { "log-likelihood": -24.5 } }' });
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ earned: 1, possible: 13 });
  });

  it('says which problem it was taken for where it does not say so itself', () => {
    const { out } = check(['-'], { input: '{ "answers": { "log-likelihood": -24.5, "assignments": [2,2,2,1,1] } }' });
    expect(out.replaceAll(/\s+/g, ' ')).toContain('it was taken for em-two-gaussians');
  });
});
