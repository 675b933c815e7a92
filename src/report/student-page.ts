import type { Problem } from '../types.js';
import type { KeptQuestion, KeptReport } from './kept-report.js';
import { markup, type Markup } from './html.js';
import type { RenderFormula } from './mathml.js';
import { formatPoints } from './numbers.js';
import { renderPage } from './page.js';
import type { Picture } from './picture.js';
import { renderQuestion, verdictWords } from './question-card.js';
import { isOpenVerdict } from './row.js';

/** What came of one problem, with the pictures to show, by the question they belong to. */
export type StudentResult = {
  readonly problem: Problem;
  readonly report: KeptReport;
  readonly pictures: { readonly [question: string]: Picture };
};

export type StudentPages = { readonly render: (student: string, results: readonly StudentResult[]) => string };

const mostRemembered = 5000;

/**
 * Makes the pages of a class: a question that was answered, graded and explained alike is rendered once. The pages are
 * the same with and without that memory.
 */
export const createStudentPages = (renderFormula: RenderFormula): StudentPages => {
  const byProblem = new WeakMap<Problem, Map<string, Markup>>();
  const renderCard = (problem: Problem, report: KeptQuestion, picture: Picture | undefined): Markup => {
    const remembered = byProblem.get(problem) ?? new Map<string, Markup>();
    byProblem.set(problem, remembered);
    const key = `${JSON.stringify(report)}${picture === undefined ? '' : `\n${JSON.stringify(picture)}`}`;
    const before = remembered.get(key);
    if (before !== undefined) return before;
    const card = renderQuestion(problem, report, renderFormula, picture);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, card);
    return card;
  };
  return { render: (student, results) => renderStudent(student, results, renderCard) };
};

/** The page of one student: self-contained HTML, no scripts, no requests. */
export const renderStudentPage = (
  student: string,
  results: readonly StudentResult[],
  renderFormula: RenderFormula,
): string => createStudentPages(renderFormula).render(student, results);

type RenderCard = (problem: Problem, report: KeptQuestion, picture: Picture | undefined) => Markup;

const renderStudent = (student: string, results: readonly StudentResult[], renderCard: RenderCard): string => {
  const titles = results.map(({ problem }) => problem.title).join(', ');
  return renderPage({
    title: `${student} – ${titles}`,
    content:
      results.length === 1
        ? results.map(
            (result) =>
              markup`<header><p class="meta">${student}</p><h1>${result.problem.title}</h1></header>${renderResult(result, renderCard)}`,
          )
        : markup`<header><p class="meta">${student}</p><h1>Homework</h1></header>${results.map(
            (result) => markup`<section><h2>${result.problem.title}</h2>${renderResult(result, renderCard)}</section>`,
          )}`,
  }).markup;
};

const open = (questions: readonly KeptQuestion[]): number =>
  questions.filter(({ verdict, possible }) => possible > 0 && isOpenVerdict(verdict)).length;

const renderResult = ({ problem, report, pictures }: StudentResult, renderCard: RenderCard): Markup => {
  const graded = report.questions.filter(({ possible }) => possible > 0);
  const own = report.questions.filter(({ possible, verdict }) => possible === 0 && verdict !== 'blank');
  const waiting = open(report.questions);
  const card = (question: KeptQuestion): Markup => renderCard(problem, question, pictures[question.id]);
  return markup`<p class="total"><strong>${formatPoints(report.earned)}</strong><span>of ${formatPoints(report.possible)} points</span><span class="soft">attempt ${report.attempt}, ${report.file}</span></p><ul class="strip">${graded.map(({ id, verdict }) => markup`<li class="${verdict}"><span hidden>${id}: ${verdictWords[verdict]}</span></li>`)}</ul>${waiting > 0 && markup`<p class="note">${waiting === 1 ? 'One answer is' : `${waiting} answers are`} not decided yet: the points may still rise.</p>`}${
    report.messages.length + report.warnings.length > 0 &&
    markup`<div class="note"><ul>${[...report.messages, ...report.warnings].map((message) => markup`<li>${message}</li>`)}</ul></div>`
  }${graded.map(card)}${
    own.length > 0 && markup`<h2>For checking your work <span class="soft">(not graded)</span></h2>${own.map(card)}`
  }`;
};
