import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../src/commands/command.js';
import { initCommand } from '../../src/commands/init.js';
import { lintCommand } from '../../src/commands/lint.js';
import type { Io } from '../../src/commands/io.js';
import { broken } from '../problem/base.js';

let folder = '';
const before = process.cwd();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'authors-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

const run = async (
  command: Command,
  positionals: readonly string[],
  options: { readonly [name: string]: string | boolean } = {},
) => {
  let [out, err] = ['', ''];
  const io: Io = {
    write: (text) => void (out += text),
    tell: (text) => void (err += text),
    style: { width: 80, colour: false, unicode: true, plain: false },
    isScreen: false,
  };
  const code = await command.run({ positionals, options }, io);
  return { code, out, err };
};

describe('check init', () => {
  it('writes a problem that lint finds sound', async () => {
    expect(await run(initCommand, ['problem', 'my-homework'])).toMatchObject({
      code: 0,
      out: 'my-homework/problem.yaml\n',
    });
    const { code, out } = await run(lintCommand, ['./my-homework']);
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^my-homework is sound/),
    });
  });

  it('takes an id alone for a new problem, and never writes over one', async () => {
    expect((await run(initCommand, ['another-homework'])).code).toBe(0);
    writeFileSync('another-homework/problem.yaml', 'mine');
    expect(await run(initCommand, ['another-homework'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is there already/),
    });
    expect(readFileSync('another-homework/problem.yaml', 'utf8')).toBe('mine');
  });

  it('advises to lint what it wrote, also where a problem of that id ships', async () => {
    const { err } = await run(initCommand, ['problem', 'two-coins']);
    const advised = /check lint (.*)\n/.exec(err)?.[1] ?? '';
    expect(advised).toBe('./two-coins');
    expect(readFileSync('two-coins/problem.yaml', 'utf8')).toContain('try it out: check lint ./two-coins\n');
    writeFileSync('two-coins/problem.yaml', 'id: mine\n');
    expect((await run(lintCommand, [advised], { json: true })).out).toContain('"two-coins/problem.yaml"');
  });

  it('refuses ids that would lead elsewhere', async () => {
    for (const id of ['../up', '/tmp/x', 'Up', '', 'a b', 'a'.repeat(100)]) {
      expect((await run(initCommand, ['problem', id])).code).toBe(2);
    }
  });

  it('prints an answers file to stdout, and what is given to stderr', async () => {
    const { code, out, err } = await run(initCommand, ['answers', 'em-two-gaussians']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      problem: 'em-two-gaussians',
      answers: { assignments: ['', '', '', '', ''] },
    });
    expect(err).toContain('The samples are -1, 0, 4, 5, 6');
  });

  it('prints the numbers of a student, and asks whose they shall be', async () => {
    const mine = await run(initCommand, ['answers', 'em-your-own-numbers'], { student: 's17' });
    expect(mine.err).toContain('Your samples are -5, 0, 2, 6, 8, 9.');
    expect(JSON.parse(mine.out)).toMatchObject({ student: 's17' });
    expect(await run(initCommand, ['answers', 'em-your-own-numbers'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/--student/),
    });
  });

  it('asks “did you mean” for a problem that is not there', async () => {
    expect(await run(initCommand, ['answers', 'two-coinz'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/Did you mean “two-coins”\?/),
    });
    expect((await run(initCommand, ['answers'])).code).toBe(2);
  });
});

const lint = (text: string, options = {}) => {
  writeFileSync('problem.yaml', text);
  return run(lintCommand, ['./problem.yaml'], options);
};

/** The base with its answers stated, so that no mistakes have to be tried out on its numbers. */
const stated = (...edits: readonly (readonly [from: string, to: string])[]): string =>
  broken(
    ['from: log-likelihood, at: start', 'answer: -24.5'],
    ['{ component-with: largest, of: variance, at: converged }', '1'],
    ...edits,
  );

describe('check lint', () => {
  it('prints every error with its place and the mend, and ends with 3', async () => {
    expect(await lint(broken(['points: 2', 'points: two'], ['prompt: Which weight?', 'promt: Which weight?']))).toEqual(
      {
        code: 3,
        out: '',
        err: [
          './problem.yaml:18:5: “prompt” is missing in mixing-weight.',
          '  Add a line prompt: …',
          './problem.yaml:19:5: Unknown field “promt”.',
          '  Did you mean “prompt”?',
          './problem.yaml:20:13: “points” is the text “two”.',
          '  Write a number.',
          '',
        ].join('\n'),
      },
    );
  });

  it('ends with 1 where something should be mended', async () => {
    const { code, out } = await lint(stated(['    form: {', '    states: means\n    form: {']));
    expect(code).toBe(1);
    expect(out.replaceAll(/\s+/g, ' ')).toMatch(
      /problem.yaml:21:14: error: The formula is not means of component 1: with .*\[not-the-solver\]/,
    );
    expect(out.trim().split('\n').at(-1)).toMatch(/^two-coins is not fit to be used: 1 error/);
  });

  it('prints JSON when asked', async () => {
    const { code, out } = await lint(stated(), { json: true });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      id: 'two-coins',
      findings: expect.arrayContaining([expect.objectContaining({ level: 'note', line: expect.any(Number) })]),
    });
    const refused = await lint('', { json: true });
    expect(JSON.parse(refused.out)).toMatchObject({ findings: [{ level: 'error', line: 1 }] });
  });

  it('shows nothing a terminal would obey', async () => {
    const { err } = await lint(broken(['title: Two Gaussians', 'title: x\n"\u001b[31mred": 1']));
    expect(err).toMatch(/Unknown field/);
    expect(err).not.toContain('\u001b');
  });
});
