import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom, generateClass, writeClass } from '../bench/class.js';
import { buildBundle } from './bundle.js';
import { check as run, type Ended, type Start } from './child.js';
import { inFolder, reportsIn, sampleClass, sheet, write } from './class.js';

let bundle = '';
const own = mkdtempSync(join(tmpdir(), 'kill-'));
const input = join(own, 'in');
const formats = ['--format', 'canvas,gradescope'];
/** How long an undisturbed run takes, and what it writes. */
let whole: { readonly took: number; readonly reports: ReturnType<typeof reportsIn> } = { took: 0, reports: {} };
beforeAll(async () => {
  bundle = await buildBundle('kill');
  write(input, sampleClass(200));
  const { code, err, took } = await check(['batch', input, '--out', join(own, 'whole'), '--workers', '1', ...formats]);
  expect(code, err).toBe(0);
  whole = { took, reports: reportsIn(join(own, 'whole')) };
}, 120_000);
afterAll(() => rmSync(own, { recursive: true, force: true }), 120_000);

const check = (args: readonly string[], more: Partial<Start> = {}): Promise<Ended> => run({ bundle, args, ...more });

/** CHECK_KILLS sets how often a run is killed, for each number of threads. */
const kills = Number(process.env['CHECK_KILLS'] ?? 3);
/** A run takes a second, on a busy machine some. */
const patience = 60_000 + kills * 20_000;

/** Sheets in the journal of an output folder. */
const recordsIn = (out: string): number => {
  const journal = join(out, '.check', 'journal.ndjson');
  if (!existsSync(journal)) return 0;
  return readFileSync(journal, 'utf8')
    .split('\n')
    .filter((line) => line.endsWith(']')).length;
};

const numberIn = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1]?.replaceAll(',', '') ?? 0);

describe('a run that is killed at any moment', () => {
  it.each([1, 4])(
    '%i threads: run again, it grades nothing twice and ends with the bytes of an undisturbed run with one',
    async (threads) => {
      const random = createRandom(threads);
      const out = join(own, `out-${threads}`);
      const args = ['batch', input, '--out', out, '--workers', String(threads), ...formats];
      let killed = 0;
      for (let i = 0; i < kills; i++) {
        const { signal } = await check(args, { end: { signal: 'SIGKILL', after: random() * whole.took } });
        if (signal === 'SIGKILL') killed++;
        // A later run has less to do: from the start again for the next one, every other time.
        if (i % 2 === 1) rmSync(out, { recursive: true, force: true });
      }
      const before = recordsIn(out);
      const resumed = await check(args);
      expect(resumed.code, resumed.err).toBe(0);
      expect(reportsIn(out)).toEqual(whole.reports);
      expect(killed).toBeGreaterThan(0);
      // A sheet that is in the journal is not graded again: the records do not become more than those of an undisturbed run.
      expect(recordsIn(out)).toBe(recordsIn(join(own, 'whole')));
      if (before === recordsIn(out)) expect(numberIn(resumed.out, /([\d,]+) submissions? graded/)).toBeLessThan(234);
    },
    patience,
  );

  it(
    'that grades a part: the parts, resumed and merged, give the bytes of one undisturbed run',
    async () => {
      const random = createRandom(7);
      const parts = [1, 2, 3].map((index) => join(own, `part-${index}`));
      for (const [i, part] of parts.entries()) {
        const args = ['batch', input, '--out', part, '--shard', `${i + 1}/3`, '--workers', String([1, 4, 0][i] ?? 1)];
        for (let n = 0; n < Math.ceil(kills / 3); n++)
          await check(args, { end: { signal: 'SIGKILL', after: random() * whole.took } });
        const { code, err } = await check(args);
        expect(code, err).toBe(0);
      }
      const args = ['merge', ...parts.toReversed(), '--out', join(own, 'merged'), ...formats];
      for (let n = 0; n < Math.ceil(kills / 3); n++)
        await check(args, { end: { signal: 'SIGKILL', after: random() * whole.took } });
      const { code, err } = await check(args);
      expect(code, err).toBe(0);
      expect(reportsIn(join(own, 'merged'))).toEqual(whole.reports);
    },
    patience,
  );
});

