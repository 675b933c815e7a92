import type { Problem, Submission } from '../types.js';
import { drawVariant } from '../variants/index.js';
import type { Graded, Grader } from './grader.js';

/** Grades each student against the student's own numbers. Nothing can be looked up from one student for the next. */
export const createVariantGrader = (problem: Problem, graderFor: (own: Problem) => Grader): Grader => {
  const graderOf = ({ student = '' }: Submission): Grader => graderFor(drawVariant(problem, student).problem);
  return {
    gradeOne: (submission) => graderOf(submission).gradeOne(submission),
    gradeAll: (submissions): Graded => {
      const [first] = submissions;
      if (first === undefined) throw new Error('a student without submissions cannot be graded');
      return graderOf(first).gradeAll(submissions);
    },
  };
};
