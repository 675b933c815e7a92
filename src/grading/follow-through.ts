/** Answers computed rightly from an earlier wrong one: told so, and credited as the policy says. */

import type { Assessment } from '../answers/index.js';
import { carryFormulas } from './carry-formula.js';
import { type Answered, carryNumbers } from './carry-numbers.js';
import { pointsOf } from './points.js';
import type { PreparedProblem } from './prepare.js';

/**
 * Looks at every wrong answer with what it would have to be if the right procedure had been run on from the student's own
 * earlier answers. One that is right in this way is told so, and earns the larger of what it has and what the policy gives;
 * right answers are left alone. Shares only rise.
 */
export const followThrough = (prepared: PreparedProblem, answered: readonly Answered[]): readonly Answered[] => {
  const wrong = answered.filter(({ assessment }) => isWrong(assessment));
  if (wrong.length < 2) return answered;
  const carriers = [carryNumbers(prepared, wrong), carryFormulas(wrong)];
  return answered.map((given) => {
    const { answer, assessment } = given;
    if (answer === undefined || !isWrong(assessment)) return given;
    for (const carrier of carriers) {
      const from = carrier(given, answer);
      if (from !== undefined) return { ...given, assessment: credited(prepared, given, from) };
    }
    return given;
  });
};

const isWrong = ({ verdict }: Assessment): boolean => verdict === 'incorrect' || verdict === 'partial';

const credited = (
  { problem }: PreparedProblem,
  { question, assessment }: Answered,
  from: readonly string[],
): Assessment => {
  const { followThrough: credit } = problem.policy;
  const share = Math.max(assessment.share, credit);
  const remark = { code: 'carried', from, credit: pointsOf(credit, question.question.points) } as const;
  return {
    ...assessment,
    verdict: share > 0 ? 'partial' : 'incorrect',
    share,
    remarks: [...assessment.remarks, remark],
  };
};
