import type { Problem } from '../types.js';
import { renderCauses, renderWrongAnswers } from './class-causes.js';
import { renderFiles } from './class-files.js';
import { renderItems } from './class-items.js';
import { classScript } from './class-script.js';
import type { ClassSummary } from './class-summary.js';
import { renderStudents } from './class-students.js';
import { renderWaiting } from './class-waiting.js';
import { markup, type Markup } from './html.js';
import { lecturePoints, type DescribeCauses } from './lecture.js';
import { count, formatCount, formatPoints } from './numbers.js';
import { renderPage } from './page.js';
import { plotDistribution } from './plot-distribution.js';
import type { BatchNote, Skipped } from './skipped.js';

export type ClassPage = {
  /** In the order of the problems' ids. */
  readonly problems: readonly { readonly problem: Problem; readonly summary: ClassSummary }[];
  readonly skipped: readonly Skipped[];
  readonly notes: readonly BatchNote[];
  readonly describe: DescribeCauses;
  /** False where no pages were written for the students: then nothing links to them. */
  readonly linked: boolean;
};

/** The page of a class: what to say in the next lecture first, then the numbers behind it. One script, and whole without it. */
export const renderClassPage = (page: ClassPage): string => {
  const [only] = page.problems;
  const title = page.problems.length === 1 && only !== undefined ? only.problem.title : 'Homework';
  return renderPage({
    title: `${title} – the class`,
    wide: true,
    script: classScript,
    content: [
      markup`<header><p class="meta">The class</p><h1>${title}</h1></header>`,
      page.problems.length === 0 && markup`<p class="note">No submission could be graded.</p>`,
      page.problems.map((part) => renderProblem(part.problem, part.summary, page)),
      renderFiles(page.skipped, page.notes),
    ],
  }).markup;
};

/** The value that a share of the students does not exceed; half-way between two where it falls between them (Hyndman and Fan 1996, definition 2). */
export const quantile = (points: ReadonlyMap<number, number>, share: number): number => {
  const sorted = [...points].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, students]) => sum + students, 0);
  let seen = 0;
  for (const [index, [value, students]] of sorted.entries()) {
    seen += students;
    if (seen > share * total) return value;
    if (seen === share * total) return (value + (sorted[index + 1]?.[0] ?? value)) / 2;
  }
  return 0;
};

const mean = (points: ReadonlyMap<number, number>): number | undefined => {
  let sum = 0;
  let total = 0;
  for (const [value, students] of [...points].sort(([a], [b]) => a - b)) {
    sum += value * students;
    total += students;
  }
  return total === 0 ? undefined : sum / total;
};

const fact = (name: string, value: string): Markup => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** What the numbers above leave out, and what they hold. */
const renderPointNotes = ({ open, late }: ClassSummary): Markup =>
  markup`${
    open > 0 &&
    markup`<p class="meta">Outlined: ${count(open, 'student')} for whom a person has to look at an answer, with the points they have so far. Mean, median and middle half are of the others.</p>`
  }${
    late.students > 0 &&
    markup`<p class="meta">${count(late.students, 'student')} handed in late and lost ${formatPoints(late.lost)} points by it. What their answers are worth by themselves is in the table of questions.</p>`
  }`;

const renderProblem = (problem: Problem, summary: ClassSummary, page: ClassPage): Markup => {
  const say = lecturePoints(problem, summary, page.describe);
  const several = page.problems.length > 1;
  const { points, openPoints, late } = summary;
  const middle = mean(points);
  const at = (share: number): string => (middle === undefined ? '–' : formatPoints(quantile(points, share)));
  return markup`<section>${several && markup`<h2>${problem.title}</h2>`}<dl class="numbers">${[
    fact('students', formatCount(summary.students)),
    fact(
      'mean',
      middle === undefined
        ? '–'
        : `${formatPoints(Math.round(middle * 100) / 100)} of ${formatPoints(summary.possible)}`,
    ),
    fact('median', at(0.5)),
    fact('middle half', middle === undefined ? '–' : `${at(0.25)} to ${at(0.75)}`),
    fact('waiting for a person', formatCount(summary.open)),
    ...(late.students > 0 ? [fact('late', formatCount(late.students))] : []),
  ]}</dl><h2>To say in the next lecture</h2>${
    say.length > 0
      ? markup`<ul class="say">${say.map((point) => markup`<li>${point}</li>`)}</ul>`
      : markup`<p>Nothing stands out: no mistake is common, and no question was hard for many.</p>`
  }<h2>Points</h2>${plotDistribution(points, openPoints, summary.possible)}${renderPointNotes(summary)}${
    summary.waiting.answers > 0 &&
    markup`<h2>For a person to look at</h2>${renderWaiting(problem, summary.waiting, page.linked)}`
  }<h2>Questions</h2>${renderItems(problem, summary)}<h2>Mistakes found</h2>${renderCauses(problem, summary, page.describe)}${
    summary.wrong.length > 0 &&
    markup`<h2>Wrong answers without a known mistake</h2>${renderWrongAnswers(problem, summary)}`
  }<h2>Students</h2>${renderStudents(summary, page.linked)}${summary.lines.total > summary.lines.first.length && markup`<p class="meta">The ${formatCount(summary.lines.first.length)} with the fewest points of ${count(summary.lines.total, 'student')}; all are in <code>grades.csv</code>.</p>`}</section>\n`;
};
