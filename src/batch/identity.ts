/** File names that say nothing of a student: then the folder does. */
const generic = /^(?:answers?|submissions?|homework|results?|solutions?)(?:[-_ ]?\d+)?$/i;

/** What stands before the ending of a file's name, with its folders. */
export const withoutEnding = (path: string): string => path.replace(/\.[^./]+$/, '');

/** The student a file seems to come from, looked at alone: its name, or its folder's name where its own is one that everybody uses. */
export const studentOfPath = (path: string): string => {
  const parts = withoutEnding(path).split('/');
  const name = parts.pop() ?? '';
  return generic.test(name) ? (parts.pop() ?? name) : name;
};

/** What to say of a file that seems to come from somebody else than it says. `names` knows from whom, among all files. */
export const disagreement = (
  student: string,
  path: string,
  names: (path: string) => { readonly student: string },
): string | undefined =>
  isNamedAfter(path, student) || sameName(student, studentOfPath(path)) || sameName(student, names(path).student)
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
const sameName = (stated: string, found: string): boolean => {
  const name = found.normalize('NFC');
  return name === stated || (name.startsWith(stated) && /^[^\p{L}\p{N}]/u.test(name.slice(stated.length)));
};