describe('the bytes of a class are the same', () => {
  it.each(['0', '4'])('with %s threads as with one', async (threads) => {
    const out = join(own, `with-${threads}`);
    const { code, err } = await check(['batch', input, '--out', out, '--workers', threads, ...formats]);
    expect(code, err).toBe(0);
    expect(reportsIn(out)).toEqual(whole.reports);
  });

  it('from a folder whose files were written in another order', async () => {
    const shuffled = join(own, 'shuffled');
    const random = createRandom(3);
    const files = Object.entries(sampleClass(200))
      .map((file) => [random(), file] as const)
      .sort(([a], [b]) => a - b)
      .map(([, file]) => file);
    write(shuffled, Object.fromEntries(files));
    const out = join(own, 'of-shuffled');
    expect((await check(['batch', shuffled, '--out', out, '--workers', '4', ...formats])).code).toBe(0);
    expect(reportsIn(out)).toEqual(whole.reports);
  });
});

/** Waits until something is graded and remembered; false where the run ends before. */
const untilBegun = async (out: string, ended: () => boolean): Promise<boolean> => {
  const journal = join(out, '.check', 'journal.ndjson');
  while (!ended()) {
    if ((statSync(journal, { throwIfNoEntry: false })?.size ?? 0) > 0) return true;
    await new Promise((resolve) => void setTimeout(resolve, 2));
  }
  return false;
};

describe('a class so large that its files are read ahead', () => {
  it(
    'is graded to the same bytes by one thread and by several, killed or not',
    () =>
      inFolder(async (folder) => {
        const large = join(folder, 'in');
        writeClass(large, 4500, 'sheets');
        const args = (out: string, threads: string): readonly string[] => [
          'batch',
          large,
          '--out',
          join(folder, out),
          '--workers',
          threads,
          '--no-pages',
          '--quiet',
        ];
        const alone = await check(args('alone', '0'));
        expect(alone.code, alone.err).toBe(0);
        const reports = reportsIn(join(folder, 'alone'));
        await check(args('several', '2'), { end: { signal: 'SIGKILL', after: alone.took * 0.6 } });
        const resumed = await check(args('several', '2'));
        expect(resumed.code, resumed.err).toBe(0);
        expect(reportsIn(join(folder, 'several'))).toEqual(reports);
      }),
    patience,
  );
});

describe('Ctrl-C', () => {
  it.each(['0', '2'])(
    'once ends with 130 after what is begun, and the same command goes on from there (%s threads)',
    (threads) =>
      inFolder(async (folder) => {
        const file = join(folder, 'class.ndjson');
        const lines = [...generateClass(500, 'unique')].map(([, content]) => `${content}\n`);
        writeFileSync(file, lines.join(''));
        const out = join(folder, 'out');
        const args = ['batch', file, '--out', out, '--workers', threads, '--no-pages'];
        const stopped = await check(args, { end: { signal: 'SIGINT', when: (ended) => untilBegun(out, ended) } });
        expect([stopped.code, stopped.signal], stopped.err).toEqual([130, null]);
        const done = numberIn(stopped.err, /Stopped: (\d+) of 500 submissions are graded and remembered/);
        expect(done).toBeGreaterThan(0);
        expect(done).toBeLessThan(500);
        expect(existsSync(join(out, 'report.html'))).toBe(false);
        expect(existsSync(join(out, '.check', 'lock'))).toBe(false);
        const resumed = await check(args);
        expect(resumed.code, resumed.err).toBe(0);
        expect(numberIn(resumed.out, /([\d,]+) others? known/)).toBe(done);
      }),
  );

  it('ends while standard input is still read, though nothing comes', () =>
    inFolder(async (folder) => {
      const out = join(folder, 'out');
      const kept = join(out, '.check', 'stdin.ndjson');
      const begun = async (ended: () => boolean): Promise<boolean> => {
        while (!ended() && !existsSync(kept)) await delay(5);
        return !ended();
      };
      const stopped = await check(['batch', '-', '--out', out], {
        input: `${JSON.stringify(sheet('s1'))}\n`,
        open: true,
        end: { signal: 'SIGINT', when: begun },
      });
      expect([stopped.code, stopped.signal], stopped.err).toEqual([130, null]);
      expect(stopped.err).toContain('Stopped before the end of standard input, so nothing is graded.');
      expect(existsSync(join(out, '.check', 'lock'))).toBe(false);
    }));

  it('twice ends at once', () =>
    inFolder(async (folder) => {
      // Its pairs of mistakes are computed when the first answer comes that no single one explains, which takes seconds.
      const problem = join(folder, 'mine');
      cpSync(join(import.meta.dirname, '..', '..', 'problems', 'em-two-gaussians'), problem, { recursive: true });
      const source = join(problem, 'problem.yaml');
      writeFileSync(source, readFileSync(source, 'utf8').replace(/^id: .*$/m, 'id: mine'));
      const files = Object.fromEntries(
        Array.from({ length: 40 }, (_, i) => [
          `s${100 + i}.json`,
          sheet(`s${i}`, { 'log-likelihood': -17.123_456_7 - i }),
        ]),
      );
      for (const [name, content] of Object.entries(files).slice(0, 10))
        files[name] = {
          ...content,
          answers: { 'log-likelihood': -24.5, 'mixing-weight': `(gamma_k1+gamma_k2)/2+0*${name.slice(1, 4)}` },
        };
      const answers = write(join(folder, 'in'), files);
      const out = join(folder, 'out');
      const untilSlow = async (ended: () => boolean): Promise<boolean> => {
        if (!(await untilBegun(out, ended))) return false;
        await delay(200);
        return !ended();
      };
      const stopped = await check(['batch', answers, '--problem', problem, '--out', out, '--workers', '1'], {
        end: { signal: 'SIGINT', when: untilSlow, times: 2 },
        env: { XDG_CACHE_HOME: join(folder, 'cache') },
      });
      expect([stopped.code, stopped.signal], stopped.err).toEqual([130, null]);
      expect(stopped.err).toContain('Stopping after what is begun');
      expect(stopped.err).not.toContain('Stopped:');
    }));
});

