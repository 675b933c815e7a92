import { system } from './child.js';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { walk } from '../../src/batch/walk.js';
import { grade, inFolder, sheet, write } from './class.js';

describe('a folder of submissions', () => {
  it('is searched for answers files and class files, in codepoint order', () =>
    inFolder((folder) => {
      write(folder, {
        'b.json': '',
        'a/z.json': '',
        'a/é.json': '',
        'B.JSON': '',
        'a/𝛼.ndjson': '',
        'a/\uff41.json': '',
        'c.jsonl': '',
      });
      expect(walk(folder).files).toEqual([
        'B.JSON',
        'a/z.json',
        'a/é.json',
        'a/\uff41.json',
        'a/𝛼.ndjson',
        'b.json',
        'c.jsonl',
      ]);
    }));

  it.each([
    ['.DS_Store', 'Kept by the system'],
    ['.hidden.json', 'Hidden'],
    ['s1.json~', 'backup'],
    ['s1.json.bak', 'backup'],
    ['#s1.json#', 'backup'],
    ['notes.txt', 'Not a .json'],
    ['__MACOSX/s1.json', 'Kept by the system'],
    ['folder.json/x', 'A folder'],
  ])('%s is listed as ignored', (path, reason) =>
    inFolder((folder) => {
      write(folder, { [path]: '{}' });
      const { files, skipped } = walk(folder);
      expect(files).toEqual([]);
      expect(skipped).toEqual([
        { file: path.split('/')[0], kind: 'ignored', reason: expect.stringContaining(reason) as string },
      ]);
    }),
  );

  it('never reads a link, a pipe, a socket or a device, and grades the rest', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      write(folder, { 'secret.json': sheet('outside') });
      symlinkSync(join(folder, 'secret.json'), join(input, 'outside.json'));
      symlinkSync('/dev/zero', join(input, 'zero.json'));
      symlinkSync(input, join(input, 'loop'));
      symlinkSync('nowhere', join(input, 'dangling.json'));
      system('mkfifo', [join(input, 'pipe.json')]);
      const server = createServer().listen(join(input, 'socket.json'));
      await new Promise((resolve) => void server.once('listening', resolve));
      const done = await grade(input, join(folder, 'out'));
      server.close();
      expect(done.totals.students).toBe(1);
      expect(done.skipped.map(({ file, kind }) => `${file} ${kind}`)).toEqual(
        ['dangling.json', 'loop', 'outside.json', 'pipe.json', 'socket.json', 'zero.json'].map(
          (file) => `${file} ignored`,
        ),
      );
    }));

  it('may hold names with line ends, escapes and leading dashes', () =>
    inFolder(async (folder) => {
      const names = ['two\nlines.json', '\u001b[31mred.json', '-rf.json', '$(id).json', '%00.json'];
      const input = write(join(folder, 'in'), Object.fromEntries(names.map((name) => [name, sheet(undefined)])));
      const done = await grade(input, join(folder, 'out'));
      expect(done.totals.students).toBe(names.length);
      expect(done.skipped).toEqual([]);
    }));

  it('may hold names that are not UTF-8: they are listed', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      writeFileSync(Buffer.concat([Buffer.from(`${input}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.json')]), '{}');
      const done = await grade(input, join(folder, 'out'));
      expect(done.totals.students).toBe(1);
      expect(done.skipped).toEqual([
        expect.objectContaining({ kind: 'unreadable', reason: expect.stringContaining('not valid UTF-8') as string }),
      ]);
    }));

  const isRoot = process.getuid?.() === 0;

  it.skipIf(isRoot)(
    'may hold files and folders that cannot be read: they are listed as faults (skipped for root, who may read everything)',
    () =>
      inFolder(async (folder) => {
        const input = write(join(folder, 'in'), { 's1.json': sheet('s1'), 'closed.json': '{}' });
        mkdirSync(join(input, 'locked'));
        chmodSync(join(input, 'closed.json'), 0);
        chmodSync(join(input, 'locked'), 0);
        const done = await grade(input, join(folder, 'out'));
        chmodSync(join(input, 'locked'), 0o700);
        expect(done.skipped.map(({ file, fault }) => [file, fault])).toEqual([
          ['closed.json', true],
          ['locked/', true],
        ]);
      }),
  );

  it('may hold a file that is too large', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        's1.json': sheet('s1'),
        'huge.json': ' '.repeat(2 * 1024 * 1024),
        'huge.ndjson': `${' '.repeat(2 * 1024 * 1024)}x\n${JSON.stringify(sheet('s2'))}`,
      });
      const done = await grade(input, join(folder, 'out'));
      expect(done.totals.students).toBe(2);
      expect(done.skipped.map(({ file, fault }) => [file, fault])).toEqual([
        ['huge.json', false],
        ['huge.ndjson:1', false],
      ]);
    }));
});
