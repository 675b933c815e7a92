import type { Problem } from '../types.js';
import type { ClassSummary } from './class-summary.js';
import { markup, type Markup } from './html.js';
import { count, formatShare } from './numbers.js';

/** What one cause is called and means, in a sentence. */
export type DescribeCauses = (problem: Problem, ids: readonly string[]) => string;

export const titleOf = (problem: Problem, id: string): string =>
  problem.questions.find((question) => question.id === id)?.title ?? id;

/** A share of the class below which a point is not worth the lecture's time. */
const worthSaying = 0.05;

/** The few things to say in the next lecture: the commonest mistakes, the hardest question, a question that may be at fault. */
export const lecturePoints = (problem: Problem, summary: ClassSummary, describe: DescribeCauses): readonly Markup[] => {
  const { students } = summary;
  const causes = summary.causes
    .filter((cause) => cause.students.total >= Math.max(2, worthSaying * students))
    .slice(0, 3)
    .map(
      ({ ids, students: { total }, explains }) =>
        markup`<strong>${describe(problem, ids)}</strong> ${count(total, 'student')} (${formatShare(total / students)}), seen in ${[...explains.keys()].map((id) => titleOf(problem, id)).join(', ')}.`,
    );
  const wrong = summary.wrong
    .filter((group) => group.students.total >= Math.max(3, worthSaying * students))
    .slice(0, 2)
    .map(
      ({ question, text, students: { total } }) =>
        markup`<strong>${count(total, 'student')}</strong> gave the same wrong answer to ${titleOf(problem, question)}, and no known mistake explains it: <code>${text}</code>`,
    );
  const graded = summary.items.filter(({ possible, facility }) => possible > 0 && facility !== undefined);
  const hardest = graded.reduce<(typeof graded)[number] | undefined>(
    (low, item) => (low === undefined || (item.facility ?? 1) < (low.facility ?? 1) ? item : low),
    undefined,
  );
  const odd = graded.filter(
    ({ discrimination, facility }) =>
      students >= 20 && discrimination !== undefined && discrimination < 0 && (facility ?? 1) < 0.95,
  );
  return [
    ...causes,
    ...wrong,
    ...(hardest?.facility !== undefined && hardest.facility < 0.8
      ? [
          markup`<strong>${titleOf(problem, hardest.id)}</strong> was the hardest: ${formatShare(hardest.facility)} of its points were earned.`,
        ]
      : []),
    ...odd.map(
      ({ id }) =>
        markup`<strong>${titleOf(problem, id)}</strong> was answered better by those who did worse on the rest. Read the question and its answer again.`,
    ),
  ];
};
