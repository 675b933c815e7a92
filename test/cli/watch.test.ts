import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, check, plainEnvironment } from './run-check.js';

const folder = mkdtempSync(join(tmpdir(), 'check-watch-'));
const answers = (logLikelihood: number): string =>
  JSON.stringify({ problem: 'em-two-gaussians', answers: { 'log-likelihood': logLikelihood } });

/** Starts `check file --watch`; `until` waits for a text to appear in what was printed since the last wait. */
const watch = (file: string) => {
  const child = spawn(process.execPath, [bin, file, '--watch'], { env: plainEnvironment });
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (seen += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const until = async (text: string): Promise<void> => {
    while (!seen.includes(text)) {
      if (child.exitCode !== null) throw new Error(`ended early: ${seen}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    seen = '';
  };
  return { until, stop: (signal: NodeJS.Signals) => child.kill(signal), ended };
};

const waiting = 'Ctrl-C ends this.';

describe('--watch', () => {
  it('grades again on save, also when the editor puts a new file in place, goes on past a broken one, and ends with 130', async () => {
    const file = join(folder, 'answers.json');
    writeFileSync(file, answers(-20));
    const session = watch(file);
    await session.until('0 of 1');
    writeFileSync(file, answers(-24.5));
    await session.until('1 of 1');
    writeFileSync(file, '{ "answers": ');
    await session.until('ends too early');
    const fresh = join(folder, 'answers.json.tmp');
    writeFileSync(fresh, answers(-24.51));
    renameSync(fresh, file);
    await session.until(waiting);
    session.stop('SIGINT');
    expect(await session.ended).toBe(130);
  });

  it('does not wait for a folder that does not exist', () => {
    expect(check([join(folder, 'nowhere', 'a.json'), '--watch'])).toMatchObject({
      code: 3,
      err: expect.stringMatching(/There is no folder .*nowhere/),
    });
  });

  it('needs a file', () => {
    expect(check(['-', '--watch'])).toMatchObject({ code: 2, err: expect.stringContaining('--watch needs a file') });
  });
});
