import { openGradingDesk, type Began, type GradeSheets } from './perform-grading.js';
import { openPageDesk } from './perform-pages.js';
import type { PredictionsFor } from './predictions.js';
import type { PagesTask, Setup, Task, TaskResult } from './task.js';

/** Does tasks, in whatever thread it is. What comes out depends on the task and the setup alone. */
export type Perform = {
  readonly grade: GradeSheets;
  readonly pages: (task: PagesTask, began: Began) => Promise<TaskResult>;
};

const nothing: TaskResult = { records: new Uint8Array(), places: [] };

export const createPerformer = (setup: Setup, predictionsFor: PredictionsFor): Perform => {
  const writePages = openPageDesk(new Map(setup.problems.map(({ problem }) => [problem.id, problem])));
  return {
    grade: openGradingDesk(setup, predictionsFor),
    pages: async (task, began) => {
      await writePages(task, began);
      return nothing;
    },
  };
};

export const performTask = async (perform: Perform, task: Task, began: Began): Promise<TaskResult> =>
  task.kind === 'grade' ? perform.grade(task.items, began) : perform.pages(task, began);
