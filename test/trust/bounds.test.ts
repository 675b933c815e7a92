import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bin, plainEnvironment } from '../cli/run-check.js';
import { base } from '../problem/base.js';

const folder = mkdtempSync(join(tmpdir(), 'bounds-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** The whole heap, of which a bare start takes some: what is allowed on top of that. */
const heap = '--max-old-space-size=128';
/** Against hangs only: the machine is shared. */
const patience = 5_000;

const check = (
  args: readonly string[],
  words: readonly string[],
): { readonly code: number | null; readonly text: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [heap, bin, ...args, ...words], {
    env: plainEnvironment,
    encoding: 'utf8',
    timeout: patience,
  });
  return { code: status, text: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
};

const write = (content: string, ending: string): string => {
  const file = join(folder, `${(files += 1)}.${ending}`);
  writeFileSync(file, content);
  return file;
};

const answering = (answer: string): string => JSON.stringify({ answers: { mean: answer } });

const answersFiles: readonly (readonly [name: string, content: string, code: number, words: RegExp])[] = [
  ['nesting of 100,000', `{"answers":{"mean":${'['.repeat(100_000)}`, 3, /brackets/],
  ['nesting of 100,000 objects', '{"a":'.repeat(100_000), 3, /brackets/],
  ['a number of 100,000 digits', `{"answers":{"log-likelihood":${'1'.repeat(100_000)}}}`, 3, /Round it/],
  ['a name of 100,000 letters', JSON.stringify({ answers: { ['a'.repeat(100_000)]: 1 } }), 3, /belong to none/],
  [
    '60,000 unknown questions',
    JSON.stringify({ answers: Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`q${i}`, 1])) }),
    3,
    /belong to none/,
  ],
  ['a list of 200,000 numbers', `{"answers":{"assignments":[${'1,'.repeat(200_000)}1]}}`, 1, /list of 5 entries/],
  [
    'a list of 100,000 texts',
    JSON.stringify({ answers: { assignments: Array.from({ length: 100_000 }, () => 'x+1') } }),
    1,
    /list of 5 entries/,
  ],
  [
    'a list of 100,000 numbers where two are asked',
    JSON.stringify({ problem: 'em-two-gaussians', answers: { 'converged-means': Array(100_000).fill(1.69) } }),
    1,
    /list of 2 entries/,
  ],
  [
    'a table of 40,000 rows where five are asked',
    JSON.stringify({
      problem: 'em-two-gaussians',
      answers: { responsibilities: Array.from({ length: 40_000 }, () => [0.1, 0.9]) },
    }),
    1,
    /5 rows of 2 numbers/,
  ],
  [
    '300,000 blanks behind a bracket',
    JSON.stringify({ problem: 'em-two-gaussians', answers: { 'converged-means': `[1]${' '.repeat(300_000)}2` } }),
    1,
    /converged means/,
  ],
  ['5,000 parentheses', answering(`${'('.repeat(5_000)}x${')'.repeat(5_000)}`), 1, /This text has \d+ characters/],
  ['20,000 terms', answering(Array.from({ length: 20_000 }, () => 'a').join('+')), 1, /This text has \d+ characters/],
  ['nearly a megabyte of 1+', answering('1+'.repeat(450_000)), 1, /This text has \d+ characters/],
  ['a symbol of 100,000 letters', answering('a'.repeat(100_000)), 1, /This text has \d+ characters/],
  ['20,000 minus signs', answering(`${'-'.repeat(20_000)}1`), 1, /This text has \d+ characters/],
  ...[
    '9^9^9^9',
    '1000000!',
    'x_1^1000000',
    '(x_1+x_2+gamma_k1+gamma_k2)^60',
    '1/0',
    '0^0',
    'sqrt(-1)',
    '(((x_1+1)^99+1)^99+1)^99',
  ].map((formula) => [formula, answering(formula), 1, /\d of 13 points/] as const),
];

describe('a file made to hurt is answered in bounded time and memory:', () => {
  it.each(answersFiles)('%s', (_, content, code, words) => {
    const done = check([write(content, 'json')], []);
    expect(done.text).toMatch(words);
    expect(done.code).toBe(code);
  });

  it('an answers file of a gigabyte', () => {
    const file = write('', 'json');
    truncateSync(file, 1024 ** 3);
    expect(check([file], [])).toMatchObject({ code: 3, text: expect.stringMatching(/bytes/) as string });
  });

  const fine = write('{"answers":{"log-likelihood":1}}', 'json');
  const bomb = 'bcdefghi'.replace(
    /./g,
    (name, i: number) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}*a]\n`,
  );
  const problemFiles: readonly (readonly [name: string, content: string, words: RegExp])[] = [
    ['aliases of aliases', `a: &a [x,x,x,x,x,x,x,x,x,x]\n${bomb}`, /aliases/],
    ['90,000 brackets', `a: ${'['.repeat(90_000)}`, /:1:104: The file is nested too deeply/],
    ['20,000 braces', `a: ${'{a: '.repeat(20_000)}`, /nested too deeply/],
    ['40,000 dashes', `a:\n  ${'- '.repeat(40_000)}`, /nested too deeply/],
    ['600 levels of fields', Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /./],
    [
      '17 MB',
      `a: ${'x'.repeat(17_000_000)}`,
      /17000003 bytes, and 16777216 are allowed\.\s+Check that it is the right file/,
    ],
    [
      '500,000 numbers',
      base.replace(/data: .*/, `data: [${'1,'.repeat(500_000)}1]`),
      /characters; \d+ are allowed\.\s+Move long data/,
    ],
    ['49,000 numbers', base.replace(/data: .*/, `data: [${'1,'.repeat(49_000)}1]`), /./],
    ['9,000 fields', Array.from({ length: 9_000 }, (_, i) => `a${i}: 1`).join('\n'), /./],
  ];

  it.each(problemFiles)('a problem file with %s', (_, content, words) => {
    const done = check([fine, '--problem'], [write(content, 'yaml')]);
    expect(done.text).toMatch(words);
    expect(done.code).toBe(3);
  });
});
