import { dueFor } from '../grading/index.js';
import type { Problem, Submission } from '../types.js';

/** A text that two submissions to a problem share only if all that is graded and said is the same, but for the names on it. */
export type SheetKey = (submission: Submission) => string;

const nobody = '';

/**
 * Answers, attempt, what was noticed while reading, and whether it was in time. How late matters only for one that is late; the student
 * matters only where the policy knows him or her by name.
 */
export const createSheetKey = (problem: Problem): SheetKey => {
  const { extensions } = problem.policy;
  const due = dueFor(problem.policy, nobody);
  const timeOf = (submittedAt: string | undefined): string => {
    if (submittedAt === undefined) return 'no time';
    return due !== undefined && Date.parse(submittedAt) > due ? submittedAt : 'in time';
  };
  return ({ student = nobody, attempt, submittedAt, answers, warnings, problem: named }) => {
    const isKnownByName = extensions !== undefined && Object.hasOwn(extensions, student);
    const whose = isKnownByName ? `${student}\n${submittedAt ?? ''}` : timeOf(submittedAt);
    const noticed =
      warnings.length === 0
        ? ''
        : warnings.map(({ code, message, fix, question }) => [code, message, fix, question].join('\t')).join('\n');
    return `${attempt}\n${named ?? ''}\n${whose}\n${noticed}\n${JSON.stringify(answers)}`;
  };
};
