import type { Problem } from '../types.js';
import type { KeptQuestion, KeptReport } from './kept-report.js';
import { markup, trusted, type Markup } from './html.js';
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

/** A rendered result without the names on it: the same for everyone who handed in the same. */
export type RenderedSheet = { readonly title: string; readonly bytes: Uint8Array };

/** A sheet and the names on it. */
export type SignedSheet = { readonly sheet: RenderedSheet; readonly attempt: number; readonly file: string };

export type StudentPages = {
  readonly renderSheet: (result: StudentResult) => RenderedSheet;
  /** The page in pieces, to be put one after the other. */
  readonly renderPage: (student: string, sheets: readonly SignedSheet[]) => readonly Uint8Array[];
};

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
  return {
    renderSheet: (result) => ({ title: result.problem.title, bytes: encode(renderResult(result, renderCard)) }),
    renderPage: (student, sheets) => [
      shell.opening,
      encode(markup`${student} – ${sheets.map(({ sheet }) => sheet.title).join(', ')}`),
      shell.middle,
      ...renderSheets(student, sheets),
      shell.ending,
    ],
  };
};

const encoder = new TextEncoder();
const encode = ({ markup: text }: Markup): Uint8Array => encoder.encode(text);

/** Where title and content go while the page around them is made. */
const slot = '\u0001';

const shell = (() => {
  const [opening = '', middle = '', ending = ''] = renderPage({
    title: trusted(slot),
    content: trusted(slot),
  }).markup.split(slot);
  return { opening: encode(trusted(opening)), middle: encode(trusted(middle)), ending: encode(trusted(ending)) };
})();

const renderSheets = (student: string, sheets: readonly SignedSheet[]): readonly Uint8Array[] => {
  const [only] = sheets;
  const title = sheets.length === 1 && only !== undefined ? only.sheet.title : 'Homework';
  const names = ({ attempt, file }: SignedSheet): Markup => markup`<p class="meta">attempt ${attempt}, ${file}</p>`;
  return [
    encode(markup`<header><p class="meta">${student}</p><h1>${title}</h1></header>`),
    ...sheets.flatMap((signed) => [
      encode(markup`<section>${sheets.length > 1 && markup`<h2>${signed.sheet.title}</h2>`}${names(signed)}`),
      signed.sheet.bytes,
      encode(markup`</section>`),
    ]),
  ];
};

/** The page of one student: self-contained HTML, no scripts, no requests. */
export const renderStudentPage = (
  student: string,
  results: readonly StudentResult[],
  renderFormula: RenderFormula,
): string => {
  const pages = createStudentPages(renderFormula);
  const sheets = results.map((result) => ({
    sheet: pages.renderSheet(result),
    attempt: result.report.attempt,
    file: result.report.file,
  }));
  const decoder = new TextDecoder();
  return pages
    .renderPage(student, sheets)
    .map((piece) => decoder.decode(piece))
    .join('');
};

type RenderCard = (problem: Problem, report: KeptQuestion, picture: Picture | undefined) => Markup;

const open = (questions: readonly KeptQuestion[]): number =>
  questions.filter(({ verdict, possible }) => possible > 0 && isOpenVerdict(verdict)).length;

const renderResult = ({ problem, report, pictures }: StudentResult, renderCard: RenderCard): Markup => {
  const graded = report.questions.filter(({ possible }) => possible > 0);
  const own = report.questions.filter(({ possible, verdict }) => possible === 0 && verdict !== 'blank');
  const waiting = open(report.questions);
  const card = (question: KeptQuestion): Markup => renderCard(problem, question, pictures[question.id]);
  return markup`<p class="total"><strong>${formatPoints(report.earned)}</strong><span>of ${formatPoints(report.possible)} points</span></p><ul class="strip">${graded.map(({ id, verdict }) => markup`<li class="${verdict}"><span hidden>${id}: ${verdictWords[verdict]}</span></li>`)}</ul>${waiting > 0 && markup`<p class="note">${waiting === 1 ? 'One answer is' : `${waiting} answers are`} not decided yet: the points may still rise.</p>`}${
    report.messages.length + report.warnings.length > 0 &&
    markup`<div class="note"><ul>${[...report.messages, ...report.warnings].map((message) => markup`<li>${message}</li>`)}</ul></div>`
  }${graded.map(card)}${
    own.length > 0 && markup`<h2>For checking your work <span class="soft">(not graded)</span></h2>${own.map(card)}`
  }`;
};
