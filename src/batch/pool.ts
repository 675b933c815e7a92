import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { WorkHere } from './here.js';
import { pack } from './sent-task.js';
import { atItem, partOf, type Task, type TaskResult } from './task.js';
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
  /** Threads that can run at the same time, with this one. */
  readonly processors: number;
  /** Does tasks in this thread; without it only the others do. */
  readonly here: WorkHere | undefined;
  /** Milliseconds of work that this thread does before it starts another one. */
  readonly startAfter: number;
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
  /** It has practised. */
  ready: boolean;
  shared: Int32Array;
  job: (Job & { readonly id: number }) | undefined;
  begun: number;
  since: number;
  fault: Error | undefined;
};

/** What comes of practice is wanted by nobody. */
type Job = { readonly task: Task; readonly done: Done | undefined };

const emptySeat = (): Seat => ({
  worker: undefined,
  ready: false,
  shared: new Int32Array(2),
  job: undefined,
  begun: 0,
  since: Date.now(),
  fault: undefined,
});

/** Tasks that may wait; whoever brings more has to. */
const mostWaiting = 64;

/** The same for each thread where this one does some of them too: so few that what is made for them is soon garbage. */
const mostWaitingHere = 2;

/** Items that a thread is given at least. */
const leastShare = 4;

/** Milliseconds that this thread works at once: while others wait for its orders, and while it is alone. */
const spellAmongOthers = 2;
const spellAlone = 50;

/** Items that it begins with, knowing nothing of the time they take. */
const firstItems = 2;

/** Pages are mostly written, and a thread that writes is at once as good as this one: it is worth its start so much sooner. */
const pagesWeigh = 4;

/** Milliseconds that a thread needs to start, and, until it is known better, an item to be done. */
const startTime = 100;
const usualItemTime = 0.1;

/**
 * Does tasks in this thread and in others. One is started when this one has worked for as long as a start is worth. It practises on what is
 * done already; then this one leaves to it what comes, but for what would have to wait long. Another one is started when that was so long
 * again and a processor is free; where this one does nothing, when what waits takes longer than a start. A thread that
 * hangs or dies is replaced, and the item it was at is tried once more by itself; if it fails again it is blamed, and everything else is
 * done.
 */
