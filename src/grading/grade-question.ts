/** One assessed answer with its points, reduced for being late. */

import type { Assessment } from '../answers/index.js';
import type { Answer, GradedQuestion, Question, Remark } from '../types.js';
import type { Lateness } from './lateness.js';
import { pointsOf } from './points.js';

/** The assessment as part of a graded submission. */
export const gradeQuestion = (
  { id, points }: Pick<Question, 'id' | 'points'>,
  answer: Answer | undefined,
  assessment: Assessment,
  lateness: Lateness,
): GradedQuestion => {
  const { share, verdict, ...found } = assessment;
  const full = pointsOf(share, points);
  const earned = pointsOf(share * lateness.kept, points);
  const remarks: Remark[] = [...found.remarks];
  if (lateness.days > 0 && verdict !== 'blank' && (full > earned || lateness.refused)) {
    remarks.push({ code: 'late', days: lateness.days, lost: pointsOf(share * (1 - lateness.kept), points) });
  }
  const given = answer === undefined || verdict === 'blank' ? {} : { answer };
  return { id, verdict, earned, possible: points, ...found, remarks, ...given };
};
