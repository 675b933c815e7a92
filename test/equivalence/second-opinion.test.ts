import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  formOpinions,
  type Opinion,
  type OpinionRunner,
  type OpinionTask,
  opinionTask,
  secondOpinion,
} from '../../src/equivalence/index.js';
import { generatePairs } from './corpus/generate.js';
import { read } from './corpus/confirm.js';
import { differentRows, equalRows } from './tables.js';

const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), '.opinion-'));
const script = join(folder, 'thread.mjs');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const source = fileURLToPath(new URL('../../src/equivalence/index.ts', import.meta.url));
  await build({
    stdin: {
      contents: `import { parentPort, workerData } from 'node:worker_threads'; import { formOpinions } from ${JSON.stringify(source)};
        if (workerData.hang) for (;;) {} else parentPort.postMessage(await formOpinions(workerData));`,
      resolveDir: folder,
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile: script,
    logLevel: 'silent',
  });
});

/** A thread for each question, killed when its time is up. */
const inThread =
  (milliseconds: number, extra: object = {}): OpinionRunner =>
  (task: OpinionTask) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(script, { workerData: { ...task, ...extra } });
      const stop = (opinions: readonly Opinion[]): void => {
        clearTimeout(timer);
        void worker.terminate();
        resolve(opinions);
      };
      const timer = setTimeout(() => stop([]), milliseconds);
      worker.on('message', stop);
      worker.on('error', reject);
    });

const stubborn: OpinionRunner = () => Promise.resolve([{ library: 'mathjs', says: 'different', reason: 'because' }]);
const lenient: OpinionRunner = () => Promise.resolve([{ library: 'nerdamer', says: 'equal', reason: 'because' }]);

describe('the second opinion', () => {
  test('is asked in neutral names, about text printed from the tree', () => {
    const task = opinionTask(read('N_1*e^(-pi_k)', ['N_1', 'pi_k']), read('pi_k', ['pi_k']), {
      N_1: 'positive',
      pi_k: [0, 1],
    });
    expect(task.left).toBe('a1*e^(-a2)');
    expect(task.right).toBe('a2');
    expect(task.points.length).toBeGreaterThan(3);
    for (const point of task.points) {
      expect(Number(point['a1'])).toBeGreaterThan(0);
      expect(Number(point['a2'])).toBeLessThan(1);
    }
  });

  test('respects identities in its points', () => {
    const { points, constrained } = opinionTask(read('a'), read('b'), {}, ['a + b = 1']);
    expect(constrained).toBe(true);
    for (const point of points) expect(Number(point['a1']) + Number(point['a2'])).toBe(1);
  });

  test('comes from a thread', async () => {
    const { opinions } = await secondOpinion(read('(a+b)^2'), read('a^2+2*a*b+b^2'), {}, inThread(20_000));
    expect(opinions.map(({ library, says }) => `${library} ${says}`)).toEqual(['mathjs equal', 'nerdamer equal']);
  });

  test('that takes too long is given up', async () => {
    const found = await secondOpinion(read('a'), read('b'), {}, inThread(300, { hang: true }));
    expect(found).toMatchObject({ ours: { verdict: 'different' }, opinions: [], disagreements: [] });
  });

  test('is shown where it contradicts, with its reason', async () => {
    expect((await secondOpinion(read('a+a'), read('2*a'), {}, stubborn)).disagreements).toEqual([
      { library: 'mathjs', says: 'different', reason: 'because' },
    ]);
    expect((await secondOpinion(read('a'), read('b'), {}, lenient)).disagreements).toHaveLength(1);
  });

  test('contradicts none of the verdicts on a sample of the corpus and the tables', async () => {
    const pairs = [
      ...generatePairs(60, 11),
      ...[...equalRows.slice(0, 70), ...differentRows.slice(0, 30)]
        .filter(
          ([left, right]) =>
            !/[!]|1e-?\d\d|cbrt|x\^1000000|sqrt\(sqrt|\^\(1\/3\)|e\^e|6000|6001|\^n|ln\(-/.test(left + right),
        )
        .map(([left, right, domains = {}, given = []]) => ({
          left: read(left, Object.keys(domains)),
          right: read(right, Object.keys(domains)),
          domains,
          given,
        })),
    ];
    const contradictions: string[] = [];
    for (const { left, right, domains, given } of pairs) {
      const task = opinionTask(left, right, domains, given);
      // nerdamer's prover is slow on long formulas; it has had its say above.
      const { disagreements } = await secondOpinion(left, right, { domains, given }, async (asked) =>
        formOpinions({ ...asked, constrained: true }),
      );
      for (const { library, says, reason } of disagreements)
        contradictions.push(`${task.left} | ${task.right}: ${library} says ${says}, ${reason}`);
    }
    expect(contradictions).toEqual([]);
  }, 120_000);
});
