import type { Task } from './task.js';

/** How long items have taken so far, and what follows from it. Times are in milliseconds. */
export type Effort = {
  /** In any thread. */
  readonly add: (items: number, took: number) => void;
  /** In this thread. */
  readonly addHere: (task: Task, took: number) => void;
  /** Items that take so long, at least one. */
  readonly itemsIn: (time: number) => number;
  /** What so many items will take. */
  readonly timeOf: (items: number) => number;
  /** Work of this thread that another one would have taken off it. */
  readonly here: () => number;
};

/** Items that it begins with, knowing nothing of the time they take. */
const firstItems = 2;

/** What an item takes until it is known better, and after how many items that is. */
const usualItemTime = 0.1;
const enoughItems = 100;

/** Pages are mostly written, and a thread that writes is at once as good as this one: it is worth its start so much sooner. */
const pagesWeigh = 4;

export const createEffort = (): Effort => {
  let items = 0;
  let spent = 0;
  let here = 0;
  const add: Effort['add'] = (count, took) => {
    items += count;
    spent += took;
  };
  return {
    add,
    addHere: (task, took) => {
      add(task.items.length, took);
      here += task.kind === 'pages' ? took * pagesWeigh : took;
    },
    itemsIn: (time) => (items === 0 ? firstItems : Math.max(1, Math.floor((time * items) / spent))),
    timeOf: (count) => count * (items < enoughItems ? usualItemTime : spent / items),
    here: () => here,
  };
};
