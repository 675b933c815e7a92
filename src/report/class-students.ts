import type { ClassSummary } from './class-summary.js';
import { isolated, markup, type Markup } from './html.js';
import type { StudentLine } from './lowest.js';
import { formatPoints } from './numbers.js';

/** A student, with a link to the page where there is one. */
export const renderName = ({ student, page }: Pick<StudentLine, 'student' | 'page'>, linked: boolean): Markup =>
  linked ? markup`<a href="feedback/${encodeURIComponent(page)}.html">${isolated(student)}</a>` : isolated(student);

export const renderStudents = ({ lines }: ClassSummary, linked: boolean): Markup =>
  markup`<section class="scroll" aria-label="Students" tabindex="0"><table class="sortable"><thead><tr><th scope="col">student</th><th scope="col" class="number">points</th><th scope="col">state</th></tr></thead><tbody>${lines.first.map(
    (line) =>
      markup`<tr><th scope="row">${renderName(line, linked)}</th><td class="number" data-value="${line.earned}">${formatPoints(line.earned)} of ${formatPoints(line.possible)}</td><td>${line.open ? 'waiting for a person' : 'done'}</td></tr>\n`,
  )}</tbody></table></section>`;
