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
  const { share, verdict, read, values, fingerprint } = assessment;
  const full = pointsOf(share, points);
  const earned = pointsOf(share * lateness.kept, points);
  const remarks: Remark[] = [...assessment.remarks];
  if (lateness.days > 0 && verdict !== 'blank' && (full > earned || lateness.refused)) {
    const lost = pointsOf(share * (1 - lateness.kept), points);
    remarks.push({ code: 'late', days: lateness.days, lost, ...(lateness.refused && { refused: true }) });
  }
  // Field by field: this is done for every answer, and copying what is not known beforehand takes ten times as long.
  const graded: { -readonly [Field in keyof GradedQuestion]: GradedQuestion[Field] } = {
    id,
    verdict,
    earned,
    possible: points,
    proof: assessment.proof,
    remarks,
  };
  if (answer !== undefined && verdict !== 'blank') graded.answer = answer;
  if (read !== undefined) graded.read = read;
  if (values !== undefined) graded.values = values;
  if (fingerprint !== undefined) graded.fingerprint = fingerprint;
  return graded;
};
