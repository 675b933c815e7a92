import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, check, sample, shell } from './run-check.js';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const complete = (...words: readonly string[]): readonly string[] =>
  check(['--get-yargs-completions', 'check', ...words])
    .out.split('\n')
    .filter((line) => line !== '');

describe('help', () => {
  it('starts with examples', () => {
    expect(check(['--help']).out).toMatch(/^Examples:\n {2}check answers\.json\n/);
    expect(check(['-h']).out).toBe(check(['--help']).out);
  });

  it('lists every command and option', () => {
    const { out } = check(['--help']);
    for (const word of ['batch', 'preview', 'completion', '--json', '--watch', '--problem', '--plain', '--as-of']) {
      expect(out).toContain(word);
    }
  });

  it('of a command shows its own examples and options', () => {
    const { code, out } = check(['batch', '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Examples:\n {2}check batch/);
    expect(out).toContain('--out');
    expect(out).not.toContain('check answers.json');
  });

  it('is there for whoever writes it as a word', () => {
    expect(check(['help'])).toEqual(check(['--help']));
    expect(check(['help', 'batch'])).toEqual(check(['batch', '--help']));
  });

  it('fits the width', () => {
    for (const line of check(['--help'], { env: { COLUMNS: '60' } }).out.split('\n'))
      expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe('a slip on the command line', () => {
  it.each<readonly [readonly string[], string]>([
    [['--jsn', 'a.json'], 'There is no option --jsn. Did you mean --json?'],
    [['a.json', '--problm', 'x'], 'There is no option --problm. Did you mean --problem?'],
    [['a.json', '--no-colour'], 'There is no option --no-colour. Did you mean --no-color?'],
    [['a.json', '-x'], 'There is no option -x.'],
    [['bacth', 'submissions/'], 'There is no command “bacth”. Did you mean “batch”?'],
    [['bacth', 'submissions/', '--out', 'y'], 'There is no command “bacth”. Did you mean “batch”?'],
    [['completion', '--shell', 'tcsh'], '--shell takes bash, zsh or fish, not “tcsh”.'],
    [['batch', 'x', '--out', 'y', '--fail-on', 'undecidd'], '--fail-on takes undecided, not “undecidd”.'],
    [['prevew', 'a/b'], 'There is no command “prevew”. Did you mean “preview”?'],
    [['batch', 'x', '--out', 'y', '--roster', ''], '--roster is empty; it takes file.'],
    [['batch', 'x', '--out', 'y', '--format', ', ,'], '--format takes names of formats, not “, ,”.'],
    [['batch', 'x', '--ot', 'y'], 'There is no option --ot. Did you mean --out?'],
    [['a.json', 'b.json'], '“b.json” is one too many.'],
    [['a.json', '--problem'], 'Something is missing after --problem'],
    [['batch'], 'Something is missing: folder of answers files'],
    [[], 'What shall be graded? Give an answers file.'],
    [['preview', '-x/2'], 'A formula that begins with a minus sign goes after “--”: check preview -- "-x/2"'],
  ])('%j: %s', (args, message) => {
    const { code, out, err } = check(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(oneLine(err)).toContain(message);
    const command = ['batch', 'completion', 'preview'].find((name) => name === args[0]);
    expect(err).toMatch(command === undefined ? /Try: check --help\n$/ : `Try: check ${command} --help\n`);
  });

  it('in a single word that could be a file or a command names the command', () => {
    expect(oneLine(check(['bacth']).err)).toContain('Did you mean the command “batch”?');
  });

  it('in the number of files names the command that takes a folder', () => {
    expect(oneLine(check([dirname(sample('recorded'))]).err)).toMatch(
      /It is a folder, not a file\. To grade all that is in it: check batch .* --out <folder for the reports>/,
    );
  });
});

/** What a batch of one file writes with these options. */
const batchOf = (...options: readonly string[]): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'check-twice-'));
  try {
    expect(
      check(['batch', sample('recorded'), '--quiet', '--no-pages', '--out', join(folder, 'out'), ...options]).code,
    ).toBe(0);
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !name.includes('.check'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

describe('an option given twice', () => {
  it('is taken together where it lists names', () => {
    const made = batchOf('--format', 'canvas', '--format', 'junit,markdown');
    expect(made).toEqual(expect.arrayContaining(['out/canvas.csv', 'out/junit.xml', 'out/summary.md']));
  });

  it('is what was said last where it is a switch', () => {
    expect(batchOf('--quiet', '--pages').some((name) => name.startsWith('out/feedback/'))).toBe(true);
  });

  it.each([[['preview', 'gamma_k1']], [[sample('recorded')]], [['batch', sample('recorded'), '--out', 'x']]])(
    'is refused elsewhere: %j',
    (args) => {
      const { code, out, err } = check([...args, '--problem', 'two-coins', '--problem=em-two-gaussians']);
      expect([code, out]).toEqual([2, '']);
      expect(oneLine(err)).toContain(
        '--problem is given twice, as “two-coins” and as “em-two-gaussians”. Give it once.',
      );
    },
  );

  it('with one value is taken once', () => {
    const same = ['--problem', 'em-two-gaussians', '--problem', 'em-two-gaussians'];
    expect(check([sample('recorded'), ...same]).code).toBe(1);
    expect(check(['preview', 'gamma_k1', ...same, '--question', 'mean']).code).toBe(0);
  });
});

describe('completion', () => {
  it('is a script that a shell can read', () => {
    const { code, out } = check(['completion']);
    expect(code).toBe(0);
    expect(out).toContain('complete -o bashdefault -o default -F _check_completions check');
  });

  it('completes in bash', () => {
    const line = `check() { "${process.execPath}" "${bin}" "$@"; }; source <(check completion --shell bash); COMP_WORDS=(check bat); COMP_CWORD=1; _check_completions; echo "\${COMPREPLY[@]}"`;
    expect(shell(line).out).toBe('batch\n');
  });

  it.each(['bash', 'zsh', 'fish'])('has a script for %s', (name) => {
    expect(check(['completion', '--shell', name]).out).toContain('check --get-yargs-completions');
  });

  it('knows the commands', () => {
    expect(complete('b')).toContain('batch');
  });

  it('knows the options', () => {
    expect(complete('a.json', '--')).toEqual(expect.arrayContaining(['--json', '--watch', '--problem']));
  });

  it('knows the problems that ship', () => {
    expect(complete('a.json', '--problem', 'em-tw')).toEqual(['em-two-gaussians']);
    expect(complete('solve', '')).toContain('em-two-gaussians');
  });
});

describe('--json', () => {
  it('holds for each question verdict, points, proof, causes and messages', () => {
    const report = JSON.parse(check([sample('forum'), '--json']).out) as { readonly questions: readonly object[] };
    expect(report).toMatchObject({ problem: 'em-two-gaussians', earned: 12, possible: 13 });
    for (const question of report.questions) {
      expect(question).toMatchObject({
        id: expect.any(String),
        verdict: expect.stringMatching(/^(correct|partial|incorrect|ungradable|undecided|blank)$/),
        earned: expect.any(Number),
        possible: expect.any(Number),
        proof: { method: expect.any(String) },
        causes: expect.any(Array),
        messages: expect.any(Array),
      });
    }
  });

  it('names the one cause of the numbers from the forum, and what it explains', () => {
    const { causes } = JSON.parse(check([sample('forum'), '--json']).out) as { readonly causes: readonly object[] };
    expect(causes).toEqual([
      expect.objectContaining({
        ids: ['loop-variance-overwrites-sd'],
        certain: true,
        explains: expect.arrayContaining(['converged-means', 'converged-variances', 'larger-variance-at-convergence']),
      }),
    ]);
  });

  it('is the same bytes every time', () => {
    expect(check([sample('forum'), '--json']).out).toBe(
      check([sample('forum'), '--json'], { env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8' } }).out,
    );
  });
});
