import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageFile from '../../package.json' with { type: 'json' };
import type { Problem } from '../types.js';

const hashOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
};

export const hashProblem = (problem: Problem): string => hashOf(JSON.stringify(problem));

/** What results depend on besides problem and submission: this very program, and the options that change what is said. */
export const hashContext = (asked: string | undefined, asOf: string | undefined): string =>
  hashOf(
    packageFile.version,
    readFileSync(fileURLToPath(import.meta.url)),
    JSON.stringify([asked ?? null, asOf ?? null]),
  );
