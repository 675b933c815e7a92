import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { previewFormula } from '../../src/commands/preview-formula.js';
import { printProblems } from '../../src/commands/input-problems.js';
import { diagnose, predict } from '../../src/diagnosis/index.js';
import { equivalent, FormulaError } from '../../src/equivalence/index.js';
import { parseFormula } from '../../src/expression/index.js';
import { gradeSubmission, prepareProblem } from '../../src/grading/index.js';
import { compileProblem, readProblem, restoreProblem } from '../../src/problem/index.js';
import { readRoster } from '../../src/report/index.js';
import { readLines } from '../../src/submission/index.js';
import type { InputProblem, Problem } from '../../src/types.js';
import { base } from '../problem/base.js';
import { answersFile, formulaText, shownText, spoilt, spoiltProblem } from './arbitrary.js';
import { Broken, expectSafe, expectSafeForTerminal, expectWords } from './expect-safe.js';
import { deskFor, type Outcome, shipped, showFile } from './shown.js';

/** Called before and after each input: to measure, and to know which one it was if nothing comes back. */
export type Watch = { readonly before: (input: string) => void; readonly after: () => void };

/** Something that must hold whatever comes in. */
export type Claim = {
  readonly title: string;
  /** Inputs in the usual test; none where each takes too long for it. */
  readonly runs: number;
  readonly check: (settings: fc.Parameters<[unknown]>, watch?: Watch) => Promise<fc.RunDetails<[unknown]>>;
};

const claim = <T>(
  title: string,
  runs: number,
  inputs: fc.Arbitrary<T>,
  holds: (input: T) => void | Promise<void>,
): Claim => ({
  title,
  runs,
  check: async (settings, watch) =>
    fc.check(
      fc.asyncProperty(inputs as fc.Arbitrary<unknown>, async (input) => {
        watch?.before(fc.stringify(input));
        await holds(input as T);
        watch?.after();
      }),
      settings,
    ),
});

const style = { width: 80, colour: false, unicode: true, plain: false };

/** What is wrong with a file, as data and as printed. */
const expectProblems = (problems: readonly InputProblem[], input: string): void => {
  if (problems.length === 0) throw new Broken('a refusal says why');
  for (const { message, fix } of problems) expectWords(`${message} ${fix ?? ''}`, input);
  const told: string[] = [];
  const io = { write: () => undefined, tell: (text: string) => void told.push(text), style, isScreen: false };
  printProblems(problems, io, style);
  for (const text of told) expectSafeForTerminal(text);
};

const expectOutcome = (outcome: Outcome, input: string): void =>
  outcome.kind === 'refused' ? expectProblems(outcome.problems, input) : expectSafe(outcome.shown, input);

const homework = await shipped('em-two-gaussians');
const desk = deskFor(homework);
const coins = deskFor(await shipped('two-coins'));
const idsOf = (problem: Problem): readonly string[] => problem.questions.map(({ id }) => id);

const soundFile = JSON.stringify({
  problem: homework.id,
  student: 's17',
  attempt: 1,
  submittedAt: '2016-08-16T20:00:00Z',
  answers: {
    'log-likelihood': -24.5,
    responsibility: 'pi_k*N_k/(pi_1*N_1+pi_2*N_2)',
    assignments: [2, 2, 2, 1, 1],
    'mixing-weight': String.raw`\frac{γ_k1 + \gamma_{k2}}{2}`,
    responsibilities: [[0.5, '0,5']],
  },
});

const files = answersFile(idsOf(homework));
const jsonOf = (value: unknown): string => JSON.stringify(value);

const formulaQuestions = homework.questions.filter(({ answer }) => answer.kind === 'formula');

/** Equal or not, and whichever way round; only what is no formula is thrown. */
const expectDecision = (a: string, b: string, options: Parameters<typeof equivalent>[2]): void => {
  try {
    const verdicts = [equivalent(a, b, options).verdict, equivalent(b, a, options).verdict].toSorted();
    if (verdicts[0] === 'different' && verdicts[1] === 'equal') throw new Broken(`“${a}” and “${b}” both ways`);
    if (equivalent(a, a, options).verdict === 'different') throw new Broken(`“${a}” differs from itself`);
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    for (const { message, fix } of error.problems) expectWords(`${message} ${fix}`, `${a}${b}`);
  }
};

const expectPreview = (text: string): void => {
  const offer = { vocabulary: { symbols: ['gamma_k1', 'x_1'] }, symbols: ['gamma_k1', 'x_1'] };
  for (const preview of [
    previewFormula(text, undefined, style),
    previewFormula(text, offer, { ...style, unicode: false, width: 30 }),
    previewFormula(text, offer, { ...style, plain: true }),
  ]) {
    expectWords(preview.text, text);
    expectSafeForTerminal(preview.text);
  }
};

