import type { Problem, Question, QuestionReport, Report } from '../../types.js';
import { english } from '../english/index.js';
import { escapeForTerminal } from '../escape.js';
import { paint, type Paint, type Style } from '../style.js';
import { titleOf } from '../title.js';
import type { Wording } from '../wording.js';
import { toAscii } from './ascii.js';
import { markOf } from './marks.js';
import { readableMath } from './readable-math.js';
import { showAnswer } from './show-answer.js';
import { columnsOf } from '../../expression/index.js';
import { wrap } from './width.js';

/** A report as a terminal shows it: what concerns all of it first, then question by question, then the sum. Ends with a line break. */
export const renderReport = (report: Report, problem: Problem, style: Style, wording: Wording = english): string => {
  const page = writer(style);
  const { labels } = wording;
  page.line(problem.title, 'strong');
  const whose = [report.student, labels.attempt(report.attempt)].filter((part) => part !== '');
  page.line(whose.join(style.unicode ? ' · ' : ', '), 'quiet');
  for (const warning of report.warnings) page.paragraph(warning, { lead: style.plain ? '' : '! ', paint: 'quiet' });
  if (report.messages.length > 0) page.gap();
  for (const message of report.messages)
    page.paragraph(message, { lead: style.plain ? '' : sign(style, '▸ ', '> '), paint: 'strong' });
  const shown = report.questions.filter((question) => !isSkipped(question));
  for (const question of shown) {
    const asked = problem.questions.find(({ id }) => id === question.id);
    if (asked !== undefined) renderQuestion(page, question, asked, style, wording);
  }
  page.gap();
  const skipped = report.questions.filter(isSkipped);
  const mistaken = report.questions.some(({ verdict }) => verdict === 'incorrect' || verdict === 'partial');
  if (skipped.length > 0 && mistaken) page.paragraph(labels.skipped(skipped.map(({ id }) => id)), { paint: 'quiet' });
  page.line(labels.total(report.earned, report.possible), 'strong');
  return page.text();
};

/** Questions for checking one's work that nobody answered say nothing. */
const isSkipped = ({ verdict, possible }: QuestionReport): boolean => verdict === 'blank' && possible === 0;

const renderQuestion = (
  page: Writer,
  report: QuestionReport,
  question: Question,
  style: Style,
  wording: Wording,
): void => {
  const { sign: mark, paint: verdict } = markOf(report.verdict, style);
  const colour = report.refused === true ? 'quiet' : verdict;
  const points = pointsOf(report, wording);
  page.gap();
  if (style.plain) page.line(`${titleOf(question)}: ${wording.labels.verdicts[report.verdict]} (${points})`, 'strong');
  else page.heading(mark, colour, titleOf(question), points);
  const indent = style.plain ? 0 : columnsOf(mark) + 3;
  const answer = showAnswer(report, question, style, style.width - indent - 2);
  if (answer.length === 1 || style.plain) page.block(answer, indent);
  else if (answer.length > 1) page.block(['', ...answer, ''], indent + 2);
  for (const message of report.messages) {
    if (!isPlainVerdict(message, report, wording)) page.paragraph(message, { indent });
  }
  if (report.explanation !== undefined && report.verdict !== 'correct') {
    for (const part of report.explanation.split(/\n\s*\n/))
      page.paragraph(readableMath(part.replace(/\s+/g, ' ').trim(), style), { indent, paint: 'quiet' });
  }
};

const pointsOf = ({ earned, possible, refused }: QuestionReport, { labels }: Wording): string => {
  if (possible === 0) return labels.ungraded;
  const points = labels.points(earned, possible);
  return refused === true ? `${labels.refused}: ${points}` : points;
};

/** The mark and the points have said it already. */
const isPlainVerdict = (
  message: string,
  { verdict, earned, possible, refused }: QuestionReport,
  wording: Wording,
): boolean =>
  verdict !== 'ungradable' &&
  verdict !== 'undecided' &&
  message === wording.verdicts[verdict]({ earned, possible, refused: refused === true });

const sign = (style: Style, unicode: string, ascii: string): string => (style.unicode ? unicode : ascii);

type Writer = ReturnType<typeof writer>;

/** Collects lines; everything that passes is made safe to print. */
const writer = (style: Style) => {
  const lines: string[] = [];
  const safe = (text: string): string => (style.unicode ? escapeForTerminal(text) : toAscii(escapeForTerminal(text)));
  const painted = (text: string, colour: Paint | undefined): string =>
    colour === undefined ? text : paint(style, colour, text);
  const paragraph = (
    text: string,
    { indent = 0, lead = '', paint: colour }: { indent?: number; lead?: string; paint?: Paint } = {},
  ): void => {
    const margin = indent + columnsOf(lead);
    wrap(safe(text), Math.max(style.width - margin, 10)).forEach((line, index) => {
      lines.push(`${' '.repeat(indent)}${index === 0 ? lead : ' '.repeat(columnsOf(lead))}${painted(line, colour)}`);
    });
  };
  return {
    /** One empty line, however many are asked for. */
    gap: (): void => {
      if (lines.at(-1) !== '') lines.push('');
    },
    line: (text: string, colour?: Paint): void => {
      if (text !== '') paragraph(text, colour === undefined ? {} : { paint: colour });
    },
    paragraph,
    /** Lines whose shape matters. */
    block: (rows: readonly string[], indent: number): void => {
      lines.push(...rows.map((row) => `${' '.repeat(indent)}${row}`.trimEnd()));
    },
    /** Mark, title, and the points at the right edge; a long title goes on below itself. */
    heading: (mark: string, colour: Paint, title: string, points: string): void => {
      const margin = columnsOf(mark) + 3;
      const right = safe(points);
      const rows = wrap(safe(title), Math.max(style.width - margin - columnsOf(right) - 2, 8));
      rows.forEach((row, index) => {
        if (index > 0) lines.push(`${' '.repeat(margin)}${painted(row, 'strong')}`);
        else {
          const space = Math.max(style.width - margin - columnsOf(row) - columnsOf(right), 1);
          lines.push(
            ` ${painted(mark, colour)}  ${painted(row, 'strong')}${' '.repeat(space)}${painted(right, 'quiet')}`,
          );
        }
      });
    },
    text: (): string => `${lines.join('\n')}\n`,
  };
};
