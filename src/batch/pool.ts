import { setImmediate } from 'node:timers/promises';
import { createEffort } from './effort.js';
import type { WorkHere } from './here.js';
import { createSeat, type Job, type Loss, type Seat, type SeatOptions } from './seat.js';
import { atItem, partOf, type Task } from './task.js';
import type { Delivery } from './worker.js';

/** Does tasks, several at a time. */
export type Pool = {
  /** Takes a task; `done` gets what comes of it, in any order. Resolves when there is room for the next one. */
  readonly add: (task: Task, done: NonNullable<Job['done']>) => Promise<void>;
  /** Resolves when it is so; looked at whenever a task is done. */
  readonly until: (isSo: () => boolean) => Promise<void>;
  /** Resolves when everything that was taken is done. */
  readonly settle: () => Promise<void>;
  /** Forgets the tasks that are not begun. */
  readonly drop: () => void;
  readonly close: () => Promise<void>;
};

export type PoolOptions = Pick<SeatOptions, 'start' | 'patience'> & {
  readonly threads: number;
  /** Threads that can run at the same time, with this one. */
  readonly processors: number;
  /** Does tasks in this thread; without it only the others do. */
  readonly here: WorkHere | undefined;
  /** Milliseconds of work that this thread does before it starts another one. */
  readonly startAfter: number;
  /** Called with a task of one item that a thread hung or died on, twice. */
  readonly blame: (task: Task, why: 'hung' | 'died') => void;
};

/** Tasks that may wait; whoever brings more has to. */
const mostWaiting = 64;

/** The same for each thread where this one does some of them too: so few that what is made for them is soon garbage. */
const mostWaitingHere = 2;

/** Items that a thread is given at least. */
const leastShare = 4;

/** Milliseconds that this thread works at once: while others wait for its orders, and while it is alone. */
const spellAmongOthers = 2;
const spellAlone = 50;

/** Milliseconds that a thread needs to start. */
const startTime = 100;

/**
 * Does tasks in this thread and in others. One is started when this one has worked for as long as a start is worth. It practises on what is
 * done already; then this one leaves to it what comes, but for what would have to wait long. Another one is started when that was so long
 * again and a processor is free; where this one does nothing, when what waits takes longer than a start. A thread that
 * hangs or dies is replaced, and the item it was at is tried once more by itself; if it fails again it is blamed, and everything else is
 * done.
 */
export const createPool = ({ threads, processors, here, startAfter, start, patience, blame }: PoolOptions): Pool => {
  const triedAlone = new WeakSet<Task>();
  const most = here === undefined ? mostWaiting : mostWaitingHere * (threads + 1);
  const effort = createEffort();
  const queue: Job[] = [];
  let waiting = 0;
  let fault: Error | undefined;
  let wakers: (() => void)[] = [];
  let practice: Task | undefined;

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
  const taken = (): readonly Seat[] => seats.filter((seat) => seat.isTaken());
  const isAlone = (): boolean => here !== undefined && !seats.some((seat) => seat.isReady());
  const isForHere = ({ task }: Job): boolean => here?.mayDo(task) === true && !triedAlone.has(task);
  const isWorthAThread = (): boolean => {
    const now = taken();
    const isBusy = effort.timeOf(waiting) > startTime;
    if (here === undefined) return now.length === 0 ? queue.length > 0 : now.length < processors && isBusy;
    const isFree = now.length + 1 < processors && now.every((seat) => seat.isReady());
    const isEnough = effort.here() >= startAfter * (now.length + 1);
    const isForOthers = !queue.every(isForHere);
    return (isForOthers && now.length === 0) || (isFree && (isEnough || (isForOthers && isBusy)));
  };

  /** Gives a thread its share of what waits: when little does, this thread and others want some of it too. */
  const feed = (seat: Seat): void => {
    const job = queue.shift();
    if (job === undefined) return;
    const { length } = job.task.items;
    const share = here === undefined ? length : Math.max(leastShare, Math.ceil(waiting / 2 / (taken().length + 1)));
    if (share < length) queue.unshift({ ...job, task: partOf(job.task, share, length) });
    const task = share < length ? partOf(job.task, 0, share) : job.task;
    waiting -= task.items.length;
    seat.give({ ...job, task });
  };
  const feedAll = (): void => {
    if (fault !== undefined) return;
    for (const seat of seats) {
      if (!seat.isTaken() && isWorthAThread()) seat.take(practice);
      if (seat.isReady() && seat.job() === undefined) feed(seat);
    }
  };

  const delivered = ({ task, done }: Job, delivery: Delivery): void => {
    feedAll();
    try {
      if (delivery.kind === 'failed')
        throw Object.assign(new Error(delivery.message), delivery.code === undefined ? {} : { code: delivery.code });
      if (done === undefined) return;
      effort.add(task.items.length, delivery.took);
      done(delivery.result, task);
    } catch (cause) {
      fail(cause);
    }
    wake();
  };

  /** After it failed at an item: that one alone, and then the others. */
  const tryAgain = (job: Job, index: number, why: Loss['why']): void => {
    if (triedAlone.has(job.task)) {
      blame(job.task, why);
      return;
    }
    const { item, before, after } = atItem(job.task, index);
    triedAlone.add(item);
    for (const task of [item, before, after]) if (task.items.length > 0) enqueue({ ...job, task });
  };

  const lost = ({ job, index, neverBegan, why, cause }: Loss): void => {
    // A thread that dies before its first item will always do so.
    if (neverBegan && why === 'died') {
      fail(cause ?? new Error('a worker thread ended before it began'));
      return;
    }
    if (job.done === undefined) practice = undefined;
    else tryAgain(job, index, why);
    feedAll();
    wake();
  };

  /** Does some of what waits in this thread; false where there is nothing to do here. */
  const workHere = async (): Promise<boolean> => {
    const place = queue.findIndex(isForHere);
    const job = queue[place];
    if (here === undefined || job === undefined) return false;
    queue.splice(place, 1);
    waiting -= job.task.items.length;
    const outcome = await here.work(job.task, effort.itemsIn(isAlone() ? spellAlone : spellAmongOthers));
    effort.addHere(outcome.done, outcome.took);
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

  const seats = Array.from({ length: threads }, () => createSeat({ start, patience, delivered, lost }));
  return {
    add: async (task, done) => {
      enqueue({ task, done });
      feedAll();
      await until(() => queue.length <= (isAlone() ? 0 : most));
    },
    until,
    settle: () => until(() => queue.length === 0 && seats.every((seat) => seat.job()?.done === undefined)),
    drop: () => {
      queue.length = 0;
      waiting = 0;
      wake();
    },
    close: async () => {
      await Promise.all(seats.splice(0).map((seat) => seat.close()));
    },
  };
};
