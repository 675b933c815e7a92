import type { Problem } from '../types.js';
import type { ClassSummary } from './class-summary.js';
import { isolated, markup, type Markup } from './html.js';
import { discriminationWithin, type Item } from './item-analysis.js';
import { count, formatCount, formatShare } from './numbers.js';

/** What one cause is called and means, in a sentence. */
export type DescribeCauses = (problem: Problem, ids: readonly string[]) => string;

export const titleOf = (problem: Problem, id: string): string =>
  problem.questions.find((question) => question.id === id)?.title ?? id;

/** An answer as it was given; of a choice, also what it stands for. */
export const answerIn = (problem: Problem, id: string, text: string): Markup => {
  const answer = problem.questions.find((question) => question.id === id)?.answer;
  const option = answer?.kind === 'choice' && Object.hasOwn(answer.options, text) ? answer.options[text] : undefined;
  return markup`<code>${isolated(text)}</code>${option !== undefined && option !== text && markup` (${option})`}`;
};

/** A share of the class below which a point is not worth the lecture's time. */
const worthSaying = 0.05;

/** Standard errors by which a question must be answered better by those who did worse: less is chance, among many questions. */
const strikingErrors = 3;

const mostOdd = 3;

/** The few things to say in the next lecture: the commonest mistakes, the hardest question, a question that may be at fault. */
export const lecturePoints = (problem: Problem, summary: ClassSummary, describe: DescribeCauses): readonly Markup[] => [
  ...causePoints(problem, summary, describe),
  ...wrongPoints(problem, summary),
  ...hardestPoint(problem, summary),
  ...oddPoints(problem, summary),
];

/** Mistakes that are certain for somebody; a guess is told as one, and not where it could be what was told already. */
const causePoints = (problem: Problem, summary: ClassSummary, describe: DescribeCauses): readonly Markup[] => {
  const { students } = summary;
  const common = summary.causes.filter(({ students: { total } }) => total >= Math.max(2, worthSaying * students));
  const told = new Set(common.filter(({ certain }) => certain > 0).flatMap(({ ids }) => ids));
  return common
    .filter(({ certain, ids }) => certain > 0 || !ids.some((id) => told.has(id)))
    .slice(0, 3)
    .map(({ ids, certain, students: { total }, explains }) => {
      const seen = [...explains.keys()].map((id) => titleOf(problem, id)).join(', ');
      const who = `${count(total, 'student')} (${formatShare(total / students)}), seen in ${seen}`;
      return certain > 0
        ? markup`<strong>${describe(problem, ids)}</strong> ${who}${certain < total && `; certain for ${formatCount(certain)} of them`}.`
        : markup`Perhaps, for it is certain for nobody: ${describe(problem, ids)} ${who}.`;
    });
};

/** Where there are two options, all who are wrong give the same answer. */
const isToldApart = (problem: Problem, id: string): boolean => {
  const answer = problem.questions.find((question) => question.id === id)?.answer;
  return answer?.kind !== 'choice' || Object.keys(answer.options).length > 2;
};

const wrongPoints = (problem: Problem, { wrong, students }: ClassSummary): readonly Markup[] =>
  wrong
    .filter((group) => isToldApart(problem, group.question))
    .filter((group) => group.students.total >= Math.max(3, worthSaying * students))
    .slice(0, 2)
    .map(
      ({ question, text, students: { total } }) =>
        markup`<strong>${count(total, 'student')}</strong> gave the same wrong answer to ${titleOf(problem, question)}, and no known mistake explains it: ${answerIn(problem, question, text)}`,
    );

const graded = ({ items }: ClassSummary): readonly Item[] =>
  items.filter(({ possible, facility }) => possible > 0 && facility !== undefined);

const hardestPoint = (problem: Problem, summary: ClassSummary): readonly Markup[] => {
  const [hardest] = graded(summary).toSorted((a, b) => (a.facility ?? 1) - (b.facility ?? 1));
  return hardest?.facility === undefined || hardest.facility >= 0.8
    ? []
    : [
        markup`<strong>${titleOf(problem, hardest.id)}</strong> was the hardest: ${formatShare(hardest.facility)} of its points were earned.`,
      ];
};

const oddPoints = (problem: Problem, summary: ClassSummary): readonly Markup[] =>
  graded(summary)
    .filter((item) => (discriminationWithin(item, strikingErrors)?.[1] ?? 0) < 0 && (item.facility ?? 1) < 0.95)
    .toSorted((a, b) => (a.discrimination ?? 0) - (b.discrimination ?? 0))
    .slice(0, mostOdd)
    .map(
      ({ id }) =>
        markup`<strong>${titleOf(problem, id)}</strong> was answered better by those who did worse on the rest. Read the question and its answer again.`,
    );
