import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { watchFile } from '../../src/commands/watch.js';
import type { Io } from '../../src/commands/io.js';

const folder = mkdtempSync(join(tmpdir(), 'watch-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'answers.json'), '{}');

const silent: Io = {
  write: () => undefined,
  tell: () => undefined,
  style: { width: 80, colour: false, unicode: true, plain: false },
  isScreen: false,
};

/** How often is graded when `saved` is written again after the first grading. */
const gradingsAfterSaving = async (problem: string, saved: string): Promise<number> => {
  let gradings = 0;
  const session = watchFile(
    { positionals: [join(folder, 'answers.json')], options: { problem: join(folder, problem) } },
    silent,
    () => {
      gradings += 1;
      return 0;
    },
  );
  await expect.poll(() => gradings).toBe(1);
  writeFileSync(join(folder, saved), 'again');
  await new Promise((resolve) => setTimeout(resolve, 400));
  process.emit('SIGINT');
  await session;
  return gradings;
};

describe('watching a problem beside the answers', () => {
  mkdirSync(join(folder, 'three'));
  writeFileSync(join(folder, 'three/problem.yaml'), '');
  mkdirSync(join(folder, 'four'));
  writeFileSync(join(folder, 'four/problem.yml'), '');

  it.each([
    ['three', 'three/problem.yaml'],
    ['three/problem.yaml', 'three/problem.yaml'],
    ['four', 'four/problem.yml'],
  ])('grades again when it is saved: %s', async (problem, saved) => {
    expect(await gradingsAfterSaving(problem, saved)).toBe(2);
  });

  it('does not grade again when something beside it is saved', async () => {
    expect(await gradingsAfterSaving('three', 'three/notes.txt')).toBe(1);
  });
});
