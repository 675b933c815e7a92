import { openGradingDesk, type Began } from './perform-grading.js';
import { openPageDesk } from './perform-pages.js';
import type { PredictionsFor } from './predictions.js';
import type { Setup, Task, TaskResult } from './task.js';

export type Performer = {
  readonly perform: (task: Task, began: Began) => Promise<TaskResult>;
  readonly close: () => void;
};

const nothing: TaskResult = { entries: [], records: new Uint8Array(), skipped: [], notes: [] };

/** Does tasks, in whatever thread it is. What comes out depends on the task and the setup alone. */
export const createPerformer = (setup: Setup, predictionsFor: PredictionsFor): Performer => {
  const desk = openGradingDesk(setup, predictionsFor);
  const writePages = openPageDesk(new Map(setup.problems.map(({ problem }) => [problem.id, problem])));
  return {
    perform: async (task, began) => {
      switch (task.kind) {
        case 'grade':
          return desk.grade(task.items, began);
        case 'join':
          return desk.join(task.items, began);
        case 'pages':
          await writePages(task.folder, task.items, began);
          return nothing;
      }
    },
    close: desk.close,
  };
};
