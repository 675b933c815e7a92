import type { Worker } from 'node:worker_threads';
import type { Task, TaskResult } from './task.js';
import type { Delivery, Order } from './worker.js';

type Done = (result: TaskResult, task: Task) => void;

/** Does tasks, several at a time. */
export type Pool = {
  /** Takes a task; `done` gets what comes of it, in any order. Resolves when there is room for the next one. */
  readonly add: (task: Task, done: Done) => Promise<void>;
  /** Resolves when it is so; looked at whenever a task is done. */
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** Resolves when everything that was taken is done. */
  readonly settle: () => Promise<void>;
  /** Forgets the tasks that are not begun. */
  readonly drop: () => void;
  readonly close: () => Promise<void>;
};

export type PoolOptions = {
  readonly threads: number;
  /** Starts a thread; `progress` holds the index of its item, and how many items it has begun. */
  readonly start: (progress: SharedArrayBuffer) => Worker;
  /** Milliseconds without a step after which a thread is taken to hang. */
  readonly patience: number;
  /** Called with a task of one item that a thread hung or died on, twice. */
  readonly blame: (task: Task, why: 'hung' | 'died') => void;
};

type Seat = {
  /** Started with the first task. */
  worker: Worker | undefined;
  shared: Int32Array;
  job: (Job & { readonly id: number }) | undefined;
  begun: number;
  since: number;
  fault: Error | undefined;
};

type Job = { readonly task: Task; readonly done: Done };

const emptySeat = (): Seat => ({
  worker: undefined,
  shared: new Int32Array(2),
  job: undefined,
  begun: 0,
  since: Date.now(),
  fault: undefined,
});

/** Cuts a task at the item it failed at: the item alone, and the others. */
const cut = (task: Task, index: number): readonly Task[] => {
  const items: readonly unknown[] = task.items;
  return [items.slice(index, index + 1), items.toSpliced(index, 1)]
    .filter((part) => part.length > 0)
    .map((part) => ({ ...task, items: part }) as Task);
};

/** Tasks that may wait; whoever brings more has to. */
const mostWaiting = 64;

/** Milliseconds that a thread needs to start, and, until it is known better, an item to be done. */
const startTime = 100;
const usualItemTime = 0.1;

/**
 * Threads that take one task after the other. The first starts with the first task, another one when what waits would take longer than
 * its start. A thread that hangs or dies is replaced, and the item it was at is tried once more by itself; if it fails again it is
 * blamed, and everything else is done.
 */
export const createPool = ({ threads, start, patience, blame }: PoolOptions): Pool => {
  const seats = Array.from({ length: threads }, emptySeat);
  const triedAlone = new WeakSet<Task>();
  const queue: Job[] = [];
  let waiting = 0;
  let fault: Error | undefined;
  let wakers: (() => void)[] = [];
  let nextId = 0;
  let timed = 0;
  let spent = 0;
  let watch: NodeJS.Timeout | undefined;

  const wake = (): void => {
    const woken = wakers;
    wakers = [];
    for (const go of woken) go();
  };
  const until = async (ready: () => boolean): Promise<void> => {
    while (!ready()) {
      if (fault !== undefined) throw fault;
      await new Promise<void>((resolve) => void wakers.push(resolve));
    }
    if (fault !== undefined) throw fault;
  };
  const fail = (cause: unknown): void => {
    fault ??= cause instanceof Error ? cause : new Error(String(cause));
    wake();
  };

  const enqueue = (job: Job): void => {
    queue.push(job);
    waiting += job.task.items.length;
  };
  const isWorthAThread = (): boolean =>
    !seats.some(({ worker }) => worker !== undefined) ||
    waiting * (timed < 100 ? usualItemTime : spent / timed) > startTime;

  const feed = (seat: Seat): void => {
    const job = queue.shift();
    if (job === undefined) return;
    waiting -= job.task.items.length;
    const worker = seat.worker ?? sit(seat);
    seat.job = { ...job, id: nextId++ };
    seat.since = Date.now();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ id: seat.job.id, task: job.task } satisfies Order);
  };
  const feedAll = (): void => {
    for (const seat of seats) {
      if (queue.length === 0 || fault !== undefined) return;
      if (seat.job === undefined && (seat.worker !== undefined || isWorthAThread())) feed(seat);
    }
  };

  const receive = (seat: Seat, delivery: Delivery): void => {
    const { job } = seat;
    if (job?.id !== delivery.id) return;
    seat.job = undefined;
    feedAll();
    try {
      if (delivery.kind === 'failed')
        throw Object.assign(new Error(delivery.message), delivery.code === undefined ? {} : { code: delivery.code });
      timed += job.task.items.length;
      spent += delivery.took;
      job.done(delivery.result, job.task);
    } catch (cause) {
      fail(cause);
    }
    wake();
  };

  const replace = (seat: Seat, why: 'hung' | 'died'): void => {
    const { job, fault: cause } = seat;
    const index = Atomics.load(seat.shared, 0);
    const neverBegan = Atomics.load(seat.shared, 1) === 0;
    Object.assign(seat, emptySeat());
    if (job === undefined) return;
    // A thread that dies before its first item will always do so.
    if (neverBegan && why === 'died') {
      fail(cause ?? new Error('a worker thread ended before it began'));
      return;
    }
    if (triedAlone.has(job.task)) blame(job.task, why);
    else {
      const parts = cut(job.task, Math.max(index, 0));
      const [alone] = parts;
      if (alone !== undefined) triedAlone.add(alone);
      for (const task of parts) enqueue({ ...job, task });
    }
    feedAll();
    wake();
  };

  /** Starts a thread for a seat. What a thread says after it was replaced is not heard. */
  const sit = (seat: Seat): Worker => {
    const progress = new SharedArrayBuffer(8);
    const worker = start(progress);
    Object.assign(seat, { ...emptySeat(), worker, shared: new Int32Array(progress) });
    worker.on('message', (delivery: Delivery) => {
      if (seat.worker === worker) receive(seat, delivery);
    });
    worker.on('error', (cause) => {
      if (seat.worker === worker) seat.fault = cause instanceof Error ? cause : new Error(String(cause));
    });
    worker.on('exit', () => {
      if (seat.worker === worker) replace(seat, 'died');
    });
    watch ??= setInterval(look, Math.min(250, patience / 2));
    return worker;
  };

  const look = (): void => {
    for (const seat of seats) {
      const begun = Atomics.load(seat.shared, 1);
      if (begun !== seat.begun || seat.job === undefined) {
        seat.begun = begun;
        seat.since = Date.now();
      } else if (Date.now() - seat.since > patience) {
        const { worker } = seat;
        replace(seat, 'hung');
        void worker?.terminate();
      }
    }
  };

  return {
    add: async (task, done) => {
      enqueue({ task, done });
      feedAll();
      await until(() => queue.length <= mostWaiting);
    },
    until,
    settle: () => until(() => queue.length === 0 && seats.every(({ job }) => job === undefined)),
    drop: () => {
      queue.length = 0;
      waiting = 0;
      wake();
    },
    close: async () => {
      clearInterval(watch);
      const workers = seats.splice(0).flatMap((seat) => {
        const { worker } = seat;
        Object.assign(seat, emptySeat());
        return worker === undefined ? [] : [worker];
      });
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
};
