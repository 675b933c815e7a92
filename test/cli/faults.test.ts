import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, check, plainEnvironment, sample, shell } from './run-check.js';

const folder = mkdtempSync(join(tmpdir(), 'check-faults-'));

describe('when output cannot be written', () => {
  it.each(['', ' --json', ' --help'])('a reader that has gone is no fault: check%s | true', (options) => {
    const { err, out } = shell(
      `set -o pipefail; $CHECK ${sample('recorded')}${options} | true; echo "\${PIPESTATUS[0]}"`,
    );
    expect(err).toBe('');
    expect(Number(out)).toBeLessThan(2);
  });

  it.runIf(existsSync('/dev/full')).each(['', ' --json', ' --help'])(
    'a full device is said: check%s > /dev/full',
    (options) => {
      const { code, err } = shell(`$CHECK ${sample('recorded')}${options} > /dev/full`);
      expect(code).toBe(4);
      expect(err).toBe('check: The output could not be written: no space is left on the device.\n');
    },
  );

  it('a full stderr hides nothing', () => {
    const { code } = shell(`$CHECK nosuch.json 2> /dev/full`);
    expect(code).toBe(3);
  });

  it('a slow reader gets all of it', async () => {
    const child = spawn('bash', ['-c', `${process.execPath} ${bin} ${sample('recorded')} --json | (sleep 0.3; cat)`], {
      env: plainEnvironment,
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await new Promise((resolve) => child.once('close', resolve));
    expect(JSON.parse(Buffer.concat(chunks).toString())).toMatchObject({ earned: 12 });
  });
});

describe('when input cannot be read', () => {
  it.runIf(process.getuid?.() !== 0)('a file without the right to read it is named', () => {
    const file = join(folder, 'secret.json');
    writeFileSync(file, '{}');
    chmodSync(file, 0);
    expect(check([file])).toMatchObject({ code: 3, err: expect.stringMatching(/no right to read it/) });
  });

  it('a pipe with no writer does not make it wait', () => {
    const { code, err } = shell(`mkfifo ${folder}/pipe.json; $CHECK ${folder}/pipe.json`);
    expect(code).toBe(3);
    expect(err).toMatch(/a pipe, not a file/);
  });

  it('a name that steers terminals is written out', () => {
    const { err } = check([`${folder}/a\u001b[31m\u202eb.json`]);
    expect(err).toContain('\\u{1b}[31m\\u{202e}');
    expect(err).not.toContain('\u001b');
  });
});

describe('hostile text in answers', () => {
  const hostile = '\u001b]0;owned\u0007\u009b31m\u202e\u200b\u2028';
  const file = join(folder, 'hostile.json');
  writeFileSync(
    file,
    JSON.stringify({ student: hostile, answers: { responsibility: hostile, 'log-likelihood': hostile } }),
  );

  it.each([[['--no-color']], [['--plain']], [['--json']]])('never reaches the terminal: check %j', (options) => {
    const { out, err } = check([file, ...options]);
    for (const text of [out, err]) {
      expect(text.replaceAll('\n', '')).not.toMatch(
        /[\p{Cc}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u,
      );
    }
    expect(`${out}${err}`).not.toBe('');
  });
});
