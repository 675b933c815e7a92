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
  path: string | undefined,
): { readonly student: string; readonly note?: string } => {
  const stated = submission.student?.trim();
  if (stated === undefined || stated === '')
    return { student: path === undefined ? submission.file : studentOfPath(path) };
  const note = path === undefined ? undefined : disagreement(stated, path);
  return note === undefined ? { student: stated } : { student: stated, note };
};

/** What to say of a file that seems to come from somebody else than it says. */
export const disagreement = (student: string, path: string): string | undefined =>
  isNamedAfter(path, student) || sameName(student, studentOfPath(path))
    ? undefined
    : `The file says it is from ${student}: graded as theirs.`;

/** `s17.json` and `class/s17.json`: the usual case. */
const isNamedAfter = (path: string, student: string): boolean => {
  const start = path.length - student.length - 5;
  return (
    path.endsWith('.json') &&
    path.startsWith(student, start) &&
    (start === 0 || path[start - 1] === '/') &&
    !generic.test(student)
  );
};

/** `s17-attempt-2.json` agrees with s17. */
const sameName = (stated: string, name: string): boolean =>
  name === stated || (name.startsWith(stated) && /^[^\p{L}\p{N}]/u.test(name.slice(stated.length)));
