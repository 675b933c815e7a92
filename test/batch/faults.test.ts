import { chmodSync, chownSync, closeSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { noProgress, runBatch } from '../../src/batch/index.js';
import { buildBundle } from './bundle.js';
import { check as run, system, type Ended, type Start } from './child.js';
import { grade, inFolder, options, reportsIn, sampleClass, sheet, write } from './class.js';

let bundle = '';
beforeAll(async () => {
  bundle = await buildBundle('faults');
}, 120_000);

const check = (args: readonly string[], more: Partial<Start> = {}): Promise<Ended> => run({ bundle, args, ...more });

/** A user who may do nothing special, where tests run as root. */
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
const canMount = ((): boolean => {
  if (!isRoot) return false;
  try {
    const trial = mkdtempSync(join(tmpdir(), 'mount-'));
    system('mount', ['-t', 'tmpfs', 'tmpfs', trial]);
    system('umount', [trial]);
    rmSync(trial, { recursive: true });
    return true;
  } catch {
    return false;
  }
})();

/** A disk of its own, so small that it is soon full. */
const onSmallDisk = async (folder: string, size: string, work: (disk: string) => Promise<void>): Promise<void> => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  system('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
  try {
    await work(disk);
  } finally {
    system('umount', [disk]);
  }
};

describe.skipIf(!canMount)(`a disk${canMount ? '' : ' (skipped: only root can mount one)'}`, () => {
  it('that is full is said so, and the old reports are as they were', () =>
    inFolder((folder) =>
      onSmallDisk(folder, '600k', async (disk) => {
        const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
        const out = join(disk, 'out');
        expect((await check(['batch', input, '--out', out])).code).toBe(0);
        const before = reportsIn(out);
        write(input, sampleClass(80));
        for (const threads of ['0', '2']) {
          const full = await check(['batch', input, '--out', out, '--workers', threads]);
          expect(full.err).toMatch(/could not be written: No space is left on the device/);
          expect(full.code).toBe(4);
          expect(reportsIn(out)).toEqual(before);
        }
        system('mount', ['-o', 'remount,size=20m', disk]);
        expect((await check(['batch', input, '--out', out])).code).toBe(0);
        const { totals } = await grade(input, join(folder, 'fresh'));
        expect(totals.students).toBeGreaterThan(80);
        expect(reportsIn(out)).toEqual(reportsIn(join(folder, 'fresh')));
      }),
    ));

  it('that is read-only is said so, and the old reports are as they were', () =>
    inFolder((folder) =>
      onSmallDisk(folder, '2m', async (disk) => {
        const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
        const out = join(disk, 'out');
        await check(['batch', input, '--out', out]);
        const before = reportsIn(out);
        system('mount', ['-o', 'remount,ro', disk]);
        const ended = await check(['batch', input, '--out', out]);
        expect(ended.err).toMatch(/The disk is read-only/);
        expect(ended.code).toBe(2);
        expect(reportsIn(out)).toEqual(before);
      }),
    ));
});

describe.skipIf(!isRoot)(`a user without rights${isRoot ? '' : ' (skipped: only root can become one)'}`, () => {
  it('gets the files that can be read graded, the others listed, and 3', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), {
        's1.json': sheet('s1'),
        'closed.json': sheet('closed'),
        'locked/s2.json': sheet('s2'),
      });
      chmodSync(folder, 0o755);
      chmodSync(join(input, 'closed.json'), 0);
      chmodSync(join(input, 'locked'), 0);
      const out = join(folder, 'out');
      mkdirSync(out);
      chownSync(out, nobody, nobody);
      const ended = await check(['batch', input, '--out', out], { uid: nobody });
      expect(ended.err).toMatch(
        /2 files could not be graded:\n  closed\.json: You have no right to read it.*\n  locked\/: The folder cannot be read/,
      );
      expect(ended.out).toContain('1 student: 1 submission graded');
      expect(ended.code).toBe(3);
    }));

  it('is told where the reports may not be written', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      chmodSync(folder, 0o755);
      const ended = await check(['batch', input, '--out', join(folder, 'out')], { uid: nobody });
      expect(ended.err).toMatch(/You have no right to write there/);
      expect(ended.code).toBe(2);
      expect(readdirSync(folder)).toEqual(['in']);
    }));
});

describe('standard output', () => {
  it('that is full is said so; the reports are written', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      const full = openSync('/dev/full', 'w');
      const ended = await check(['batch', input, '--out', join(folder, 'out')], { stdout: full });
      closeSync(full);
      expect(ended.err).toMatch(/could not be written: no space/);
      expect(ended.code).toBe(4);
      expect(Object.keys(reportsIn(join(folder, 'out')))).toContain('grades.csv');
    }));

  it('that nobody reads is no fault', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      const ended = await check(['batch', input, '--out', join(folder, 'out')], { deaf: true });
      expect([ended.code, ended.err]).toEqual([0, '']);
    }));
});

describe('a file that vanishes', () => {
  it('between being found and being read is listed as a fault, and the rest is graded', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1'), 's2.json': sheet('s2') });
      const outcome = await runBatch(options(input, join(folder, 'out')), noProgress, () => {
        rmSync(join(input, 's2.json'), { force: true });
        return false;
      });
      expect(outcome).toMatchObject({
        kind: 'done',
        graded: 1,
        skipped: [{ file: 's2.json', kind: 'unreadable', fault: true }],
      });
    }));
});
