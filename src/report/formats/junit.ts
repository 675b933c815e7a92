import { escapeForTerminal } from '../../feedback/index.js';
import type { KeptQuestion } from '../kept-report.js';
import { isOpenQuestion } from '../row.js';
import type { Format } from './format.js';
import { showText } from './show-text.js';

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Text as XML 1.0 allows it; characters that it forbids are written out. */
const escapeXml = (text: string): string =>
  showText(text)
    .replace(/[\ufffe\uffff]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/[&<>"\n]/g, (character) => entities[character] ?? character);

const result = (question: KeptQuestion): string => {
  const { verdict, messages } = question;
  const message = escapeXml(messages[0] ?? verdict);
  const rest = escapeXml(messages.slice(1).join(' '));
  if (verdict === 'correct') return '';
  if (verdict === 'blank') return '<skipped message="no answer"/>';
  if (isOpenQuestion(question)) return `<error type="${verdict}" message="${message}">${rest}</error>`;
  return `<failure type="${verdict}" message="${message}">${rest}</failure>`;
};

const counts = (questions: readonly KeptQuestion[]): string => {
  const of = (verdict: string): number => questions.filter((question) => question.verdict === verdict).length;
  const errors = questions.filter(isOpenQuestion).length;
  const failures = questions.length - of('correct') - of('blank') - errors;
  return `tests="${questions.length}" failures="${failures}" errors="${errors}" skipped="${of('blank')}"`;
};

/** JUnit XML as CI servers read it: a suite for each submission, a case for each graded question. */
export const junit: Format = {
  kind: 'class',
  file: 'junit.xml',
  start: () => ({
    begin: '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n',
    add: (student) =>
      student
        .reports()
        .map((report) => {
          const questions = report.questions.filter(({ possible }) => possible > 0);
          const className = escapeXml(escapeForTerminal(`${report.problem}.${report.student}`));
          const cases = questions.map(
            (question) =>
              `<testcase classname="${className}" name="${escapeXml(question.id)}">${result(question)}</testcase>\n`,
          );
          return `<testsuite name="${className}" ${counts(questions)}>\n${cases.join('')}</testsuite>\n`;
        })
        .join(''),
    end: () => '</testsuites>\n',
  }),
};
