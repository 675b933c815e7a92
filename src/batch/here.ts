import type { Perform } from './perform.js';
import { partOf, type Task, type TaskResult } from './task.js';
import { createWatch } from './watch.js';

/** What came of working for a while on a task: `done` of its items, and `left` to be done, and the milliseconds it took. */
export type WorkedHere =
  | {
      readonly kind: 'done';
      readonly result: TaskResult;
      readonly done: Task;
      readonly left: Task;
      readonly took: number;
    }
  /** It was broken off at the item `index`; what it had done before is lost. */
  | {
      readonly kind: 'hung';
      readonly index: number;
      readonly done: Task;
      readonly took: number;
    };

/** Tasks in this thread. */
export type WorkHere = {
  /** Whether it is safe and quick to do it here, where only patience is limited and nobody hears Ctrl-C meanwhile. */
  readonly mayDo: (task: Task) => boolean;
  /** Sheets are done `most` at once. */
  readonly work: (task: Task, most: number) => Promise<WorkedHere>;
};

/** Characters of answers, many times those of usual ones. What is longer might need much memory. */
const mostAnswers = 8 * 1024;

/**
 * `patience`: milliseconds for an item. After one that hangs nothing more is done here. The mistakes of a problem that does not ship may have to be
 * computed, which takes seconds in which nobody would hear Ctrl-C: its sheets are left to other threads.
 */
export const openWorkHere = (perform: Perform, patience: number, shipped: readonly string[]): WorkHere => {
  const watch = createWatch();
  const ready = new Set(shipped);
  let hung = false;
  return {
    mayDo: (task) =>
      !hung &&
      (task.kind === 'pages' || task.items.every(({ problem, size }) => ready.has(problem) && size <= mostAnswers)),
    work: async (task, most) => {
      const began = performance.now();
      const took = (): number => performance.now() - began;
      if (task.kind === 'pages') {
        const result = await perform.pages(task, () => undefined);
        return { kind: 'done', result, done: task, left: partOf(task, 0, 0), took: took() };
      }
      const done = partOf(task, 0, most);
      let index = 0;
      let result: TaskResult | undefined;
      const ended = watch(() => {
        result = perform.grade(task.items.slice(0, most), (at) => {
          index = at;
        });
      }, patience);
      if (ended && result !== undefined)
        return { kind: 'done', result, done, left: partOf(task, most, task.items.length), took: took() };
      hung = true;
      return { kind: 'hung', index, done, took: took() };
    },
  };
};
