import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { previewFormula } from '../../src/commands/preview-formula.js';
import { equivalent, FormulaError } from '../../src/equivalence/index.js';
import { grade, reportsIn, write } from '../batch/class.js';
import { expectInertCsv, expectInertHtml, expectSafe, expectSafeForTerminal } from './expect-safe.js';
import { hostileFormulas, hostileTexts } from './hostile.js';
import { deskFor, shipped, showFile, type Shown } from './shown.js';
import { withoutCode } from './without-code.js';

const problem = await shipped('em-two-gaussians');
const desk = deskFor(problem);
const style = { width: 80, colour: false, unicode: true, plain: false };
const everyText = [...hostileFormulas, ...hostileTexts];

/** The text as the answer to every question, once for each, and as the student's name. */
const sheetOf = (text: string, student = text): string =>
  JSON.stringify({
    student: student.slice(0, 190),
    answers: Object.fromEntries(
      problem.questions.map(({ id, answer }) => [
        id,
        answer.kind === 'table' ? [[text]] : answer.kind === 'list' || answer.kind === 'assignments' ? [text] : text,
      ]),
    ),
  });

const show = (text: string, student?: string): Shown => {
  const outcome = showFile(desk, sheetOf(text, student), text);
  if (outcome.kind === 'refused') throw new Error(outcome.problems[0]?.message);
  return outcome.shown;
};

/** What the first test has shown, for the others to look at. */
const shown = new Map<string, Shown>();

const compare = (text: string): void => {
  try {
    equivalent(text, 'gamma_k1/2', { domains: { gamma_k1: [0, 1] }, given: [text] });
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
  }
};

const folder = mkdtempSync(join(tmpdir(), 'isolation-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('no text of a student', () => {
  it('becomes code, a regular expression or a replacement on its way to the screen, a page or a table', async () => {
    const usual = await withoutCode(() => void show('gamma_k1 + x_1', 's1'));
    const hostile = await withoutCode(() => {
      for (const text of everyText) {
        shown.set(text, show(text));
        compare(text);
        previewFormula(text, undefined, style);
        showFile(desk, text, text);
        showFile(desk, JSON.stringify({ [text]: text, answers: { [text]: text } }), text);
      }
    });
    expect(hostile.code).toEqual([]);
    expect([...hostile.patterns].filter((pattern) => !usual.patterns.has(pattern))).toEqual([]);
  }, 60_000);

  it('does so while a class is graded; pages and tables are inert, and paths are plain', async () => {
    const input = write(
      join(folder, 'in'),
      Object.fromEntries(everyText.map((text, i) => [`f${i}.json`, sheetOf(text, `${text.slice(0, 150)}${i}`)])),
    );
    const { code } = await withoutCode(async () => {
      const done = await grade(input, join(folder, 'out'), { formats: ['canvas', 'junit', 'markdown'] });
      expect(done.totals.students).toBe(everyText.length);
    });
    expect(code).toEqual([]);
    const reports = Object.entries(reportsIn(join(folder, 'out')));
    for (const [path, content] of reports) {
      expect(path).toMatch(/^(?:feedback\/)?[a-z0-9][a-z0-9_.-]*$/);
      if (path.endsWith('.html')) expectInertHtml(content, () => path === 'report.html');
      if (path.endsWith('.csv')) expectInertCsv(content);
    }
    expect(reports.filter(([path]) => path.startsWith('feedback/'))).toHaveLength(everyText.length);
    expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
  }, 60_000);

  it.each(everyText.map((text) => [text.slice(0, 60), text] as const))('arrives unescaped: %j', (_, text) => {
    expectSafe(shown.get(text) ?? show(text), text);
    expectSafeForTerminal(previewFormula(text, undefined, style).text);
  });

  it('changes what objects are made of', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

const source = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && file !== 'build.ts')
  .map((file) => [file, readFileSync(join(source, file), 'utf8')] as const);

/** What could make code or start programs, and the only files that may hold it, none of which sees a text of a student. */
const dangerous: readonly (readonly [what: string, pattern: RegExp, allowed: readonly string[]])[] = [
  // It asks the system to lock a file, in words that are always the same.
  ['starts programs', /child_process/, ['batch/lock-file.ts']],
  [
    'makes code',
    /\beval\(|\bFunction\(|node:vm/,
    // The watch runs one script, which is written in it, to be able to break it off.
    ['commands/start/compiled-bundle.ts', 'commands/start/keep-compiled.ts', 'batch/watch.ts'],
  ],
  ['makes regular expressions', /\bRegExp\(/, []],
  ['writes raw markup', /innerHTML|outerHTML|document\.write/, []],
];

describe('the sources', () => {
  it.each(dangerous)('hold nothing that %s but where it is known', (_, pattern, allowed) => {
    const found = files.filter(([, text]) => pattern.test(text)).map(([file]) => file);
    expect(found.filter((file) => !allowed.includes(file))).toEqual([]);
  });

  it('are looked at', () => expect(files.length).toBeGreaterThan(200));
});
