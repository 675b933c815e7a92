/** An output folder: itself, what is kept in it between runs, and where the next reports are made before they replace the old ones. */
export type Folders = { readonly path: string; readonly kept: string; readonly staging: string };

/** What a run can leave in its output folder: files of the class, folders with one for each problem, folders with one for each student. */
export const singleFiles = [
  'results.ndjson',
  'grades.csv',
  'report.html',
  'canvas.csv',
  'moodle.csv',
  'nbgrader.csv',
  'edx.csv',
  'junit.xml',
  'summary.md',
] as const;
export const problemFolders = ['canvas', 'moodle'] as const;

/** What a student is called in a folder of students. */
export const studentFolders = {
  feedback: (page: string) => `${page}.html`,
  gradescope: (page: string) => page,
} as const;
export type StudentFolder = keyof typeof studentFolders;
export const studentFolderNames: readonly StudentFolder[] = ['feedback', 'gradescope'];
