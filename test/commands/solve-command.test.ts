import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { exitCode } from '../../src/commands/exit-code.js';
import type { Io } from '../../src/commands/io.js';
import { solveCommand } from '../../src/commands/solve.js';

type Outcome = { readonly code: number; readonly out: string; readonly told: string };

const type = async (problem: string, options: { readonly [name: string]: string | boolean } = {}): Promise<Outcome> => {
  const [out, told]: [string[], string[]] = [[], []];
  const io: Io = {
    write: (text) => void out.push(text),
    tell: (text) => void told.push(text),
    style: { width: 80, colour: false, unicode: true, plain: false },
    isScreen: false,
  };
  const code = await solveCommand.run({ positionals: [problem], options }, io);
  return { code, out: out.join(''), told: told.join('') };
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'solve-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('check solve', () => {
  it('shows the run of a shipped problem, with a mistake beside it', async () => {
    const { code, out, told } = await type('em-two-gaussians', { as: 'loop-variance-overwrites-sd' });
    expect(code).toBe(exitCode.done);
    expect(told).toBe('');
    expect(out).toContain(
      '* converged-means\n    right: 5.000000, -0.500000\n    loop-variance-overwrites-sd: 5.038129, 0.693074',
    );
  });

  it('writes the picture where it is told to', async () => {
    const file = join(folder, 'picture.svg');
    const { code } = await type('em-two-gaussians', { svg: file, plot: true });
    expect(code).toBe(exitCode.done);
    expect(readFileSync(file, 'utf8')).toMatch(/^<svg .*<\/svg>\n$/su);
  });

  it.each([
    ['no-such-problem', {}, exitCode.notGradable, 'There is no problem'],
    ['em-two-gaussians', { as: 'var-besel' }, exitCode.usage, 'Did you mean “var-bessel”?'],
    ['em-two-gaussians', { svg: '/no/such/folder/picture.svg' }, exitCode.usage, 'could not be written'],
  ] as const)('%s %o ends with %i and a reason', async (problem, options, expected, reason) => {
    const { code, out, told } = await type(problem, options);
    expect(code).toBe(expected);
    expect(out).toBe('');
    expect(told.replaceAll('\n', ' ')).toContain(reason);
  });

  it('takes a problem of one’s own', async () => {
    const file = join(folder, 'problem.yaml');
    writeFileSync(
      file,
      `id: my-own
title: Three components
model: { family: gaussian, data: [-3, -2.5, 0, 0.5, 4, 5], start: { weights: [1/3, 1/3, 1/3], means: [-3, 0, 5], variances: [1, 1, 1] } }
questions:
  - { id: means, prompt: Which means?, points: 1, list: { from: means, at: converged, decimals: 2 } }
`,
    );
    const { code, out, told } = await type(file, { plot: true });
    expect(told).toBe('');
    expect(code).toBe(exitCode.done);
    expect(out).toContain('6 observations, 3 components');
  });
});
