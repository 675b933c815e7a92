import { readUsualInstant } from '../dates/index.js';
import { daysBetween, dueFor, instant } from '../grading/index.js';
import type { Problem } from '../types.js';

/** What of a student and a time a grade can depend on, as text; what it is called when it depends on neither is `in time`. */
export type Circumstances = (student: string, submittedAt: string | undefined) => string;

const nobody = '';

/**
 * The days a submission is late, and no more; the student only where the policy knows him or her by name, or where everybody has
 * numbers of their own.
 */
export const createCircumstances = ({ policy, variants }: Problem): Circumstances => {
  const { extensions } = policy;
  const due = dueFor(policy, nobody);
  return (student, submittedAt) => {
    if (variants !== undefined || (extensions !== undefined && Object.hasOwn(extensions, student)))
      return `of ${student} at ${submittedAt ?? 'no time'}`;
    if (submittedAt === undefined) return 'no time';
    if (due === undefined) return 'in time';
    const time = readUsualInstant(submittedAt) ?? instant(submittedAt);
    const days = time === undefined ? 0 : daysBetween(due, time);
    return days === 0 ? 'in time' : `${days} days late`;
  };
};
