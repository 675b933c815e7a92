import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packageFile from '../../package.json' with { type: 'json' };
import type { Problem } from '../types.js';

const hashOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

export const hashProblem = (problem: Problem): string => hashOf(JSON.stringify(problem));

/** What results depend on besides problems and submissions. */
export type RunContext = {
  /** Hash of this very program. */
  readonly program: string;
  /** The options that change what is graded or said. */
  readonly asked: string | undefined;
  readonly asOf: string | undefined;
};

export const contextOf = (asked: string | undefined, asOf: string | undefined): RunContext => ({
  program: hashOf(packageFile.version, ...readProgram()),
  asked,
  asOf,
});

export const hashContext = ({ program, asked, asOf }: RunContext): string =>
  hashOf(program, JSON.stringify([asked ?? null, asOf ?? null]));

/** The bundle that this runs from: what decides must be the same for results to be the same. */
const readProgram = (): readonly Buffer[] => {
  const here = fileURLToPath(import.meta.url);
  return [here, join(dirname(here), 'main.cjs')].filter((file) => existsSync(file)).map((file) => readFileSync(file));
};
