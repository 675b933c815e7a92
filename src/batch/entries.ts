/**
 * What was handed in, in columns, as there may be many: by number the student, the place, the attempt, the sheet. `submittedAt` is kept
 * where something asks for it. `unsaid` holds the numbers of those that do not say whose they are, and go by where they lie.
 */
export type Entries = {
  readonly students: string[];
  readonly places: number[];
  readonly attempts: number[];
  readonly sheets: number[];
  readonly unsaid: Set<number>;
  readonly times: (string | undefined)[] | undefined;
};

export const createEntries = (withTimes: boolean): Entries => ({
  students: [],
  places: [],
  attempts: [],
  sheets: [],
  unsaid: new Set(),
  times: withTimes ? [] : undefined,
});

/** Adds one; its number. */
export const addEntry = (
  entries: Entries,
  student: string,
  place: number,
  attempt: number,
  sheet: number,
  submittedAt: string | undefined,
): number => {
  entries.students.push(student);
  entries.places.push(place);
  entries.attempts.push(attempt);
  entries.times?.push(submittedAt);
  return entries.sheets.push(sheet) - 1;
};
