import { writeCsvRow, type Cell } from '../csv.js';
import { rosterValue } from '../roster.js';
import type { Format, FormatContext } from './format.js';
import { gradeCell, pointsOf, rosterEntry } from './gradebook.js';

/** Canvas finds an assignment by `Title (id)`; where its own export is the roster, the column is taken from there. */
const assignmentColumn = (title: string, context: FormatContext): string =>
  context.roster?.columns.find((column) => column === title || column.replace(/ \(\d+\)$/, '') === title) ?? title;

/**
 * Canvas gradebook import: Student, ID, SIS User ID, SIS Login ID, Section, then a column for each assignment; the
 * second record holds the points possible (Canvas Instructor Guide, “How do I import grades in the Gradebook?”).
 */
export const canvas: Format = {
  kind: 'class',
  file: 'canvas.csv',
  start: (context) => ({
    begin:
      writeCsvRow([
        'Student',
        'ID',
        'SIS User ID',
        'SIS Login ID',
        'Section',
        ...context.problems.map(({ title }) => assignmentColumn(title, context)),
      ]) +
      writeCsvRow([
        '    Points Possible',
        undefined,
        undefined,
        undefined,
        undefined,
        ...context.problems.map(pointsOf),
      ]),
    add: (student) => {
      const entry = rosterEntry(student, context);
      const known = (...names: readonly string[]): Cell => rosterValue(entry, ...names);
      return writeCsvRow([
        known('student', 'name', 'full_name') ?? student.student,
        known('id'),
        known('sis user id'),
        known('sis login id') ?? (entry === undefined ? student.student : undefined),
        known('section'),
        ...context.problems.map((problem) => gradeCell(student, problem, context)),
      ]);
    },
    end: () => '',
  }),
};
