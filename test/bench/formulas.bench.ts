import { all, create } from 'mathjs';
import {
  type CompiledFormula,
  compare,
  compileFormula,
  createSetting,
  fingerprint,
} from '../../src/equivalence/index.js';
import { parseFormula, prepareVocabulary, type Vocabulary } from '../../src/expression/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Expr, Question } from '../../src/types.js';
import { generateClass } from './class.js';

export const title = 'A formula of the homework that nobody else wrote: reading, deciding, key';

const students = 600;
const rounds = 15;

type Asked = { readonly vocabulary: Vocabulary; readonly reference: CompiledFormula };
type Answer = { readonly asked: Asked; readonly text: string };

const exprOf = (text: string, vocabulary: Vocabulary): Expr => {
  const reading = parseFormula(text, vocabulary);
  if (reading.kind === 'unreadable') throw new Error(`${text}: ${reading.problems[0].message}`);
  return reading.expr;
};

const prepare = ({ answer }: Question): Asked | undefined => {
  if (answer.kind !== 'formula') return undefined;
  const domains = { ...answer.elsewhere, ...answer.symbols };
  const vocabulary = prepareVocabulary({ symbols: Object.keys(domains), offered: Object.keys(answer.symbols) });
  const reference = compileFormula(exprOf(answer.formula, vocabulary), createSetting(domains, answer.given));
  return { vocabulary, reference };
};

/** The formulas of a class in which no two are alike. */
const answersOf = (questions: readonly Question[]): readonly Answer[] => {
  const asked = new Map(questions.map((question) => [question.id, prepare(question)]));
  const sheets = [...generateClass(students, 'unique')].filter(([, content]) => content.endsWith('}}'));
  return sheets.flatMap(([, content]) => {
    const { answers } = JSON.parse(content) as { readonly answers: { readonly [question: string]: unknown } };
    return Object.entries(answers).flatMap(([id, text]) => {
      const about = asked.get(id);
      return about === undefined || typeof text !== 'string' ? [] : [{ asked: about, text }];
    });
  });
};

/** Microseconds of processor time an item. */
const time = <Item>(items: readonly Item[], work: (item: Item) => unknown): number => {
  const before = process.cpuUsage();
  for (let repeat = 0; repeat < 8; repeat++) for (const item of items) work(item);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / (8 * items.length);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

export const run = async (): Promise<string> => {
  const problem = await loadProblem('em-two-gaussians');
  if (problem.kind === 'invalid') throw new Error(problem.problems[0]?.message);
  const answers = answersOf(problem.problem.questions);
  const mathjs = create(all ?? {});
  const plain = answers.filter(({ text }) => !text.includes('\\') && !text.includes('**'));
  const read = answers.map(({ asked, text }) => ({ asked, expr: exprOf(text, asked.vocabulary) }));
  const isWrong = ({ asked, expr }: (typeof read)[number]): boolean =>
    compare(asked.reference, expr).verdict !== 'equal';
  const [right, wrong] = [read.filter((each) => !isWrong(each)), read.filter(isWrong)];
  const decide = ({ asked, expr }: (typeof read)[number]): unknown => compare(asked.reference, expr);
  const steps: readonly (readonly [name: string, measure: () => number])[] = [
    ['mathjs `parse`', () => time(plain, ({ text }) => mathjs.parse(text))],
    ['reading', () => time(answers, ({ asked, text }) => parseFormula(text, asked.vocabulary))],
    ['deciding a right one', () => time(right, decide)],
    ['deciding a wrong one, with values that show it', () => time(wrong, decide)],
    ['the key of a wrong one', () => time(wrong, ({ asked, expr }) => fingerprint(expr, asked.reference.setting))],
    [
      'all of it, as a class answers',
      () =>
        time(answers, ({ asked, text }) => {
          const expr = exprOf(text, asked.vocabulary);
          if (compare(asked.reference, expr).verdict !== 'equal') fingerprint(expr, asked.reference.setting);
        }),
    ],
  ];
  const times = steps.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    for (const [i, [, measure]] of steps.entries()) {
      const taken = measure();
      if (round >= 0) times[i]?.push(taken);
    }
  }
  const unit = median(times[0] ?? []);
  const rows = steps.map(([name], i) => {
    const taken = median(times[i] ?? []);
    return `| ${name} | ${taken.toFixed(2)} | ${(taken / unit).toFixed(2)} |`;
  });
  const length = answers.reduce((total, { text }) => total + text.length, 0) / answers.length;
  return [
    `${answers.length} formulas of ${length.toFixed(0)} characters, ${wrong.length} of them wrong; medians of ${rounds} rounds, processor time.`,
    '',
    '| step | µs a formula | × mathjs `parse` |',
    '|---|---:|---:|',
    ...rows,
  ].join('\n');
};
