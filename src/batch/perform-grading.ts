import type { Problem } from '../types.js';
import { createGrader, type Grader } from './grader.js';
import type { PredictionsFor } from './predictions.js';
import { createRecordWriter, type RecordPlace } from './record.js';
import type { Setup, SheetItem, TaskResult } from './task.js';

/** Called before each item with its index, so that whoever waits knows where the work is. */
export type Began = (index: number) => void;

export type GradeSheets = (items: readonly SheetItem[], began: Began) => TaskResult;

/** Grades sheets one after the other; a fault of ours costs one of them, not the run. */
export const openGradingDesk = ({ problems, asOf }: Setup, predictionsFor: PredictionsFor): GradeSheets => {
  const byId = new Map(problems.map((each) => [each.problem.id, each]));
  const graders = new Map<string, Grader>();
  const graderFor = (id: string, problem: Problem, shipped: boolean): Grader => {
    const known = graders.get(id) ?? createGrader(problem, shipped, asOf, predictionsFor);
    graders.set(id, known);
    return known;
  };
  return (items, began) => {
    const records = createRecordWriter();
    const places = items.map((item, index): RecordPlace | string => {
      began(index);
      const found = byId.get(item.problem);
      if (found === undefined) throw new Error(`problem ${item.problem} is not at hand`);
      try {
        const grader = graderFor(item.problem, found.problem, found.shipped);
        const { submissions } = item;
        const [first] = submissions;
        if (first === undefined) throw new Error('there is nothing to grade');
        return records.add(item.key, item.kind === 'one' ? grader.gradeOne(first) : grader.gradeAll(submissions));
      } catch (cause) {
        return `Something went wrong inside the checker (${String(cause)}). Please report this file; it is not to blame.`;
      }
    });
    return { records: records.bytes(), places };
  };
};
