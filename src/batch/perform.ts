import { openGradingDesk, type Began } from './perform-grading.js';
import { openPageDesk } from './perform-pages.js';
import type { PredictionsFor } from './predictions.js';
import type { Setup, Task, TaskResult } from './task.js';

export type Perform = (task: Task, began: Began) => Promise<TaskResult>;

const nothing: TaskResult = { records: new Uint8Array(), places: [] };

/** Does tasks, in whatever thread it is. What comes out depends on the task and the setup alone. */
export const createPerformer = (setup: Setup, predictionsFor: PredictionsFor): Perform => {
  const grade = openGradingDesk(setup, predictionsFor);
  const writePages = openPageDesk(new Map(setup.problems.map(({ problem }) => [problem.id, problem])));
  return async (task, began) => {
    switch (task.kind) {
      case 'grade':
        return grade(task.items, began);
      case 'pages':
        await writePages(task, began);
        return nothing;
    }
  };
};
