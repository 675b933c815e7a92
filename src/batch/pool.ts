import type { Worker } from 'node:worker_threads';
import type { Task, TaskResult } from './task.js';
import type { Delivery, Order } from './worker.js';

/** Does tasks, several at a time, and hands each result over as it comes. Ends early, with what is begun, when `stop` says so. */
export type RunTasks = (
  tasks: Iterable<Task>,
  done: (result: TaskResult, task: Task) => void,
  stop: () => boolean,
) => Promise<void>;

export type Pool = { readonly run: RunTasks; readonly close: () => Promise<void> };

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
  order: Order | undefined;
  begun: number;
  since: number;
  fault: Error | undefined;
};

/** One call of `run`. */
type Run = {
  readonly next: () => Task | undefined;
  readonly again: (tasks: readonly Task[]) => void;
  readonly done: (result: TaskResult, task: Task) => void;
  readonly resolve: () => void;
  readonly reject: (cause: Error) => void;
};

const emptySeat = (): Seat => ({
  worker: undefined,
  shared: new Int32Array(2),
  order: undefined,
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

/**
 * Threads that take one task after the other. A thread that hangs or dies is replaced, and the item it was at is tried once
 * more by itself; if it fails again it is blamed, and everything else is done.
 */
export const createPool = ({ threads, start, patience, blame }: PoolOptions): Pool => {
  const seats: Seat[] = [];
  const triedAlone = new WeakSet<Task>();
  let current: Run | undefined;
  let nextId = 0;

  const end = (finish: (run: Run) => void): void => {
    const run = current;
    current = undefined;
    if (run !== undefined) finish(run);
  };
  const fail = (cause: unknown): void =>
    end(({ reject }) => reject(cause instanceof Error ? cause : new Error(String(cause))));

  const feed = (seat: Seat): void => {
    let task: Task | undefined;
    try {
      task = current?.next();
    } catch (cause) {
      fail(cause);
    }
    if (task !== undefined) {
      const worker = seat.worker ?? sit(seat);
      seat.order = { id: nextId++, task };
      seat.since = Date.now();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(seat.order);
    } else if (seats.every(({ order }) => order === undefined)) end(({ resolve }) => resolve());
  };

  const receive = (seat: Seat, delivery: Delivery): void => {
    const { order } = seat;
    if (order?.id !== delivery.id) return;
    seat.order = undefined;
    try {
      if (delivery.kind === 'failed')
        throw Object.assign(new Error(delivery.message), delivery.code === undefined ? {} : { code: delivery.code });
      current?.done(delivery.result, order.task);
    } catch (cause) {
      fail(cause);
    }
    feed(seat);
  };

  const replace = (seat: Seat, why: 'hung' | 'died'): void => {
    const { order, fault } = seat;
    const index = Atomics.load(seat.shared, 0);
    const neverBegan = Atomics.load(seat.shared, 1) === 0;
    Object.assign(seat, emptySeat());
    if (order === undefined) return;
    // A thread that dies before its first item will always do so.
    if (neverBegan && why === 'died') {
      fail(fault ?? new Error('a worker thread ended before it began'));
      return;
    }
    if (triedAlone.has(order.task)) blame(order.task, why);
    else {
      const parts = cut(order.task, Math.max(index, 0));
      const [alone] = parts;
      if (alone !== undefined) triedAlone.add(alone);
      current?.again(parts);
    }
    feed(seat);
  };

  /** Starts a thread for a seat. What a thread says after it was replaced is not heard. */
  const sit = (seat: Seat): Worker => {
    const progress = new SharedArrayBuffer(8);
    const worker = start(progress);
    Object.assign(seat, { ...emptySeat(), worker, shared: new Int32Array(progress) });
    worker.on('message', (delivery: Delivery) => {
      if (seat.worker === worker) receive(seat, delivery);
    });
    worker.on('error', (fault) => {
      if (seat.worker === worker) seat.fault = fault instanceof Error ? fault : new Error(String(fault));
    });
    worker.on('exit', () => {
      if (seat.worker === worker) replace(seat, 'died');
    });
    return worker;
  };

  const look = (): void => {
    for (const seat of seats) {
      const begun = Atomics.load(seat.shared, 1);
      if (begun !== seat.begun || seat.order === undefined) {
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
    run: async (tasks, done, stop) => {
      const iterator = tasks[Symbol.iterator]();
      const waiting: Task[] = [];
      let ended = false;
      const next = (): Task | undefined => {
        const again = waiting.shift();
        if (again !== undefined) return again;
        ended ||= stop();
        if (ended) return undefined;
        const step = iterator.next();
        ended = step.done === true;
        return step.done === true ? undefined : step.value;
      };
      while (seats.length < threads) seats.push(emptySeat());
      const watch = setInterval(look, Math.min(250, patience / 2));
      try {
        await new Promise<void>((resolve, reject) => {
          current = { next, again: (parts) => void waiting.push(...parts), done, resolve, reject };
          for (const seat of seats) feed(seat);
        });
      } finally {
        clearInterval(watch);
      }
    },
    close: async () => {
      const workers = seats.splice(0).flatMap((seat) => {
        const { worker } = seat;
        Object.assign(seat, emptySeat());
        return worker === undefined ? [] : [worker];
      });
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
};
