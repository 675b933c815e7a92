import { layOut, printText } from '../../expression/index.js';
import type { Answer, Question, QuestionReport } from '../../types.js';
import { escapeForTerminal } from '../escape.js';
import type { Style } from '../style.js';
import { toAscii } from './ascii.js';
import { columnsOf } from '../../expression/index.js';
import { wrap } from './width.js';

/** More lines than this of one answer are not worth showing. */
const mostLines = 12;

/** The answer as it was read, in lines of at most `width` columns: formulas laid out as on paper, tables row by row. */
export const showAnswer = (
  report: QuestionReport,
  question: Question,
  style: Style,
  width: number,
): readonly string[] => {
  if (report.answer === undefined) return [];
  if (report.read !== undefined) {
    if (!style.plain) {
      const lines = layOut(report.read, { unicode: style.unicode });
      if (lines.every((line) => columnsOf(line) <= width)) return lines;
    }
    return clip(wrap(safe(printText(report.read), style), width));
  }
  return clip(linesOf(report.answer, question).flatMap((line) => wrap(safe(line, style), width)));
};

const safe = (text: string, style: Style): string =>
  style.unicode ? escapeForTerminal(text) : toAscii(escapeForTerminal(text));

const clip = (lines: readonly string[]): readonly string[] =>
  lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), '...'];

const linesOf = (answer: Answer, question: Question): readonly string[] => {
  if (typeof answer === 'object') {
    return answer.some((row) => typeof row === 'object') ? answer.map(entriesOf) : [entriesOf(answer)];
  }
  const text = textOf(answer);
  if (question.answer.kind !== 'choice') return [text];
  const option = Object.entries(question.answer.options).find(([key]) => key === text)?.[1];
  return [option === undefined || option === text ? text : `${text}: ${option}`];
};

const entriesOf = (answer: Answer): string =>
  typeof answer === 'object' ? answer.map(entriesOf).join(', ') : textOf(answer) || '(blank)';

/** An answer of a megabyte is not worth showing in full. */
const longestText = 600;

const textOf = (answer: string | number): string => {
  const text = `${answer}`.trim();
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
};
