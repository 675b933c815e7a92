import type { Problem, Submission } from '../types.js';
import { type Drawn, drawVariant } from '../variants/index.js';

/** Grades submissions, one or all of a student's. */
type Grades<Result> = {
  readonly gradeOne: (submission: Submission) => Result;
  readonly gradeAll: (submissions: readonly Submission[]) => Result;
};

/** Grades each student against the student's own numbers. Nothing can be looked up from one student for the next. */
export const createVariantGrader = <Result>(
  problem: Problem,
  graderFor: (own: Drawn) => Grades<Result>,
): Grades<Result> => {
  const graderOf = ({ student = '' }: Submission): Grades<Result> => graderFor(drawVariant(problem, student));
  return {
    gradeOne: (submission) => graderOf(submission).gradeOne(submission),
    gradeAll: (submissions) => {
      const [first] = submissions;
      if (first === undefined) throw new Error('a student without submissions cannot be graded');
      return graderOf(first).gradeAll(submissions);
    },
  };
};
