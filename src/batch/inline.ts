import { setImmediate } from 'node:timers/promises';
import { createPerformer } from './perform.js';
import type { Pool } from './pool.js';
import type { PredictionsFor } from './predictions.js';
import type { Setup } from './task.js';

/** The pool without threads: everything in this one, one task after the other. Nothing can be taken back from an item that hangs. */
export const createInlinePool = (setup: Setup, predictionsFor: PredictionsFor): Pool => {
  const performer = createPerformer(setup, predictionsFor);
  return {
    run: async (tasks, done, stop) => {
      for (const task of tasks) {
        if (stop()) return;
        done(await performer.perform(task, () => undefined), task);
        // Signals come in between.
        await setImmediate();
      }
    },
    close: async () => performer.close(),
  };
};
