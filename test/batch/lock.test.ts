import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { isGone, self, type Holder } from '../../src/batch/lock-holder.js';
import { takeLock } from '../../src/batch/lock.js';
import { inFolder } from './class.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = join(root, 'node_modules', '.cache', 'lock', 'hold.mjs');

/** A process that takes the lock of a folder, says how that went, and waits. */
beforeAll(async () => {
  mkdirSync(join(root, 'node_modules', '.cache', 'lock'), { recursive: true });
  await build({
    stdin: {
      contents: `import { takeLock } from './src/batch/lock.js';
        const lock = takeLock(process.argv[2]);
        process.stdout.write(lock.kind + '\\n');
        setInterval(() => lock, 1000);`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
}, 60_000);

type Holding = { readonly said: string; readonly pid: number; readonly kill: () => Promise<void> };

const hold = async (folder: string, wrapper?: readonly [string, ...string[]]): Promise<Holding> => {
  const [program, ...words] = wrapper ?? [process.execPath];
  const own = wrapper === undefined ? [] : [process.execPath];
  const child = spawn(program, [...words, ...own, script, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  const said = await new Promise<string>((resolve) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    void ended.then(() => resolve('ended'));
  });
  return {
    said,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
};

const works = (program: string, ...words: readonly string[]): boolean => spawnSync(program, words).status === 0;
const hasFlock = works('flock', '--version');
/** Whether another machine name, and numbers for processes of its own, can be had: what a container is. */
const canContain = process.getuid?.() === 0 && works('unshare', '--uts', '--pid', '--fork', '--mount-proc', 'true');
const contained = ['unshare', '--uts', '--pid', '--fork', '--mount-proc', '--kill-child', 'sh', '-c'] as const;

const lockIn = (folder: string): string => join(folder, 'lock');
const tryLock = (folder: string): string => {
  const lock = takeLock(folder);
  if (lock.kind === 'held') lock.release();
  return lock.kind;
};

describe('a lock', () => {
  it('is held by one at a time, in one process and in several', () =>
    inFolder(async (folder) => {
      const lock = takeLock(folder);
      expect(lock.kind).toBe('held');
      expect(takeLock(folder)).toMatchObject({
        kind: 'busy',
        message: expect.stringContaining(`process ${process.pid} on ${hostname()}`) as unknown,
        fix: expect.stringContaining(`delete ${lockIn(folder)}`) as unknown,
      });
      const other = await hold(folder);
      expect(other.said).toBe('busy');
      await other.kill();
      if (lock.kind === 'held') lock.release();
      expect(existsSync(lockIn(folder))).toBe(false);
      expect(tryLock(folder)).toBe('held');
    }));

  it('of a run that was killed is taken over, of a living one never', () =>
    inFolder(async (folder) => {
      const other = await hold(folder);
      expect(other.said).toBe('held');
      expect(tryLock(folder)).toBe('busy');
      await other.kill();
      expect(existsSync(lockIn(folder))).toBe(true);
      expect(tryLock(folder)).toBe('held');
    }));

  it.skipIf(process.platform !== 'linux')('of a process that is dead but still listed (a zombie) is taken over', () =>
    inFolder(async (folder) => {
      // A shell that starts it, and then never asks how it ended.
      const parent = spawn('sh', ['-c', `"${process.execPath}" "${script}" "${folder}" & exec sleep 60`], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      try {
        await new Promise((resolve) => void parent.stdout.once('data', resolve));
        const { pid } = JSON.parse(readFileSync(lockIn(folder), 'utf8')) as Holder;
        expect(tryLock(folder)).toBe('busy');
        process.kill(pid, 'SIGKILL');
        while (!/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) await delay(5);
        const holder = JSON.parse(readFileSync(lockIn(folder), 'utf8')) as Holder;
        // Also where the system cannot be asked for a lock.
        expect(isGone({ ...holder, bySystem: false }, false)).toBe(true);
        expect(tryLock(folder)).toBe('held');
      } finally {
        parent.kill('SIGKILL');
      }
    }),
  );

  it.skipIf(!hasFlock || !canContain)(
    `of a run in another container is respected while it lives, and taken over when it is dead${canContain ? '' : ' (skipped: only root can make one)'}`,
    () =>
      inFolder(async (folder) => {
        const other = await hold(folder, [...contained, 'hostname other; exec "$0" "$@"']);
        expect(other.said).toBe('held');
        const { host, pid } = JSON.parse(readFileSync(lockIn(folder), 'utf8')) as Holder;
        expect([host, pid < 10]).toEqual(['other', true]);
        expect(tryLock(folder)).toBe('busy');
        await other.kill();
        await delay(50);
        expect(tryLock(folder)).toBe('held');
      }),
  );

  it('is respected where its file cannot be understood but the system says that it is held', () =>
    inFolder(async (folder) => {
      const other = await hold(folder);
      writeFileSync(lockIn(folder), '');
      expect(tryLock(folder)).toBe(hasFlock ? 'busy' : 'held');
      await other.kill();
      expect(tryLock(folder)).toBe('held');
    }));
});

const here = self(false);
const dead = 4_194_304;
describe('whether the holder of a lock is gone', () => {
  it.each<readonly [string, Partial<Holder>, boolean, boolean]>([
    ['this very process', {}, false, false],
    ['a process that is not there', { pid: dead }, false, true],
    ['a number that came around again', { started: 'another time' }, false, true],
    ['a machine that we know nothing of', { host: 'elsewhere', boot: '', pid: dead }, true, false],
    ['another machine', { host: 'elsewhere', boot: 'b', machine: 'm', pid: dead }, true, false],
    ['another machine of the same name', { boot: 'b', machine: 'm', pid: dead }, true, false],
    ['a container that lives', { host: 'elsewhere', space: 'pid:[1]', bySystem: true, pid: dead }, false, false],
    ['a container that is gone', { host: 'elsewhere', space: 'pid:[1]', bySystem: true }, true, true],
    ['a container that has no locks of the system', { space: 'pid:[1]', pid: dead }, true, false],
  ])('%s', (_, more, isFree, gone) => expect(isGone({ ...here, ...more }, isFree)).toBe(gone));

  it.skipIf(here.boot === '' || here.machine === '')('this machine, before it was booted again', () =>
    expect(isGone({ ...here, boot: 'before' }, false)).toBe(true),
  );
});
