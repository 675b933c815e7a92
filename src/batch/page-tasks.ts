import type { Pool } from './pool.js';
import type { PageItem } from './task.js';

const pagesPerTask = 8;

/** Gathers pages to be written and gives them to the pool, many at a time. */
export type PageTasks = {
  readonly add: (item: PageItem) => void;
  /** Hands over what is gathered, if it is enough or nothing more comes; resolves when there is room for more. */
  readonly handOver: (all: boolean) => Promise<void>;
};

export const createPageTasks = (folder: string, records: string | undefined, pool: Pool): PageTasks => {
  const items: PageItem[] = [];
  return {
    add: (item) => void items.push(item),
    handOver: async (all) => {
      while (items.length >= (all ? 1 : pagesPerTask))
        await pool.add({ kind: 'pages', folder, records, items: items.splice(0, pagesPerTask) }, () => undefined);
    },
  };
};
