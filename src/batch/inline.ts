import { createPerformer, performTask } from './perform.js';
import type { Pool } from './pool.js';
import type { PredictionsFor } from './predictions.js';
import type { Setup } from './task.js';

/** The pool without threads: everything in this one, as it comes. Nothing can be taken back from an item that hangs. */
export const createInlinePool = (setup: Setup, predictionsFor: PredictionsFor): Pool => {
  const perform = createPerformer(setup, predictionsFor);
  return {
    add: async (task, done) => done(await performTask(perform, task, () => undefined), task),
    until: async () => undefined,
    settle: async () => undefined,
    drop: () => undefined,
    close: async () => undefined,
  };
};
