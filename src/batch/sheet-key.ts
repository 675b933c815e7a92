import { createHash } from 'node:crypto';
import type { Submission } from '../types.js';

/** Hash of everything that a sheet depends on. */
export type SheetKey = (
  kind: 'one' | 'attempts',
  problemHash: string,
  submissions: readonly { readonly submission: Submission; readonly answers: string; readonly circumstances: string }[],
) => string;

/**
 * Keys of 32 hexadecimal digits. A key tells apart what is graded or said differently: problem, attempts, answers, what was noticed
 * while reading, and the circumstances. `context` is a hash of all else.
 */
export const createSheetKey =
  (context: string): SheetKey =>
  (kind, problemHash, submissions) => {
    const parts = submissions.map(({ submission: { attempt, problem, warnings }, answers, circumstances }) => [
      attempt,
      problem ?? null,
      circumstances,
      warnings.map(({ code, message, fix, question }) => [code, message, fix ?? null, question ?? null]),
      answers,
    ]);
    return createHash('sha256')
      .update(JSON.stringify([context, kind, problemHash, parts]))
      .digest('hex')
      .slice(0, 32);
  };
