import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { createPool } from '../../src/batch/pool.js';
import type { SheetItem, Task, TaskResult } from '../../src/batch/task.js';

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
  const places = task.items.map(({ key }, index) => {
    Atomics.store(shared, 0, index);
    Atomics.add(shared, 1, 1);
    if (key.startsWith('hang')) for (;;);
    if (key.startsWith('die')) process.exit(1);
    if (key.startsWith('throw')) throw new Error('out of the thread');
    if (key.startsWith('eat')) { const all = []; for (;;) all.push(new Array(1e6).fill(index)); }
    return key;
  });
  parentPort.postMessage({ kind: 'done', id, took: 0, result: { records: new Uint8Array(), places } });
});`,
);
const broken = join(folder, 'broken.mjs');
writeFileSync(broken, 'throw new Error("cannot start");');

const runWith = async (names: readonly string[], threads: number, file = script) => {
  const blamed: string[] = [];
  const done: string[] = [];
  const pool = createPool({
    threads,
    // Whatever does not hang is given time, however busy the machine.
    patience: names.some((name) => name.startsWith('hang')) ? 400 : 20_000,
    start: (progress) => new Worker(file, { workerData: { progress }, resourceLimits: { maxOldGenerationSizeMb: 64 } }),
    blame: (task, why) => void blamed.push(`${keysOf(task).join()} ${why}`),
  });
  const take = ({ places }: TaskResult): void => void done.push(...places.map(String));
  try {
    for (let i = 0; i < names.length; i += 4) await pool.add(grade(names.slice(i, i + 4)), take);
    await pool.settle();
    await pool.add(grade(['again']), take);
    await pool.settle();
  } finally {
    await pool.close();
  }
  return { blamed, done: done.sort() };
};

const grade = (keys: readonly string[]): Task => ({
  kind: 'grade',
  items: keys.map((key): SheetItem => ({ key, sheet: 0, problem: '', submissions: [], kind: 'one' })),
});

const keysOf = (task: Task): readonly string[] => (task.kind === 'grade' ? task.items.map(({ key }) => key) : []);

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

describe('tasks that are dropped', () => {
  it('are not begun; what is begun is done', async () => {
    const done: string[] = [];
    const pool = createPool({
      threads: 1,
      patience: 4000,
      start: (progress) => new Worker(script, { workerData: { progress } }),
      blame: () => undefined,
    });
    for (const name of names) await pool.add(grade([name]), ({ places }) => void done.push(...places.map(String)));
    pool.drop();
    await pool.settle();
    await pool.close();
    expect(done).toEqual(names.slice(0, 1));
  });
});
