import type { Problem, Question, Verdict } from '../types.js';
import type { KeptQuestion } from './kept-report.js';
import { isolated, markup, type Markup } from './html.js';
import type { RenderFormula } from './mathml.js';
import { formatPoints } from './numbers.js';
import type { Picture } from './picture.js';
import { answerText, isOpenQuestion } from './row.js';

/** How what stands on a card is rendered; much of it stands on many. */
export type CardParts = {
  readonly formula: RenderFormula;
  readonly prose: (text: string) => Markup;
  readonly picture: (picture: Picture) => Markup | undefined;
};

/** A sign and a word for every verdict: colour alone says nothing to some readers. */
const verdictWords = {
  correct: '✓ right',
  partial: '◐ partly right',
  incorrect: '✗ not right',
  ungradable: '? could not be read',
  undecided: '? a person will look at it',
  blank: '– no answer',
} as const satisfies { readonly [V in Verdict]: string };

const points = (question: KeptQuestion): string =>
  question.possible === 0
    ? 'not graded'
    : isOpenQuestion(question)
      ? `open, of ${formatPoints(question.possible)}`
      : `${formatPoints(question.earned)} of ${formatPoints(question.possible)}`;

/** What it would have been, had it come in time. */
const lateWords = {
  correct: '✓ right, but too late',
  partial: '◐ partly right, but too late',
  incorrect: '✗ not right, and too late',
  ungradable: '? could not be read, and too late',
  undecided: '? not decided, and too late',
  blank: verdictWords.blank,
} as const satisfies { readonly [V in Verdict]: string };

/** What came too late looks like nothing that counts, whatever it would have been worth. */
export const verdictClass = ({ verdict, refused, possible }: KeptQuestion): string =>
  refused === true && possible > 0 ? 'late' : verdict;

export const verdictText = (question: KeptQuestion): string =>
  (verdictClass(question) === 'late' ? lateWords : verdictWords)[question.verdict];

/** The option a choice stands for, beside its key. */
const chosen = (question: Question | undefined, text: string): string | undefined =>
  question?.answer.kind === 'choice' && Object.hasOwn(question.answer.options, text)
    ? question.answer.options[text]
    : undefined;

const renderAnswer = (
  question: Question | undefined,
  report: KeptQuestion,
  renderFormula: RenderFormula,
): Markup | undefined => {
  if (report.answer === undefined) return undefined;
  const text = answerText(report.answer);
  const option = chosen(question, text.trim());
  return markup`<dl class="answer"><dt>Your answer</dt><dd><code>${isolated(text)}</code>${option !== undefined && markup` – ${option}`}</dd>${
    report.latex !== undefined && markup`<dt>Read as</dt><dd>${renderFormula(report.latex, 'line')}</dd>`
  }</dl>`;
};

/** The derivation, where it may be shown; unfolded for whoever needs it. */
const explanation = (
  question: Question | undefined,
  report: KeptQuestion,
  { prose }: CardParts,
): Markup | undefined => {
  if (report.explained !== true || question?.explanation === undefined) return undefined;
  return markup`<details${report.verdict !== 'correct' && markup` open`}><summary>Explanation</summary>${prose(question.explanation)}</details>`;
};

/** One question: what was asked, what was answered and how it was read, the verdict, the points, what is said about it. */
export const renderQuestion = (
  problem: Problem,
  report: KeptQuestion,
  parts: CardParts,
  picture: Picture | undefined,
): Markup => {
  const question = problem.questions.find(({ id }) => id === report.id);
  return markup`<article class="question" id="${problem.id}.${report.id}"><header><h3>${question?.title ?? report.id}</h3><span><span class="verdict ${verdictClass(report)}">${verdictText(report)}</span><span class="points">${points(report)}</span></span></header>${question !== undefined && markup`<div class="prompt">${parts.prose(question.prompt)}</div>`}${renderAnswer(question, report, parts.formula)}${
    report.messages.length > 0 &&
    markup`<ul class="messages">${report.messages.map((message) => markup`<li>${message}</li>`)}</ul>`
  }${picture && parts.picture(picture)}${explanation(question, report, parts)}</article>\n`;
};
