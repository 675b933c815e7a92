import { createMemory, type Memory } from '../memory/index.js';
import type { Problem, Verdict } from '../types.js';
import type { KeptQuestion, KeptReport } from './kept-report.js';
import { isolated, markup, trusted, type Markup } from './html.js';
import type { RenderFormula } from './mathml.js';
import { formatPoints } from './numbers.js';
import { renderPage } from './page.js';
import type { Picture } from './picture.js';
import { renderProse } from './prose.js';
import { type CardParts, renderQuestion, verdictClass, verdictText } from './question-card.js';
import { renderPicture } from './render-picture.js';

/** What came of one problem, with the pictures to show, by the question they belong to. */
export type StudentResult = {
  readonly problem: Problem;
  readonly report: KeptReport;
  readonly pictures: { readonly [question: string]: Picture };
  /** What the student was given to work with, where others were given something else. */
  readonly introduction?: string | undefined;
};

/** A rendered result without the names on it, the same for everyone who handed in the same, in pieces that sheets share. */
export type RenderedSheet = {
  readonly title: string;
  readonly pieces: readonly Uint8Array[];
  /** Bytes of those pieces that were made for this sheet. */
  readonly made: number;
};

/** A sheet and the names on it. */
export type SignedSheet = { readonly sheet: RenderedSheet; readonly attempt: number; readonly file: string };

export type StudentPages = {
  readonly renderSheet: (result: StudentResult) => RenderedSheet;
  /** The page in pieces, text and UTF-8, to be put one after the other. */
  readonly renderPage: (student: string, sheets: readonly SignedSheet[]) => readonly (string | Uint8Array)[];
};

/** Bytes of questions that are remembered. */
const mostRemembered = 12_000_000;

/** Prompts and explanations that are remembered. */
const mostProses = 200;

/**
 * Makes the pages of a class: a question that was answered, graded and explained alike is rendered once. The pages are
 * the same with and without that memory.
 */
export const createStudentPages = (renderFormula: RenderFormula): StudentPages => {
  const byProblem = new WeakMap<Problem, Memory<string, Uint8Array>>();
  const cardsOf = (problem: Problem): Memory<string, Uint8Array> => {
    const known = byProblem.get(problem) ?? createMemory(mostRemembered);
    byProblem.set(problem, known);
    return known;
  };
  const proses = createMemory<string, Markup>(mostProses);
  const pictures = new WeakMap<Picture, { readonly number: number; readonly markup: Markup | undefined }>();
  let drawn = 0;
  const draw = (picture: Picture): { readonly number: number; readonly markup: Markup | undefined } => {
    const known = pictures.get(picture) ?? { number: drawn++, markup: renderPicture(picture) };
    pictures.set(picture, known);
    return known;
  };
  const parts: CardParts = {
    formula: renderFormula,
    prose: (text) => proses.get(text) ?? proses.set(text, renderProse(text, renderFormula)),
    picture: (picture) => draw(picture).markup,
  };
  return {
    renderSheet: (result) => {
      const { problem, report } = result;
      const cards = cardsOf(problem);
      let made = 0;
      const card = (question: KeptQuestion): Uint8Array => {
        const picture = result.pictures[question.id];
        const key = `${picture === undefined ? '' : draw(picture).number}${JSON.stringify(question)}`;
        const before = cards.get(key);
        if (before !== undefined) return before;
        const bytes = encode(renderQuestion(problem, question, parts, picture));
        made += bytes.length;
        return cards.set(key, bytes, key.length + bytes.length);
      };
      const graded = report.questions.filter(({ possible }) => possible > 0);
      const own = report.questions.filter(({ possible, verdict }) => possible === 0 && verdict !== 'blank');
      const given = result.introduction === undefined ? '' : parts.prose(result.introduction);
      const top = encode(
        markup`${renderTop(report, graded)}${given !== '' && markup`<div class="prompt">${given}</div>`}`,
      );
      made += top.length;
      return {
        title: problem.title,
        pieces: [top, ...graded.map(card), ...(own.length > 0 ? [ownHeading, ...own.map(card)] : [])],
        made,
      };
    },
    renderPage: (student, sheets) => [
      shell.opening,
      markup`${student} – ${sheets.map(({ sheet }) => sheet.title).join(', ')}`.markup,
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

const ownHeading = encode(markup`<h2>For checking your work <span class="soft">(not graded)</span></h2>`);

const renderSheets = (student: string, sheets: readonly SignedSheet[]): readonly (string | Uint8Array)[] => {
  const [only] = sheets;
  const title = sheets.length === 1 && only !== undefined ? only.sheet.title : 'Homework';
  const names = ({ attempt, file }: SignedSheet): Markup =>
    markup`<p class="meta">attempt ${attempt}, ${isolated(file)}</p>`;
  return [
    markup`<header><p class="meta">${isolated(student)}</p><h1>${title}</h1></header>`.markup,
    ...sheets.flatMap((signed) => [
      markup`<section>${sheets.length > 1 && markup`<h2>${signed.sheet.title}</h2>`}${names(signed)}`.markup,
      ...signed.sheet.pieces,
      '</section>',
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
    .map((piece) => (typeof piece === 'string' ? piece : decoder.decode(piece)))
    .join('');
};

/** How many answers that count have this verdict: what a person decides is told from what the student has to mend. */
const countOf = ({ questions }: KeptReport, verdict: Verdict): number =>
  questions.filter((question) => question.verdict === verdict && question.possible > 0 && question.refused !== true)
    .length;

/** Points, verdicts in short, and what is said about the whole. */
const renderTop = (report: KeptReport, graded: readonly KeptQuestion[]): Markup => {
  const undecided = countOf(report, 'undecided');
  const unread = countOf(report, 'ungradable');
  return markup`<p class="total"><strong>${formatPoints(report.earned)}</strong><span>of ${formatPoints(report.possible)} points</span></p><ul class="strip">${graded.map((question) => markup`<li class="${verdictClass(question)}"><span hidden>${question.id}: ${verdictText(question)}</span></li>`)}</ul>${undecided > 0 && markup`<p class="note">${undecided === 1 ? 'One answer is' : `${undecided} answers are`} not decided yet: the points may still rise.</p>`}${unread > 0 && markup`<p class="note">${unread === 1 ? 'One answer' : `${unread} answers`} could not be read, and used up no attempt.</p>`}${
    report.messages.length + report.warnings.length > 0 &&
    markup`<div class="note"><ul>${[...report.messages, ...report.warnings].map((message) => markup`<li>${message}</li>`)}</ul></div>`
  }`;
};
