import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBundle } from './bundle.js';
import { check, type Ended } from './child.js';
import { reportsIn, sheet, write } from './class.js';

/** CHECK_KILLS sets at how many steps a run is broken off. */
const kills = Number(process.env['CHECK_KILLS'] ?? 3);

const own = mkdtempSync(join(tmpdir(), 'crash-'));
const [input, old, out] = [join(own, 'in'), join(own, 'old'), join(own, 'out')];
const args = ['batch', input, '--workers', '0', '--format', 'gradescope,canvas', '--quiet'];

/** Counts the steps that change a disk, and does at one of them what is asked: `kill` the process, or `fail` as a disk does. */
const breaker = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { STEP, HOW, COUNT } = process.env;
let step = 0;
for (const name of ['renameSync', 'linkSync', 'unlinkSync', 'rmSync', 'rmdirSync', 'mkdirSync', 'writeFileSync']) {
  const real = fs[name];
  fs[name] = (...given) => {
    if (++step === Number(STEP)) {
      if (HOW === 'fail') throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO', path: given[0] });
      process.kill(process.pid, 'SIGKILL');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5000);
    }
    return real(...given);
  };
}
const { appendFileSync } = fs;
process.on('exit', () => COUNT && appendFileSync(COUNT, String(step)));
syncBuiltinESMExports();
`;

let bundle = '';
const run = (env?: { readonly [name: string]: string }): Promise<Ended> =>
  check({
    bundle,
    args: [...args, '--out', out],
    ...(env !== undefined && { env: { ...env, NODE_OPTIONS: `--import=${join(own, 'breaker.mjs')}` } }),
  });

/** The reports of a class that changed since, with what somebody put among them. */
const foreign = {
  'feedback/mine.txt': 'mine',
  'gradescope/other/comments.txt': 'mine',
  'gradescope/gone/comments.txt': 'mine',
  'junit.xml': 'mine',
};
const prepare = (): void => {
  rmSync(out, { recursive: true, force: true });
  cpSync(old, out, { recursive: true });
  write(out, foreign);
};

let steps = 0;
let before: ReturnType<typeof reportsIn> = {};
let after: ReturnType<typeof reportsIn> = {};
beforeAll(async () => {
  bundle = await buildBundle('crash');
  writeFileSync(join(own, 'breaker.mjs'), breaker);
  write(input, { 'a.json': sheet('a'), 'gone.json': sheet('gone') });
  expect((await check({ bundle, args: [...args, '--out', old, '--format', 'moodle'] })).code).toBe(0);
  rmSync(join(input, 'gone.json'));
  write(input, { 'a.json': sheet('a', { mean: 'x_1' }), 'new.json': sheet('new') });
  prepare();
  before = reportsIn(out);
  const count = join(own, 'count');
  expect((await run({ COUNT: count })).code).toBe(0);
  steps = Number(readFileSync(count, 'utf8'));
  after = reportsIn(out);
}, 120_000);
afterAll(() => rmSync(own, { recursive: true, force: true }), 60_000);

/** Steps spread over the whole run. */
const someSteps = (): readonly number[] =>
  Array.from({ length: Math.min(kills, steps) }, (_, i) => Math.ceil(((i + 0.5) / Math.min(kills, steps)) * steps));

describe('a run over reports among which somebody has put files', () => {
  it('takes away its own and nothing else', () => {
    expect(steps).toBeGreaterThan(40);
    expect(after).toMatchObject(foreign);
    expect(Object.keys(after)).not.toContain('moodle.csv');
    expect(Object.keys(after).filter((path) => /gone(?!\/comments)/.test(path))).toEqual([]);
  });

  it(
    'that is killed at a step, whichever it is, is taken up by the next one to the same bytes',
    async () => {
      for (const step of someSteps()) {
        prepare();
        await run({ STEP: String(step), HOW: 'kill' });
        expect((await run()).code, `step ${step}`).toBe(0);
        expect(reportsIn(out), `step ${step}`).toEqual(after);
      }
    },
    120_000 + kills * 10_000,
  );

  it(
    'whose disk fails at a step says so and leaves the old reports, or has the new ones in their place',
    async () => {
      for (const step of someSteps()) {
        prepare();
        const { code, err } = await run({ STEP: String(step), HOW: 'fail' });
        if (code !== 0) expect(err, `step ${step}`).toMatch(/Earlier reports are as they were/);
        if (code !== 0) expect(reportsIn(out), `step ${step}`).toEqual(before);
        else expect(readFileSync(join(out, 'results.ndjson'), 'utf8')).toBe(after['results.ndjson']);
        expect((await run()).code).toBe(0);
        expect(reportsIn(out), `step ${step}`).toEqual(after);
      }
    },
    120_000 + kills * 10_000,
  );
});
