/** The names on a sheet, and when it was handed in (`''` where nothing says so). */
export type Names = {
  readonly student: string;
  readonly file: string;
  readonly attempt: number;
  readonly submittedAt: string;
};

/** What stands before a row's `rowRest`, as JSON without the end. */
export const rowHead = (problem: string, { student, file, attempt, submittedAt }: Names): string =>
  `[${JSON.stringify(student)},"${problem}",${JSON.stringify(file)},${attempt},${JSON.stringify(submittedAt)},`;

/** What stands before a report's `reportRest`. */
export const reportHead = (problem: string, { student, file, attempt }: Names): string =>
  `{"problem":"${problem}","student":${JSON.stringify(student)},"file":${JSON.stringify(file)},"attempt":${attempt},`;
