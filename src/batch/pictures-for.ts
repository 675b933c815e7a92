import type { Row } from '../report/index.js';
import type { Cause, Disclosed, GradedQuestion, GradedSubmission, Problem } from '../types.js';

type Shown = { readonly [question: string]: Disclosed };

/** The certain causes that may be told, each at the first question where the mistake lies. */
export const picturesFor = (
  problem: Problem,
  { questions }: GradedSubmission,
  causes: readonly Cause[],
  shown: Shown,
): Row['pictures'] => {
  if (causes.length === 0) return [];
  const answers = new Map(questions.map((answer) => [answer.id, answer]));
  const right = problem.questions.every(({ id }) => shown[id]?.solution === true || waitsForNothing(answers.get(id)));
  return causes.flatMap(({ ids, certain, explains }) => {
    const question = explains.find((id) => shown[id]?.cause === true && !isCarried(answers.get(id)));
    return certain && question !== undefined ? [{ question, ids, right }] : [];
  });
};

/**
 * A question without points that was left out: the right course tells its answer, too, and costs nobody anything by it. One with points
 * can still be answered, since a blank uses no attempt; one that was answered is being worked on.
 */
const waitsForNothing = (answer: GradedQuestion | undefined): boolean =>
  answer?.verdict === 'blank' && answer.possible === 0;

/** Right but for an earlier answer, where the mistake is told. */
const isCarried = (answer: GradedQuestion | undefined): boolean =>
  answer?.remarks.some(({ code }) => code === 'carried') === true;
