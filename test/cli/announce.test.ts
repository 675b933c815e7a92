import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { gradeFile } from '../../src/commands/grade-file.js';

const folder = mkdtempSync(join(tmpdir(), 'announce-'));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('work that takes seconds', () => {
  it('is announced once, and remembered with what it needs: the same comes out', async () => {
    vi.stubEnv('XDG_CACHE_HOME', folder);
    const file = join(folder, 's17.json');
    // Too many digits for a coincidence, and no known mistake: pairs of mistakes are looked through.
    const answers = { means: [1.234567, 6.543217], 'converged-means': [0.123457, 5.432107] };
    writeFileSync(file, JSON.stringify({ problem: 'em-your-own-numbers', student: 's17', answers }));
    const announce = vi.fn<() => void>();
    const options = { problem: undefined, asOf: undefined };
    const first = await gradeFile(file, options, announce);
    expect(announce).toHaveBeenCalledTimes(1);
    expect(await gradeFile(file, options, announce)).toEqual(first);
    expect(announce).toHaveBeenCalledTimes(1);
  });
});
