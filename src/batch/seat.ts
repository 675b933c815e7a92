import type { Worker } from 'node:worker_threads';
import { pack } from './sent-task.js';
import type { Task, TaskResult } from './task.js';
import type { Delivery, Order } from './worker.js';

/** What is to be done with what comes of a task: of practice, nothing. */
export type Job = { readonly task: Task; readonly done: ((result: TaskResult, task: Task) => void) | undefined };

/** A thread that is gone, with what it was at. */
export type Loss = {
  readonly job: Job;
  /** The item it had begun last. */
  readonly index: number;
  /** It ended before it began any item at all. */
  readonly neverBegan: boolean;
  readonly why: 'hung' | 'died';
  readonly cause: Error | undefined;
};

export type SeatOptions = {
  /** Starts a thread; `progress` holds the index of its item, and how many items it has begun. */
  readonly start: (progress: SharedArrayBuffer) => Worker;
  /** Milliseconds without a step after which a thread is taken to hang. */
  readonly patience: number;
  readonly delivered: (job: Job, delivery: Delivery) => void;
  /** The seat is empty again. */
  readonly lost: (loss: Loss) => void;
};

/** A place for a thread, which does one job after the other; when it hangs or dies, another one can be started in its place. */
export type Seat = {
  readonly isTaken: () => boolean;
  /** The thread has practised, if it was to. */
  readonly isReady: () => boolean;
  readonly job: () => Job | undefined;
  /** Starts a thread, which practises on a task that is done already; what it says after it was replaced is not heard. */
  readonly take: (practice: Task | undefined) => void;
  readonly give: (job: Job) => void;
  readonly close: () => Promise<void>;
};

type Thread = {
  readonly worker: Worker;
  readonly shared: Int32Array;
  readonly watch: NodeJS.Timeout;
  ready: boolean;
  job: (Job & { readonly id: number }) | undefined;
  begun: number;
  since: number;
  fault: Error | undefined;
};

export const createSeat = ({ start, patience, delivered, lost }: SeatOptions): Seat => {
  let thread: Thread | undefined;
  let nextId = 0;

  const order = (to: Thread, job: Job): void => {
    to.job = { ...job, id: nextId++ };
    to.since = Date.now();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    to.worker.postMessage({ id: to.job.id, task: pack(job.task) } satisfies Order);
  };

  const leave = (gone: Thread, why: Loss['why']): void => {
    thread = undefined;
    clearInterval(gone.watch);
    const { job, shared, fault } = gone;
    if (job === undefined) return;
    const index = Math.max(Atomics.load(shared, 0), 0);
    lost({ job, index, neverBegan: Atomics.load(shared, 1) === 0, why, cause: fault });
  };

  const look = (at: Thread): void => {
    const begun = Atomics.load(at.shared, 1);
    if (begun !== at.begun || at.job === undefined) {
      at.begun = begun;
      at.since = Date.now();
    } else if (Date.now() - at.since > patience) {
      leave(at, 'hung');
      void at.worker.terminate();
    }
  };

  const take: Seat['take'] = (practice) => {
    const progress = new SharedArrayBuffer(8);
    const worker = start(progress);
    const at: Thread = {
      worker,
      shared: new Int32Array(progress),
      watch: setInterval(() => look(at), Math.min(250, patience / 2)),
      ready: practice === undefined,
      job: undefined,
      begun: 0,
      since: Date.now(),
      fault: undefined,
    };
    thread = at;
    if (practice !== undefined) order(at, { task: practice, done: undefined });
    worker.on('message', (delivery: Delivery) => {
      const { job } = at;
      if (thread !== at || job?.id !== delivery.id) return;
      at.job = undefined;
      at.ready = true;
      delivered(job, delivery);
    });
    worker.on('error', (cause) => {
      at.fault = cause instanceof Error ? cause : new Error(String(cause));
    });
    worker.on('exit', () => {
      if (thread === at) leave(at, 'died');
    });
  };

  return {
    isTaken: () => thread !== undefined,
    isReady: () => thread?.ready === true,
    job: () => thread?.job,
    take,
    give: (job) => {
      if (thread === undefined) throw new Error('nobody sits here');
      order(thread, job);
    },
    close: async () => {
      const last = thread;
      thread = undefined;
      clearInterval(last?.watch);
      await last?.worker.terminate();
    },
  };
};
