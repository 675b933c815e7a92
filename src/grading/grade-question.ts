/** One answer, with its points: assessed, and reduced for being late. */

import { type Assessment, type PreparedQuestion, assess } from '../answers/index.js';
import type { Answer, GradedQuestion, Remark } from '../types.js';
import type { Lateness } from './lateness.js';
import { pointsOf } from './points.js';
import type { Memory } from './remember.js';

/** Longer answers are decided afresh: what is unlikely to come again is not worth keeping. */
const longestRemembered = 2_000;

/** Assesses an answer, or remembers what came of the very same answer before. */
export const assessOnce = (memory: Memory<Assessment>, prepared: PreparedQuestion, answer: Answer): Assessment => {
  const text = JSON.stringify(answer, (_, value: unknown) =>
    Object.is(value, -0) ? 0 : typeof value === 'number' && !Number.isFinite(value) ? `number ${value}` : value,
  );
  if (text.length > longestRemembered) return assess(prepared, answer);
  return memory(`${prepared.question.id} ${text}`, () => assess(prepared, answer));
};

/** The assessment as part of a graded submission. */
export const gradeQuestion = (
  prepared: PreparedQuestion,
  answer: Answer | undefined,
  assessment: Assessment,
  lateness: Lateness,
): GradedQuestion => {
  const { id, points } = prepared.question;
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
