/**
 * Times grading a class in a process of its own, as the program runs: bundled. Argument: an order (JSON). Prints the times as JSON.
 */
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import {
  type BatchOptions,
  noProgress,
  type PredictionSource,
  runBatch,
  threadCost,
} from '../../../src/batch/index.js';
import { openPairs, openPredictions } from '../../../src/diagnosis/index.js';
import type { Groundwork } from '../../../src/grading/index.js';
import { once } from '../../../src/memory/index.js';
import type { Problem } from '../../../src/types.js';
import type { Order, PageTimes, RunTimes, Way } from './order.js';

const order = JSON.parse(process.argv[2] ?? '') as Order;
const { input, out, rounds } = order;
const problem = JSON.parse(readFileSync(order.problem, 'utf8')) as Problem;

/** Read anew for each run, as a process does. */
const predictions = (): PredictionSource => ({
  singles: once(() => openPredictions(readFileSync(order.singles))),
  pairs: once(() => openPairs(readFileSync(order.pairs))),
  groundwork: () => JSON.parse(readFileSync(order.groundwork, 'utf8')) as Groundwork,
});

const grade = async (way: Way): Promise<void> => {
  const { threads, journal, pages } = way;
  const source = predictions();
  const options: BatchOptions = {
    input,
    out,
    problems: [problem],
    shipped: true,
    predictionsFor: () => source,
    asked: undefined,
    asOf: undefined,
    formats: [],
    roster: undefined,
    shard: undefined,
    compare: undefined,
    pages,
    journal,
    threads,
    startAfter: threadCost,
    worker: { module: new URL(order.worker.module), argv: order.worker.argv },
    reader: new URL(order.reader),
    patience: 20_000,
  };
  const outcome = await runBatch(options, noProgress, () => false);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
};

const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** What cannot be done without: every file read and parsed. */
const readAll = (): void => {
  for (const name of readdirSync(input)) {
    try {
      JSON.parse(readFileSync(join(input, name), 'utf8'));
    } catch {
      // Some files of a class are broken.
    }
  }
};

/** Every file read, and as many bytes written as results and grades have; nothing is done with any of them. */
const moveBytes = (size: number): void => {
  for (const name of readdirSync(input)) readFileSync(join(input, name));
  const piece = Buffer.alloc(1024 * 1024, 'x');
  const descriptor = openSync(`${out}-bytes`, 'w');
  for (let left = size; left > 0; left -= piece.length) writeSync(descriptor, piece, 0, Math.min(left, piece.length));
  closeSync(descriptor);
};

const writeAll = (folder: string, contents: readonly (readonly [name: string, content: string])[]): void => {
  mkdirSync(folder);
  for (const [name, content] of contents) writeFileSync(join(folder, name), content);
};

/** Round by round in turn, after one round that does not count. */
const timeRuns = async (ways: readonly Way[], withAgain: boolean): Promise<RunTimes> => {
  const reading: number[] = [];
  const files: number[] = [];
  const runs = ways.map((): number[] => []);
  const again: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const keep = (times: number[], time: number): void => void (round > 0 && times.push(time));
    keep(reading, await timed(readAll));
    for (const [i, way] of ways.entries()) {
      rmSync(out, { recursive: true, force: true });
      keep(runs[i] ?? [], await timed(() => grade(way)));
      if (i > 0) continue;
      const written = ['results.ndjson', 'grades.csv'].reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
      keep(files, await timed(() => moveBytes(written)));
      rmSync(`${out}-bytes`);
    }
    const last = ways.at(-1);
    if (withAgain && last !== undefined) keep(again, await timed(() => grade(last)));
  }
  return { reading, files, runs, again };
};

/** Pages against writing the same bytes: the difference that pages make to a run that knows all results. */
const timePages = async (way: Way): Promise<PageTimes> => {
  await grade({ ...way, pages: true });
  const feedback = join(out, 'feedback');
  const pages = readdirSync(feedback).map((name) => [name, readFileSync(join(feedback, name), 'utf8')] as const);
  const times: PageTimes = { writing: [], without: [], with: [] };
  for (let round = 0; round < rounds; round++) {
    rmSync(feedback, { recursive: true });
    const copy = `${out}-pages`;
    times.writing.push(await timed(() => writeAll(copy, pages)));
    rmSync(copy, { recursive: true });
    times.without.push(await timed(() => grade({ ...way, pages: false })));
    times.with.push(await timed(() => grade({ ...way, pages: true })));
  }
  return times;
};

const [way] = order.ways;
if (way === undefined) throw new Error('an order names a way');
process.stdout.write(
  JSON.stringify(order.kind === 'runs' ? await timeRuns(order.ways, order.withAgain) : await timePages(way)),
);