describe('the command', () => {
  it('grades a class file on standard input', () =>
    inFolder(async (folder) => {
      const lines = [sheet('s1'), sheet('s2', { mean: 'x_1' })].map((each) => `${JSON.stringify(each)}\n`).join('');
      const ended = await check(['batch', '-', '--out', join(folder, 'out'), '--workers', '1'], { input: lines });
      expect(ended.code, ended.err).toBe(0);
      expect(readFileSync(join(folder, 'out', 'grades.csv'), 'utf8')).toContain(
        's2,em-two-gaussians,stdin.ndjson:2,1,12,13,final',
      );
    }));

  it('ends with 1 on --fail-on undecided where an answer is left to a person', () =>
    inFolder(async (folder) => {
      const answers = write(join(folder, 'in'), { 's1.json': sheet('s1', { mean: 'x_1 +' }) });
      expect((await check(['batch', answers, '--out', join(folder, 'a')])).code).toBe(0);
      const ended = await check(['batch', answers, '--out', join(folder, 'b'), '--fail-on', 'undecided']);
      expect(ended.code).toBe(1);
      expect(ended.err).toContain('Waiting for a person');
    }));

  it.each([
    [['batch', 'nowhere', '--out', 'x'], 3, /There are no submissions at nowhere/],
    [['batch', '.'], 2, /Give --out/],
    [['batch', '.', '--out', 'x', '--format', 'canvass'], 2, /There is no format “canvass”/],
    [['batch', '.', '--out', 'x', '--format', 'edx'], 2, /edX format needs --roster/],
    [['batch', '.', '--out', 'x', '--shard', '3/2'], 2, /--shard takes a part/],
    [['batch', '.', '--out', 'x', '--workers', 'many'], 2, /--workers takes a number/],
    [['batch', '.', '--out', 'x', '--compare', 'nothing'], 2, /no reports in nothing/],
    [['batch', '.', '--out', 'x', '--roster', 'nothing.csv'], 2, /roster nothing.csv does not exist/],
    [['merge', 'nothing', '--out', 'x'], 2, /There is no folder nothing/],
  ] as const)('%j is refused with %i', async (args, code, message) => {
    const ended = await check(args);
    expect(ended.err).toMatch(message);
    expect(ended.code).toBe(code);
  });

  it('says nothing on the way with --quiet', () =>
    inFolder(async (folder) => {
      const answers = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      expect(await check(['batch', answers, '--out', join(folder, 'out'), '--quiet'])).toMatchObject({
        code: 0,
        out: '',
        err: '',
      });
    }));

  it('grades a class alike in any locale and time zone', () =>
    inFolder(async (folder) => {
      const answers = write(join(folder, 'in'), { ...sampleClass(10), 'ö.json': sheet('ö'), 'z.json': sheet('z2') });
      await check(['batch', answers, '--out', join(folder, 'a')]);
      await check(['batch', answers, '--out', join(folder, 'b')], {
        env: { LC_ALL: 'sv_SE.UTF-8', TZ: 'Pacific/Kiritimati' },
      });
      expect(reportsIn(join(folder, 'b'))).toEqual(reportsIn(join(folder, 'a')));
    }));
});