/** A problem that was accepted can be used: made ready, kept, graded against. */
const expectUse = (problem: Problem, file: string): void => {
  const submission = {
    file,
    attempt: 1,
    answers: Object.fromEntries(idsOf(problem).map((id) => [id, '1'])),
    warnings: [],
  };
  const graded = gradeSubmission(prepareProblem(problem), submission);
  const kept = restoreProblem(JSON.stringify(compileProblem(problem)), file);
  if (!isDeepStrictEqual(gradeSubmission(prepareProblem(kept), submission), graded))
    throw new Broken('a problem grades alike when it was kept');
};

export const claims: readonly Claim[] = [
  claim('any JSON as an answers file is graded or refused with words', 80, fc.jsonValue({ maxDepth: 5 }), (value) => {
    for (const text of [jsonOf(value), jsonOf({ answers: value }), jsonOf({ answers: { mean: value } })])
      expectOutcome(showFile(desk, text, 'a.json'), text);
  }),
  claim('answers of any shape are graded, and nothing of them arrives unescaped', 80, files, (value) =>
    expectOutcome(showFile(desk, jsonOf(value), 'a.json'), jsonOf(value)),
  ),
  claim('so are answers to another problem', 40, answersFile(idsOf(coins.prepared.problem)), (value) =>
    expectOutcome(showFile(coins, jsonOf(value), 'a.json'), jsonOf(value)),
  ),
  claim('a sound answers file with spoilt bytes is graded or refused with words', 120, spoilt(soundFile), (bytes) =>
    expectOutcome(showFile(desk, bytes, 'a.json'), new TextDecoder().decode(bytes)),
  ),
  claim('any name of a file is shown escaped', 40, fc.tuple(shownText, shownText), ([file, student]) => {
    const text = jsonOf({ student, answers: { mean: 'x_1' } });
    expectOutcome(showFile(desk, text, file), `${file}${text}`);
  }),
  claim('any text as a formula is read, shown, and refused with words', 200, formulaText, (text) => {
    const reading = parseFormula(text);
    if (reading.kind === 'unreadable')
      for (const { message, fix } of reading.problems) expectWords(`${message} ${fix}`, text);
    expectPreview(text);
  }),
  claim(
    'any text as a formula is compared with a reference',
    90,
    fc.tuple(formulaText, fc.constantFrom(...formulaQuestions)),
    ([text, { answer }]) => {
      if (answer.kind === 'formula')
        expectDecision(text, answer.formula, { domains: answer.symbols, given: answer.given });
    },
  ),
  claim('any two texts are compared with each other', 80, fc.tuple(formulaText, formulaText), ([a, b]) =>
    expectDecision(a, b, {}),
  ),
  claim(
    'any text as an identity between symbols is used or refused',
    50,
    fc.tuple(formulaText, formulaText),
    ([a, b]) => expectDecision('gamma_k1 + x_1', 'x_1', { domains: { gamma_k1: [0, 1] }, given: [a, `${a} = ${b}`] }),
  ),
  claim(
    'nothing depends on what was graded before',
    12,
    fc.tuple(files, fc.array(files, { maxLength: 3 })),
    ([value, others]) => {
      const show = (what: object): Outcome => showFile(desk, jsonOf(what), 'a.json');
      const first = show(value);
      for (const other of others) show(other);
      if (!isDeepStrictEqual(show(value), first)) throw new Broken('the second report differs from the first');
      const fresh = { ...desk, prepared: prepareProblem(homework) };
      if (!isDeepStrictEqual(showFile(fresh, jsonOf(value), 'a.json'), first))
        throw new Broken('a grader that has graded nothing reports otherwise');
    },
  ),
  claim('a spoilt problem file is refused with words, or can be used', 30, spoiltProblem(base), async (text) => {
    const reading = await readProblem(text, 'problem.yaml');
    if (reading.kind === 'invalid') expectProblems(reading.problems, text);
    else expectUse(reading.problem, 'a.json');
  }),
  claim('a spoilt problem that is accepted can be diagnosed', 0, spoiltProblem(base), async (text) => {
    const reading = await readProblem(text, 'problem.yaml');
    if (reading.kind === 'invalid') return;
    const prepared = prepareProblem(reading.problem);
    const answers = Object.fromEntries(idsOf(reading.problem).map((id) => [id, '7.25']));
    const graded = gradeSubmission(prepared, { file: 'a', attempt: 1, answers, warnings: [] });
    diagnose(prepared, predict(prepared), graded);
  }),
  claim('any bytes as a file are refused with words', 80, fc.uint8Array({ maxLength: 300 }), async (bytes) => {
    const text = new TextDecoder().decode(bytes);
    expectOutcome(showFile(desk, bytes, 'a.json'), text);
    for (const line of readLines(bytes, 'class.ndjson'))
      if (line.kind === 'unreadable') expectProblems(line.problems, text);
    const reading = await readProblem(text, 'problem.yaml');
    if (reading.kind === 'invalid') expectProblems(reading.problems, text);
  }),
  claim('any text as a class list is read or refused', 100, fc.array(shownText), (cells) => {
    for (const head of ['', 'student,id\r\n', 'Student;ID\n']) {
      const roster = readRoster(`${head}${cells.join(',')}`);
      if ('problem' in roster) expectWords(roster.problem, cells.join());
      else for (const { student = '' } of roster.entries) roster.match(student);
    }
  }),
];
