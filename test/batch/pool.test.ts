import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { openWorkHere } from '../../src/batch/here.js';
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
    processors: 8,
    here: undefined,
    startAfter: 0,
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

const item = (key: string): SheetItem => ({ key, sheet: 0, problem: '', submissions: [], size: 0, kind: 'one' });

const grade = (keys: readonly string[], problem = ''): Task => ({
  kind: 'grade',
  items: keys.map((key) => ({ ...item(key), problem })),
});

const keysOf = (task: Task): readonly string[] => (task.kind === 'grade' ? task.items.map(({ key }) => key) : []);

/** Does in this thread what the thread of the script does in its own. */
const doHere = (items: readonly SheetItem[], began: (index: number) => void): TaskResult => ({
  records: new Uint8Array(),
  places: items.map(({ key }, index) => {
    began(index);
    if (key.startsWith('hang')) for (;;);
    return `here ${key}`;
  }),
});

const runHere = async (
  tasks: readonly Task[],
  { startAfter, patience = 20_000 }: { readonly startAfter: number; readonly patience?: number },
) => {
  const blamed: string[] = [];
  const done: string[] = [];
  let started = 0;
  const pool = createPool({
    threads: 2,
    processors: 2,
    here: openWorkHere({ grade: doHere, pages: () => Promise.reject(new Error('no pages')) }, patience, ['']),
    startAfter,
    patience,
    start: (progress) => {
      started++;
      return new Worker(script, { workerData: { progress } });
    },
    blame: (task, why) => void blamed.push(`${keysOf(task).join()} ${why}`),
  });
  try {
    for (const task of tasks) await pool.add(task, ({ places }) => void done.push(...places.map(String)));
    await pool.settle();
  } finally {
    await pool.close();
  }
  return { blamed, done, started };
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
  ])('that one %s are replaced, the item is named, and the rest is done', async (_, name, why) => {
    const { blamed, done } = await runWith([...names.slice(0, 9), name, ...names.slice(9)], 2);
    expect(blamed).toEqual([`${name} ${why}`]);
    expect(done).toEqual(['again', ...names]);
  });

  it('that cannot start at all are a fault of ours', async () => {
    await expect(runWith(names, 2, broken)).rejects.toThrow('cannot start');
  });
});

const anywhere = (done: readonly string[]): readonly string[] => done.map((key) => key.replace('here ', '')).sort();

describe('this thread', () => {
  const soon = 0.000_001;
  const never = Number.MAX_VALUE;

  it('does everything by itself where no other is worth its start', async () => {
    const { done, started, blamed } = await runHere([grade(names), grade(['last'])], { startAfter: never });
    expect({ done, started, blamed }).toEqual({
      done: [...names, 'last'].map((name) => `here ${name}`),
      started: 0,
      blamed: [],
    });
  });

  it('goes on while another one starts; everything is done once', async () => {
    const all = Array.from({ length: 40 }, (_, i) => names.map((name) => `${name}.${i}`));
    const { done, started, blamed } = await runHere(
      all.map((keys) => grade(keys)),
      { startAfter: soon },
    );
    expect(anywhere(done)).toEqual(all.flat().sort());
    expect({ started, blamed }).toEqual({ started: 1, blamed: [] });
  });

  it('is broken off at one that hangs, which is tried elsewhere and blamed; the rest is done elsewhere', async () => {
    const tasks = [grade(names.slice(0, 16)), grade([...names.slice(16, 20), 'hang', ...names.slice(20)])];
    const { done, blamed } = await runHere(tasks, { startAfter: never, patience: 400 });
    expect(blamed).toEqual(['hang hung']);
    expect(anywhere(done)).toEqual(names);
    expect(done.filter((key) => key.startsWith('here'))).toEqual(names.slice(0, 16).map((name) => `here ${name}`));
  });

  it('leaves the sheets of a problem to another one where its mistakes may have to be computed', async () => {
    const tasks = [grade(['a', 'b'], 'mine'), ...Array.from({ length: 40 }, (_, i) => grade([`c${i}`], 'mine'))];
    const { done, started } = await runHere(tasks, { startAfter: never });
    expect(started).toBe(1);
    expect([...done].sort()).toEqual(tasks.flatMap(keysOf).sort());
  });

  it('leaves very long answers to one that may run out of memory', async () => {
    const task: Task = { kind: 'grade', items: [{ ...item('long'), size: 10_000 }] };
    const { done, started } = await runHere([grade(['first']), task], { startAfter: never });
    expect({ done, started }).toEqual({ done: ['here first', 'long'], started: 1 });
  });
});

describe('tasks that are dropped', () => {
  it('are not begun; what is begun is done', async () => {
    const done: string[] = [];
    const pool = createPool({
      threads: 1,
      processors: 8,
      here: undefined,
      startAfter: 0,
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