export const createPool = ({ threads, processors, here, startAfter, start, patience, blame }: PoolOptions): Pool => {
  const seats = Array.from({ length: threads }, emptySeat);
  const triedAlone = new WeakSet<Task>();
  const most = here === undefined ? mostWaiting : mostWaitingHere * (threads + 1);
  const queue: Job[] = [];
  let waiting = 0;
  let fault: Error | undefined;
  let wakers: (() => void)[] = [];
  let nextId = 0;
  let timed = 0;
  let spent = 0;
  let spentHere = 0;
  let practice: Task | undefined;
  let watch: NodeJS.Timeout | undefined;

  const wake = (): void => {
    const woken = wakers;
    wakers = [];
    for (const go of woken) go();
  };
  const until = async (ready: () => boolean): Promise<void> => {
    while (!ready()) {
      if (fault !== undefined) throw fault;
      if (!(await workHere())) await new Promise<void>((resolve) => void wakers.push(resolve));
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
  const started = (): readonly Seat[] => seats.filter(({ worker }) => worker !== undefined);
  const isAlone = (): boolean => here !== undefined && !seats.some(({ ready }) => ready);
  /** Items to do at once in this thread, so that it soon hears of others, and soon knows how long they take. */
  const mostHere = (): number =>
    timed === 0 ? firstItems : Math.max(1, Math.floor(((isAlone() ? spellAlone : spellAmongOthers) * timed) / spent));
  const isForHere = ({ task }: Job): boolean => here?.mayDo(task) === true && !triedAlone.has(task);
  const isWorthAThread = (): boolean => {
    const threadsNow = started();
    const isBusy = waiting * (timed < 100 ? usualItemTime : spent / timed) > startTime;
    if (here !== undefined) {
      const isFree = threadsNow.length + 1 < processors && threadsNow.every(({ ready }) => ready);
      const isEnough = spentHere >= startAfter * (threadsNow.length + 1);
      const isForOthers = !queue.every(isForHere);
      return (isForOthers && threadsNow.length === 0) || (isFree && (isEnough || (isForOthers && isBusy)));
    }
    return threadsNow.length === 0 ? queue.length > 0 : threadsNow.length < processors && isBusy;
  };

  const order = (seat: Seat, worker: Worker, job: Job): void => {
    seat.job = { ...job, id: nextId++ };
    seat.since = Date.now();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage({ id: seat.job.id, task: pack(job.task) } satisfies Order);
  };
  /** Gives a thread its share of what waits: when little does, this thread and others want some of it too. */
  const feed = (seat: Seat, worker: Worker): void => {
    const job = queue.shift();
    if (job === undefined) return;
    const { length } = job.task.items;
    const share = here === undefined ? length : Math.max(leastShare, Math.ceil(waiting / 2 / (started().length + 1)));
    if (share < length) queue.unshift({ ...job, task: partOf(job.task, share, length) });
    const task = share < length ? partOf(job.task, 0, share) : job.task;
    waiting -= task.items.length;
    order(seat, worker, { ...job, task });
  };
  const feedAll = (): void => {
    if (fault !== undefined) return;
    for (const seat of seats) {
      if (seat.worker === undefined && isWorthAThread()) sit(seat);
      if (seat.worker !== undefined && seat.ready && seat.job === undefined) feed(seat, seat.worker);
    }
  };

  const receive = (seat: Seat, delivery: Delivery): void => {
    const { job } = seat;
    if (job?.id !== delivery.id) return;
    seat.job = undefined;
    seat.ready = true;
    feedAll();
    try {
      if (delivery.kind === 'failed')
        throw Object.assign(new Error(delivery.message), delivery.code === undefined ? {} : { code: delivery.code });
      if (job.done === undefined) return;
      timed += job.task.items.length;
      spent += delivery.took;
      job.done(delivery.result, job.task);
    } catch (cause) {
      fail(cause);
    }
    wake();
  };

  /** After it failed at an item: that one alone, and then the others. */
  const tryAgain = (job: Job, index: number, why: 'hung' | 'died'): void => {
    if (triedAlone.has(job.task)) {
      blame(job.task, why);
      return;
    }
    const { item, before, after } = atItem(job.task, index);
    triedAlone.add(item);
    for (const task of [item, before, after]) if (task.items.length > 0) enqueue({ ...job, task });
  };

  /** Does some of what waits in this thread; false where there is nothing to do here. */
  const workHere = async (): Promise<boolean> => {
    const place = queue.findIndex(isForHere);
    const job = queue[place];
    if (here === undefined || job === undefined) return false;
    queue.splice(place, 1);
    waiting -= job.task.items.length;
    const outcome = await here.work(job.task, mostHere());
    timed += outcome.done.items.length;
    spent += outcome.took;
    spentHere += job.task.kind === 'pages' ? outcome.took * pagesWeigh : outcome.took;
    if (outcome.kind === 'hung') tryAgain(job, outcome.index, 'hung');
    else {
      practice = outcome.done.kind === 'pages' ? partOf(outcome.done, 0, 0) : outcome.done;
      if (outcome.left.items.length > 0) {
        queue.splice(place, 0, { ...job, task: outcome.left });
        waiting += outcome.left.items.length;
      }
      job.done?.(outcome.result, outcome.done);
    }
    feedAll();
    // Signals and messages come in between.
    await setImmediate();
    return true;
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
    if (job.done === undefined) practice = undefined;
    else tryAgain(job, Math.max(index, 0), why);
    feedAll();
    wake();
  };

  /** Starts a thread for a seat. What a thread says after it was replaced is not heard. */
  const sit = (seat: Seat): void => {
    const progress = new SharedArrayBuffer(8);
    const worker = start(progress);
    Object.assign(seat, { ...emptySeat(), worker, shared: new Int32Array(progress), ready: practice === undefined });
    if (practice !== undefined) order(seat, worker, { task: practice, done: undefined });
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
      await until(() => queue.length <= (isAlone() ? 0 : most));
    },
    until,
    settle: () => until(() => queue.length === 0 && seats.every(({ job }) => job?.done === undefined)),
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
