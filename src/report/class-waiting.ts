import type { Problem } from '../types.js';
import { renderNames } from './class-causes.js';
import { renderName } from './class-students.js';
import { markup, type Markup } from './html.js';
import { answerIn, titleOf } from './lecture.js';
import { formatCount } from './numbers.js';
import type { Waiting } from './waiting.js';

const verdictText = { undecided: 'not decided', ungradable: 'could not be read' } as const;

/** Answers that the program did not decide: no points are given or taken for them until a person does. */
export const renderWaiting = (problem: Problem, { groups, answers }: Waiting, linked: boolean): Markup => {
  const listed = groups.reduce((sum, { students }) => sum + students.total, 0);
  return markup`<section class="scroll" aria-label="For a person to look at" tabindex="0"><table class="sortable"><thead><tr><th scope="col">answer</th><th scope="col">question</th><th scope="col">why</th><th scope="col" class="number">students</th><th scope="col">who</th></tr></thead><tbody>${groups.map(
    ({ question, verdict, text, why, students: { first, total } }) =>
      markup`<tr><th scope="row">${answerIn(problem, question, text)}</th><td>${titleOf(problem, question)}</td><td class="why">${why === '' ? verdictText[verdict] : why}</td><td class="number">${total}</td><td>${renderNames({ first: first.map((each) => renderName(each, linked)), total })}</td></tr>\n`,
  )}</tbody></table></section>${
    answers > listed &&
    markup`<p class="meta">${formatCount(listed)} of ${formatCount(answers)} answers; all are in <code>grades.csv</code>.</p>`
  }`;
};
