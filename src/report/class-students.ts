import type { Problem } from '../types.js';
import type { ClassSummary } from './class-summary.js';
import { isolated, markup, type Markup } from './html.js';
import { titleOf } from './lecture.js';
import type { StudentLine } from './lowest.js';
import { formatCount, formatPoints } from './numbers.js';

const verdictText = { undecided: 'not decided', ungradable: 'could not be read' } as const;

/** Answers that the program did not decide: no points are given or taken for them until a person does. */
export const renderReview = (problem: Problem, { review }: ClassSummary, linked: boolean): Markup =>
  markup`<section class="scroll" aria-label="For a person to look at" tabindex="0"><table class="sortable"><thead><tr><th scope="col">student</th><th scope="col">question</th><th scope="col">why</th></tr></thead><tbody>${review.first.map(
    (entry) =>
      markup`<tr><th scope="row">${name(entry, linked)}</th><td>${titleOf(problem, entry.question)}</td><td>${verdictText[entry.verdict]}</td></tr>\n`,
  )}</tbody></table></section>${
    review.total > review.first.length &&
    markup`<p class="meta">The first ${formatCount(review.first.length)} of ${formatCount(review.total)}; all are in <code>grades.csv</code>.</p>`
  }`;

const name = ({ student, page }: Pick<StudentLine, 'student' | 'page'>, linked: boolean): Markup =>
  linked ? markup`<a href="feedback/${encodeURIComponent(page)}.html">${isolated(student)}</a>` : isolated(student);

export const renderStudents = ({ lines }: ClassSummary, linked: boolean): Markup =>
  markup`<section class="scroll" aria-label="Students" tabindex="0"><table class="sortable"><thead><tr><th scope="col">student</th><th scope="col" class="number">points</th><th scope="col">state</th></tr></thead><tbody>${lines.first.map(
    (line) =>
      markup`<tr><th scope="row">${name(line, linked)}</th><td class="number" data-value="${line.earned}">${formatPoints(line.earned)} of ${formatPoints(line.possible)}</td><td>${line.open ? 'waiting for a person' : 'done'}</td></tr>\n`,
  )}</tbody></table></section>`;
