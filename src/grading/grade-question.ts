/** One answer, with its points: assessed, and reduced for being late. */

import { type Assessment, type PreparedQuestion, assess } from '../answers/index.js';
import type { Answer, GradedQuestion, Remark } from '../types.js';
import { withAuthorCredit } from './author-credit.js';
import type { Lateness } from './lateness.js';
import { pointsOf } from './points.js';
import type { PreparedProblem } from './prepare.js';

/** Longer answers are decided afresh: what is unlikely to come again is not worth keeping. */
const longestRemembered = 2_000;

/** Assesses an answer, or remembers what came of the very same answer before. */
export const assessOnce = (
  { memory, mistakes }: Pick<PreparedProblem, 'memory' | 'mistakes'>,
  prepared: PreparedQuestion,
  answer: Answer,
): Assessment => {
  const { id } = prepared.question;
  const decide = (): Assessment => withAuthorCredit(mistakes.get(id) ?? [], answer, assess(prepared, answer));
  const text = JSON.stringify(answer, (_, value: unknown) => (isJson(value) ? value : `number ${String(value)}`));
  return text.length > longestRemembered ? decide() : memory(`${id} ${text}`, decide);
};

/** JSON writes −0 as 0, which it equals, but infinities and NaN as null. */
const isJson = (value: unknown): boolean => typeof value !== 'number' || Number.isFinite(value);

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
