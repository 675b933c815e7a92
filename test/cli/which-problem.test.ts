import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from './run-check.js';

const folder = mkdtempSync(join(tmpdir(), 'which-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All questions of a problem whose numbers are drawn for each student, left blank: what mistakes would give is then not computed. */
const drawn = {
  'log-likelihood': '',
  assignments: '',
  responsibilities: '',
  means: '',
  variances: '',
  weights: '',
  'converged-means': '',
  'converged-variances': '',
  wider: '',
};

const sheets: { readonly [student: string]: object } = {
  named: { problem: 'two-coins', answers: { 'more-heads': 1 } },
  misnamed: { problem: 'two-coin', answers: { 'more-heads': 1 } },
  meant: { problem: 'em-two-gaussians', answers: { 'log-likelihood': -24.5 } },
  only: { answers: { 'mixing-weight': '1/2' } },
  tie: { answers: { 'log-likelihood': -24.5 } },
  open: { answers: { means: [1, 2], weights: [1, 2] } },
  none: { answers: { q7: 1 } },
  near: { answers: { loglikelihood: 1 } },
  blank: { answers: {} },
  drawn: { answers: drawn },
};

type Said = { readonly problem?: string; readonly words: string };

const alone = new Map<string, Said>();
const inClass = new Map<string, Said>();
const asked = new Map<string, Said>();

const checkOne = (student: string, more: readonly string[] = []): Said => {
  const { out } = check([`class/${student}.json`, '--json', ...more], { cwd: folder });
  const said = JSON.parse(out) as {
    readonly problem?: string;
    readonly warnings?: readonly string[];
    readonly problems?: readonly { readonly message: string; readonly fix: string }[];
  };
  const words = said.problems?.map(({ message, fix }) => `${message} ${fix}`) ?? said.warnings ?? [];
  return { ...(said.problem === undefined ? {} : { problem: said.problem }), words: words.join(' ') };
};

beforeAll(() => {
  mkdirSync(join(folder, 'class'));
  for (const [student, sheet] of Object.entries(sheets))
    writeFileSync(join(folder, 'class', `${student}.json`), JSON.stringify({ student, ...sheet }));
  for (const student of Object.keys(sheets)) alone.set(student, checkOne(student));
  const { err } = check(['batch', 'class', '--out', 'out', '--workers', '0', '--no-pages'], { cwd: folder });
  for (const line of readFileSync(join(folder, 'out', 'results.ndjson'), 'utf8')
    .trim()
    .split('\n')) {
    const report = JSON.parse(line) as { student: string; problem: string; warnings: readonly string[] };
    inClass.set(report.student, { problem: report.problem, words: report.warnings.join(' ') });
  }
  for (const [, student = '', words = ''] of err.matchAll(/^ *(\w+)\.json: (?:line \d+, column \d+: )?(.*)$/gm))
    inClass.set(student, { words });
  for (const student of ['tie', 'misnamed', 'meant'])
    asked.set(student, checkOne(student, ['--problem', 'em-three-gaussians']));
}, 100_000);

describe('which problem a file answers', () => {
  it.each(Object.keys(sheets))('is the same, in the same words, alone and in a class: %s', (student) => {
    expect(inClass.get(student)).toEqual(alone.get(student));
  });

  it.each([
    ['named', 'two-coins'],
    ['only', 'em-two-gaussians'],
    ['tie', 'em-two-gaussians'],
    ['blank', 'em-two-gaussians'],
    ['drawn', 'em-your-own-numbers'],
  ])('is found for %s: %s', (student, problem) => expect(alone.get(student)?.problem).toBe(problem));

  it.each([
    ['misnamed', 'Did you mean “two-coins”?'],
    ['open', 'its questions fit em-three-gaussians, em-your-own-numbers and m-step-by-hand alike'],
    ['none', 'belong to none'],
    ['near', 'Did you mean “log-likelihood”?'],
  ])('is asked back for %s: %s', (student, words) => {
    expect(alone.get(student)?.problem).toBeUndefined();
    expect(alone.get(student)?.words).toContain(words);
  });

  it('is said where it is another one than asked for, also of each file of a class', () => {
    expect(asked.get('meant')).toEqual({
      problem: 'em-three-gaussians',
      words: expect.stringMatching(
        /^The file says that it answers em-two-gaussians; it was graded against em-three-gaussians/,
      ),
    });
    const args = ['batch', 'class/meant.json', '--out', 'other', '--no-pages', '--quiet'];
    expect(check([...args, '--problem', 'em-three-gaussians'], { cwd: folder }).err).toContain(
      'meant.json: It says that it answers em-two-gaussians, and was graded against em-three-gaussians.',
    );
  });

  it('is the one asked for, whatever the file says', () => {
    expect(asked.get('tie')?.problem).toBe('em-three-gaussians');
    expect(asked.get('tie')?.words).not.toContain('taken for');
    expect(asked.get('misnamed')?.words).toContain('The problem em-three-gaussians has no question “more-heads”');
  });
});
