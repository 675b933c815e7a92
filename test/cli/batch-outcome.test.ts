import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, shell } from './run-check.js';

const folder = mkdtempSync(join(tmpdir(), 'check-cli-'));
const answers = '{ "problem": "em-two-gaussians", "student": "s1", "answers": { "log-likelihood": -24.5 } }\n';
const inputs = join(folder, 'in');
mkdirSync(inputs);
writeFileSync(join(inputs, 's1.json'), answers);
const out = join(folder, 'out');
const batch = `$CHECK batch`;

describe('a batch that cannot be graded', () => {
  it.each([
    ['an empty standard input', `${batch} - --out ${out} < /dev/null`, /Standard input is empty/],
    ['a closed standard input', `${batch} - --out ${out} <&-`, /Standard input is (?:empty|closed)/],
    ['a folder for standard input', `${batch} - --out ${out} < ${folder}`, /Standard input is a folder/],
    [
      'lines that are no answers',
      `echo oops | ${batch} - --out ${out}`,
      /stdin\.ndjson:1: .*\nNothing could be graded\./,
    ],
  ])('(%s) ends with 3 and leaves the reports as they were', (_, line, message) => {
    const first = check(['batch', '-', '--out', out, '--quiet'], { input: answers });
    expect(first).toEqual({ code: 0, out: '', err: '' });
    const before = readFileSync(join(out, 'grades.csv'), 'utf8');
    const { code, out: written, err } = shell(line);
    expect({ code, written }).toEqual({ code: 3, written: '' });
    expect(err).toMatch(message);
    expect(readFileSync(join(out, 'grades.csv'), 'utf8')).toBe(before);
  });

  it('in part is graded, and what is left is said, with 1 where that is asked for', () => {
    writeFileSync(join(inputs, 'broken.json'), '{');
    const args = ['batch', inputs, '--out', join(folder, 'some')];
    const { code, out: written, err } = check(args);
    expect(code).toBe(0);
    expect(written).toContain('1 student: 1 submission graded.');
    expect(err).toContain('1 file could not be graded:\n  broken.json: ');
    expect(check([...args, '--fail-on', 'undecided']).code).toBe(1);
  });
});

describe('standard input of a single file', () => {
  it('that is a folder is said to be one', () => {
    expect(shell(`$CHECK - < ${folder}`)).toMatchObject({ code: 3, err: expect.stringContaining('is a folder') });
  });
});

describe('a name that is empty, as of a variable that is not set,', () => {
  it.each([[['']], [['batch', '', '--out', out]]])('%j is a slip of the command line', (args) => {
    expect(check(args)).toMatchObject({ code: 2, err: expect.stringMatching(/name of the .* is empty/) });
  });
});
