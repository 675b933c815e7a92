import { daysBetween, dueFor, instant } from '../grading/index.js';
import type { Problem } from '../types.js';

/**
 * What of a student and a time a grade can depend on, as text; what it is called when it depends on neither is `in time`. `time`: the same as
 * `submittedAt` in milliseconds since 1970, where it is known.
 */
export type Circumstances = (student: string, submittedAt: string | undefined, time: number | undefined) => string;

const nobody = '';

/**
 * The days a submission is late, and no more; the student only where the policy knows him or her by name, or where everybody has
 * numbers of their own.
 */
export const createCircumstances = ({ policy, variants }: Problem): Circumstances => {
  const { extensions } = policy;
  const due = dueFor(policy, nobody);
  const isByName = variants !== undefined || extensions !== undefined;
  return (student, submittedAt, known) => {
    if (isByName && (variants !== undefined || Object.hasOwn(extensions ?? {}, student)))
      return `of ${student} at ${submittedAt ?? 'no time'}`;
    if (submittedAt === undefined) return 'no time';
    if (due === undefined) return 'in time';
    const time = known ?? instant(submittedAt);
    return time === undefined || time <= due ? 'in time' : `${daysBetween(due, time)} days late`;
  };
};
