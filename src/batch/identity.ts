import type { Submission } from '../types.js';

/** File names that say nothing of a student: then the folder does. */
const generic = /^(?:answers?|submissions?|homework|results?|solutions?)(?:[-_ ]?\d+)?$/i;

/**
 * The student a file seems to come from: its name without the ending, or its folder's name where the file's own is one
 * that everybody uses (`s17/answers.json`).
 */
export const studentOfPath = (path: string): string => {
  const parts = path.split('/');
  const name = (parts.pop() ?? '').replace(/\.[^.]+$/, '');
  return generic.test(name) ? (parts.pop() ?? name) : name;
};

/** Whose submission it is, by the `student` field where there is one, and what to say where the file's name disagrees. */
export const identify = (
  submission: Submission,
  fromPath: string | undefined,
): { readonly student: string; readonly note?: string } => {
  const stated = submission.student?.trim();
  if (stated === undefined || stated === '') return { student: fromPath ?? submission.file };
  return fromPath === undefined || sameName(stated, fromPath)
    ? { student: stated }
    : { student: stated, note: `The file says it is from ${stated}: graded as theirs.` };
};

/** `s17-attempt-2.json` agrees with s17. */
const sameName = (stated: string, name: string): boolean =>
  name === stated || (name.startsWith(stated) && /^[^\p{L}\p{N}]/u.test(name.slice(stated.length)));
