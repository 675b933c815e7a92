import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPairs, packPredictions } from '../../../src/diagnosis/index.js';
import type { Problem } from '../../../src/types.js';
import { predictionsOf } from '../../batch/bundle.js';
import { buildScript } from '../build-script.js';

/** Microseconds a sheet. */
export type SheetTimes = { readonly grading: number; readonly parsing: number };

/** Times the last `counted` of some sheets, in a process of its own. */
export type TimeSheets = (sheets: readonly string[], counted: number) => SheetTimes;

/** Builds what is timed, and removes it after the work. */
export const withTimer = async <T>(problem: Problem, work: (time: TimeSheets) => T): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-sheets-'));
  try {
    const script = join(folder, 'time-sheets.mjs');
    await buildScript(new URL('time-sheets.ts', import.meta.url), script);
    const { singles, pairs } = predictionsOf(problem);
    const together = pairs();
    if (together === undefined) throw new Error(`${problem.id} has no pairs of mistakes`);
    const keep = (name: string, content: string | Uint8Array): string => {
      const file = join(folder, name);
      writeFileSync(file, content);
      return file;
    };
    const args = [
      script,
      keep('problem.json', JSON.stringify(problem)),
      keep('singles.bin', packPredictions(singles())),
      keep('pairs.bin', packPairs(together)),
    ];
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
    return work((sheets, counted) => {
      const printed = execFileSync(
        process.execPath,
        [...args, keep('sheets.json', JSON.stringify(sheets)), `${counted}`],
        { env, encoding: 'utf8' },
      );
      return JSON.parse(printed) as SheetTimes;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
