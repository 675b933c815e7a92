import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openWorkHere } from './here.js';
import { createInlinePool } from './inline.js';
import { createPerformer } from './perform.js';
import { createPool, type Pool } from './pool.js';
import type { PredictionsFor } from './predictions.js';
import type { Setup, Task } from './task.js';
import type { WorkerStart } from './worker.js';

export type PoolWanted = {
  /** Threads besides this one, at most; 0 does everything in this one. */
  readonly threads: number;
  /** Milliseconds of work that this thread does before it starts another one; with 0 it does none of it. */
  readonly startAfter: number;
  /** What a thread is started with: a module that calls `runWorker`, and the arguments that tell it to. */
  readonly worker: { readonly module: URL; readonly argv: readonly string[] } | undefined;
  /** Milliseconds without a step after which a thread is taken to hang. */
  readonly patience: number;
  readonly predictionsFor: PredictionsFor;
};

/** `blame` gets a task of one item that was given up, and why, in words. */
export const startPool = (
  setup: Setup,
  { threads, startAfter, worker, patience, predictionsFor }: PoolWanted,
  blame: (task: Task, reason: string) => void,
): Pool => {
  if (threads === 0 || worker === undefined) return createInlinePool(setup, predictionsFor);
  return createPool({
    threads,
    processors: availableParallelism(),
    here:
      startAfter === 0 ? undefined : openWorkHere(createPerformer(setup, predictionsFor), patience, shippedIn(setup)),
    startAfter,
    patience,
    start: (progress) =>
      new Worker(worker.module, {
        resourceLimits: threadLimits,
        argv: [...worker.argv],
        workerData: { setup, progress } satisfies WorkerStart,
      }),
    blame: (task, why) =>
      blame(
        task,
        why === 'hung'
          ? `It took longer than ${Math.round(patience / 1000)} s, twice, so it was given up. Everything else was done.`
          : 'The thread that worked on it ended, twice (perhaps it needed too much memory). Everything else was done.',
      ),
  });
};

const shippedIn = ({ problems }: Setup): readonly string[] =>
  problems.filter(({ shipped }) => shipped).map(({ problem }) => problem.id);

/** Milliseconds that a thread costs: it compiles the program, makes the problem ready, is slow at first, and everything goes to it and back. */
export const threadCost = 1500;

/** A thread needs little; one submission that would take all memory ends its thread, not the run. */
const threadLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 512 };
