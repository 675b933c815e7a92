import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileProblem, restoreProblem } from '../../src/problem/index.js';
import { findProblemFile, loadProblem, shippedProblems } from '../../src/problem/load.js';
import { base, broken } from './base.js';

let folder = '';
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'problems-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const messageOf = async (idOrPath: string): Promise<string> => {
  const loaded = await loadProblem(idOrPath);
  return loaded.kind === 'problem'
    ? 'a problem'
    : loaded.problems.map(({ message, fix }) => `${message} ${fix}`).join('\n');
};

const withData = (name: string): string => broken(['data: [-1, 0, 4, 5, 6]', `data: { file: ${name} }`]);
/** What is said of a problem whose data file holds this. */
const placed = async (data: string) => {
  write('data/bad.txt', data);
  const text = withData('bad.txt').replace(
    'questions:',
    'variants: { data: { low: 1, high: 9, step: 1 }, start: {} }\nquestions:',
  );
  const reading = await loadProblem(write('data/bad.yaml', text));
  return reading.kind === 'invalid' && reading.problems;
};

describe('loading a problem', () => {
  it.each(shippedProblems())('finds the shipped problem %s by its id, sound and without warnings', async (id) => {
    expect(await loadProblem(id)).toMatchObject({ kind: 'problem', warnings: [], problem: { id } });
  });

  it('asks “did you mean” for an id that is not there', async () => {
    expect(await messageOf('em-two-gausians')).toMatch(/Did you mean “em-two-gaussians”\?/);
    expect(await messageOf('quantum')).toMatch(/Known: em-three-gaussians/);
  });

  it('reads a problem file and a folder with one', async () => {
    const file = write('mine/problem.yaml', base);
    expect(await loadProblem(file)).toMatchObject({ kind: 'problem' });
    expect(await loadProblem(join(folder, 'mine'))).toMatchObject({ kind: 'problem' });
    expect(findProblemFile(join(folder, 'mine'))).toMatchObject({ kind: 'file', file, text: base });
  });

  it('says what is missing where a path leads nowhere', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await messageOf(join(folder, 'empty'))).toMatch(/holds no problem.yaml/);
    expect(await messageOf(join(folder, 'none', 'problem.yaml'))).toMatch(/does not exist/);
    expect(await messageOf('/dev/null')).toMatch(/not a regular file/);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const path = join(folder, 'latin1.yaml');
    writeFileSync(path, Buffer.from('title: é', 'latin1'));
    expect(await messageOf(path)).toMatch(/not UTF-8/);
  });

  it('reads data from a file beside the problem, and from nowhere else', async () => {
    write('data/points.txt', '# five points\n-1\n0\n4\n5\n6\n');
    write('outside.txt', '1\n2\n3\n');
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'data', 'link.txt'));
    const good = await loadProblem(write('data/good.yaml', withData('points.txt')));
    expect(good.kind === 'problem' && good.problem.model.data).toEqual([-1, 0, 4, 5, 6]);
    expect(await messageOf(write('data/link.yaml', withData('link.txt')))).toMatch(/leads out of the folder/);
    expect(await messageOf(write('data/up.yaml', withData('../outside.txt')))).toMatch(
      /leads out of the problem's folder/,
    );
    expect(await messageOf(write('data/gone.yaml', withData('gone.txt')))).toMatch(/does not exist/);
  });

  it('says what is wrong with data where they stand, and nothing that only follows', async () => {
    const file = join(folder, 'data/bad.txt');
    expect(await placed('1\n 3 two\n')).toEqual([
      { code: 'data-file', file, line: 2, column: 4, message: '“two” is no number.', fix: expect.anything() },
    ]);
    expect(await placed('# five points\n1\n2\n 0.5, 1\n3\n')).toEqual([
      {
        code: 'not-a-number',
        file,
        line: 4,
        column: 2,
        message: '[0.5,1] is not one number.',
        fix: 'Give a single number here, with a decimal point if it needs one.',
      },
    ]);
  });
});

describe('a compiled problem', () => {
  it('is the problem itself', async () => {
    const loaded = await loadProblem('em-two-gaussians');
    if (loaded.kind === 'invalid') throw new Error('not sound');
    const text = JSON.stringify(compileProblem(loaded.problem));
    expect(restoreProblem(text, 'x.json')).toEqual(loaded.problem);
  });

  it('of another version is our fault, and said to be', () => {
    expect(() => restoreProblem('{"format":0}', 'x.json')).toThrow(/x.json was compiled by another version/);
  });
});
