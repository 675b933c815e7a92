import { hash } from 'node:crypto';
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
    let text = `${context} ${kind} ${problemHash}`;
    for (const { submission, answers, circumstances } of submissions) {
      const { attempt, problem, warnings } = submission;
      const noticed = warnings.map(({ code, message, fix, question }) => [
        code,
        message,
        fix ?? null,
        question ?? null,
      ]);
      // Each part is JSON, and none holds a line break: so no two lists of parts make one text.
      text += `\n${JSON.stringify([attempt, problem ?? null, circumstances, noticed])}\n${answers}`;
    }
    return hash('sha256', text, 'hex').slice(0, 32);
  };
