import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { createPool } from '../../src/batch/pool.js';
import type { Entry, Task } from '../../src/batch/task.js';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A thread that does what the name of an item says: hang, die, throw, eat memory, or hand it back. */
const script = join(folder, 'thread.mjs');
writeFileSync(
  script,
  `import { parentPort, workerData } from 'node:worker_threads';
const shared = new Int32Array(workerData.progress);
parentPort.on('message', ({ id, task }) => {
  Atomics.store(shared, 0, -1);
  const entries = task.items.map(({ path }, index) => {
    Atomics.store(shared, 0, index);
    Atomics.add(shared, 1, 1);
    if (path.startsWith('hang')) for (;;);
    if (path.startsWith('die')) process.exit(1);
    if (path.startsWith('throw')) throw new Error('out of the thread');
    if (path.startsWith('eat')) { const all = []; for (;;) all.push(new Array(1e6).fill(index)); }
    return { student: path };
  });
  parentPort.postMessage({ kind: 'done', id, result: { entries, records: new Uint8Array(), skipped: [], notes: [] } });
});`,
);
const broken = join(folder, 'broken.mjs');
writeFileSync(broken, 'throw new Error("cannot start");');

const runWith = async (names: readonly string[], threads: number, file = script) => {
  const blamed: string[] = [];
  const done: string[] = [];
  const pool = createPool({
    threads,
    patience: 400,
    start: (progress) => new Worker(file, { workerData: { progress }, resourceLimits: { maxOldGenerationSizeMb: 64 } }),
    blame: (task, why) =>
      void blamed.push(`${(task.items as readonly { path: string }[]).map(({ path }) => path).join()} ${why}`),
  });
  const tasks = Array.from({ length: Math.ceil(names.length / 4) }, (_, i): Task => ({
    kind: 'grade',
    items: names.slice(i * 4, i * 4 + 4).map((path) => ({ path })),
  }));
  try {
    await pool.run(
      tasks,
      ({ entries }) => void done.push(...entries.map(({ student }: Pick<Entry, 'student'>) => student)),
      () => false,
    );
    await pool.run(
      [{ kind: 'grade', items: [{ path: 'again' }] }],
      ({ entries }) => void done.push(...entries.map(({ student }) => student)),
      () => false,
    );
  } finally {
    await pool.close();
  }
  return { blamed, done: done.sort() };
};

const names = Array.from({ length: 30 }, (_, i) => `ok${String(i).padStart(2, '0')}`);

describe('threads', () => {
  it.each([1, 3])('do everything, once, with %i of them', async (threads) => {
    expect(await runWith(names, threads)).toEqual({ blamed: [], done: ['again', ...names] });
  });

  it.each([
    ['hangs', 'hang', 'hung'],
    ['ends', 'die', 'died'],
    ['throws', 'throw', 'died'],
    ['runs out of memory', 'eat', 'died'],
  ])('that one %s are replaced, the item is named, and the rest is done', async (_, item, why) => {
    const { blamed, done } = await runWith([...names.slice(0, 9), item, ...names.slice(9)], 2);
    expect(blamed).toEqual([`${item} ${why}`]);
    expect(done).toEqual(['again', ...names]);
  });

  it('that cannot start at all are a fault of ours', async () => {
    await expect(runWith(names, 2, broken)).rejects.toThrow('cannot start');
  });
});
