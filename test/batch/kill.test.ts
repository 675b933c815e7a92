import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../bench/class.js';
import { buildBundle } from './bundle.js';
import { check as run, type Ended, type Start } from './child.js';
import { inFolder, reportsIn, sampleClass, sheet, write } from './class.js';

let bundle = '';
beforeAll(async () => {
  bundle = await buildBundle('kill');
}, 120_000);

const check = (args: readonly string[], more: Partial<Start> = {}): Promise<Ended> => run({ bundle, args, ...more });

/** CHECK_KILLS sets how often a run is killed, for each number of threads. */
const kills = Number(process.env['CHECK_KILLS'] ?? 3);

describe('a run that is killed at any moment', () => {
  it.each([1, 4])(
    '%i threads: run again, it grades nothing twice and ends with the bytes of an undisturbed run',
    (threads) =>
      inFolder(async (folder) => {
        const input = write(join(folder, 'in'), sampleClass(200));
        const whole = await check([
          'batch',
          input,
          '--out',
          join(folder, 'whole'),
          '--workers',
          String(threads),
          '--format',
          'canvas',
        ]);
        expect(whole.code, whole.err).toBe(0);
        const random = createRandom(threads);
        const out = join(folder, 'out');
        let killed = 0;
        for (let i = 0; i < kills; i++) {
          const { signal } = await check(
            ['batch', input, '--out', out, '--workers', String(threads), '--format', 'canvas'],
            { end: { signal: 'SIGKILL', after: random() * whole.took } },
          );
          if (signal === 'SIGKILL') killed++;
          // A later run has less to do: from the start again for the next one, every other time.
          if (i % 2 === 1) rmSync(out, { recursive: true, force: true });
        }
        const journal = join(out, '.check', 'journal.ndjson');
        const records = existsSync(journal)
          ? readFileSync(journal, 'utf8')
              .split('\n')
              .filter((line) => line.endsWith(']'))
          : [];
        const resumed = await check(['batch', input, '--out', out, '--workers', String(threads), '--format', 'canvas']);
        expect(resumed.code, resumed.err).toBe(0);
        expect(reportsIn(out)).toEqual(reportsIn(join(folder, 'whole')));
        const reused = Number(/([\d,]+) others? known/.exec(resumed.out)?.[1]?.replace(',', '') ?? 0);
        expect(killed).toBeGreaterThan(0);
        // Records of several attempts together are no submissions of their own.
        expect(reused).toBeGreaterThanOrEqual(Math.min(records.length, 200) - 40);
      }),
  );
});

describe('Ctrl-C', () => {
  it('once ends with 130 after what is begun; the same command goes on', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(1200));
      const out = join(folder, 'out');
      const stopped = await check(['batch', input, '--out', out, '--workers', '1'], {
        end: { signal: 'SIGINT', after: 1200 },
      });
      if (stopped.code === 0) return;
      expect([stopped.code, stopped.signal]).toEqual([130, null]);
      expect(stopped.err).toMatch(/Stopped: [\d,]+ of [\d,]+ submissions are graded and remembered/);
      expect(existsSync(join(out, 'report.html'))).toBe(false);
      expect(existsSync(join(out, '.check', 'lock'))).toBe(false);
    }));

  it('twice ends at once', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), sampleClass(1200));
      const stopped = await check(['batch', input, '--out', join(folder, 'out'), '--workers', '0'], {
        end: { signal: 'SIGINT', after: 900, times: 2 },
      });
      expect([0, 130]).toContain(stopped.code ?? (stopped.signal === 'SIGINT' ? 130 : 1));
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
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1', { mean: 'x_1 +' }) });
      expect((await check(['batch', input, '--out', join(folder, 'a')])).code).toBe(0);
      const ended = await check(['batch', input, '--out', join(folder, 'b'), '--fail-on', 'undecided']);
      expect(ended.code).toBe(1);
      expect(ended.err).toContain('Waiting for a person');
    }));

  it.each([
    [['batch', 'nowhere', '--out', 'x'], 2, /There are no submissions at nowhere/],
    [['batch', '.'], 2, /Give --out/],
    [['batch', '.', '--out', 'x', '--format', 'canvass'], 2, /There is no format “canvass”/],
    [['batch', '.', '--out', 'x', '--format', 'edx'], 2, /edX format needs --roster/],
    [['batch', '.', '--out', 'x', '--shard', '3/2'], 2, /--shard takes a part/],
    [['batch', '.', '--out', 'x', '--workers', 'many'], 2, /--workers takes a number/],
    [['batch', '.', '--out', 'x', '--compare', 'nothing'], 2, /no reports in nothing/],
    [['batch', '.', '--out', 'x', '--roster', 'nothing.csv'], 2, /roster nothing.csv does not exist/],
    [['merge', 'nothing', '--out', 'x'], 2, /holds no finished part/],
  ] as const)('%j is refused with %i', async (args, code, message) => {
    const ended = await check(args);
    expect(ended.err).toMatch(message);
    expect(ended.code).toBe(code);
  });

  it('says nothing on the way with --quiet', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { 's1.json': sheet('s1') });
      expect(await check(['batch', input, '--out', join(folder, 'out'), '--quiet'])).toMatchObject({
        code: 0,
        out: '',
        err: '',
      });
    }));

  it('grades a class alike in any locale and time zone', () =>
    inFolder(async (folder) => {
      const input = write(join(folder, 'in'), { ...sampleClass(10), 'ö.json': sheet('ö'), 'z.json': sheet('z2') });
      await check(['batch', input, '--out', join(folder, 'a')]);
      await check(['batch', input, '--out', join(folder, 'b')], {
        env: { LC_ALL: 'sv_SE.UTF-8', TZ: 'Pacific/Kiritimati' },
      });
      expect(reportsIn(join(folder, 'b'))).toEqual(reportsIn(join(folder, 'a')));
    }));
});
