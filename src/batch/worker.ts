import { parentPort, workerData } from 'node:worker_threads';
import { createPerformer, performTask } from './perform.js';
import type { PredictionsFor } from './predictions.js';
import { type SentTask, unpack } from './sent-task.js';
import type { Setup, TaskResult } from './task.js';

/** What a worker is started with: its setup, and two numbers it shares: the item at work, and how many it has begun. */
export type WorkerStart = { readonly setup: Setup; readonly progress: SharedArrayBuffer };

export type Order = { readonly id: number; readonly task: SentTask };
export type Delivery =
  /** `took`: milliseconds. */
  | { readonly kind: 'done'; readonly id: number; readonly took: number; readonly result: TaskResult }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string; readonly code: string | undefined };

/** The other end of the pool: takes orders one after the other, until the thread is ended. */
export const runWorker = (predictionsFor: PredictionsFor): void => {
  const port = parentPort;
  if (port === null) throw new Error('not in a worker thread');
  const { setup, progress } = workerData as WorkerStart;
  const shared = new Int32Array(progress);
  const perform = createPerformer(setup, predictionsFor);
  const began = (index: number): void => {
    Atomics.store(shared, 0, index);
    Atomics.add(shared, 1, 1);
  };
  let before = Promise.resolve();
  port.on('message', ({ id, task }: Order) => {
    before = before.then(async () => {
      Atomics.store(shared, 0, -1);
      try {
        const start = performance.now();
        const result = await performTask(perform, unpack(task), began);
        const took = performance.now() - start;
        port.postMessage({ kind: 'done', id, took, result } satisfies Delivery, [result.records.buffer as ArrayBuffer]);
      } catch (cause) {
        const { message, code } = cause as NodeJS.ErrnoException;
        port.postMessage({ kind: 'failed', id, message, code } satisfies Delivery);
      }
    });
  });
};
