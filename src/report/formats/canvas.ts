import { writeCsvRow, type Cell } from '../csv.js';
import { rosterValue } from '../roster.js';
import type { Format, FormatContext } from './format.js';
import { gradeCell, pointsOf, rosterEntry } from './gradebook.js';

/** Canvas finds an assignment by `Title (id)`; where its own export is the roster, the column is taken from there. */
const assignmentColumn = (title: string, context: FormatContext): string =>
  context.roster?.columns.find((column) => column === title || column.replace(/ \(\d+\)$/, '') === title) ?? title;

/**
 * Canvas gradebook import: Student, ID, SIS User ID, SIS Login ID, Section, then a column for each assignment; the
 * second record holds the points possible (Canvas Instructor Guide, “How do I import grades in the Gradebook?”). An empty
 * cell erases the grade that Canvas has (`no_change_to_value?` in its lib/gradebook_importer.rb). So students whose points
 * are open are left out, and each problem has a file: in one for several, a cell would be empty wherever a student did not
 * hand in all of them.
 */
export const canvas: Format = {
  kind: 'problem',
  name: 'canvas',
  start: (problem, context) => ({
    begin:
      writeCsvRow([
        'Student',
        'ID',
        'SIS User ID',
        'SIS Login ID',
        'Section',
        assignmentColumn(problem.title, context),
      ]) + writeCsvRow(['    Points Possible', undefined, undefined, undefined, undefined, pointsOf(problem)]),
    add: (student) => {
      const entry = rosterEntry(student, context);
      if (entry === undefined) return '';
      const grade = gradeCell(student, problem, context, 'Left out');
      if (grade === undefined) return '';
      const known = (...names: readonly string[]): Cell => rosterValue(entry, ...names);
      const id = known('id');
      const user = known('sis user id');
      return writeCsvRow([
        known('student', 'name', 'full_name') ?? student.student,
        id,
        user,
        // Canvas goes by one of the three; a roster that did not come from it may have none of them.
        known('sis login id') ?? (id === undefined && user === undefined ? student.student : undefined),
        known('section'),
        grade,
      ]);
    },
    end: () => '',
  }),
};
