import { writeCsvRow } from '../csv.js';
import { rosterValue } from '../roster.js';
import type { Format } from './format.js';
import { feedbackLine, gradeCell, rosterEntry } from './gradebook.js';

/**
 * Moodle grade import from CSV: any columns, mapped on upload; these names are those of Moodle's own export, which it
 * maps by itself. Students whose points are open are left out, because Moodle overwrites a grade by an empty cell, and a
 * feedback without its grade loses the grade (MoodleDocs, “Grade import”).
 */
export const moodle: Format = {
  kind: 'class',
  file: 'moodle.csv',
  start: (context) => ({
    begin: writeCsvRow([
      'First name',
      'Last name',
      'ID number',
      'Email address',
      ...context.problems.flatMap(({ title }) => [`${title} (Real)`, `${title} (Feedback)`]),
    ]),
    add: (student) => {
      const entry = rosterEntry(student, context);
      const grades = context.problems.map((problem) => gradeCell(student, problem, context));
      if (grades.includes(undefined)) return '';
      return writeCsvRow([
        rosterValue(entry, 'first name', 'first_name', 'firstname'),
        rosterValue(entry, 'last name', 'last_name', 'surname', 'lastname'),
        rosterValue(entry, 'id number', 'idnumber') ?? student.student,
        rosterValue(entry, 'email address', 'email'),
        ...context.problems.flatMap((problem, i) => [grades[i], feedbackLine(student, problem)]),
      ]);
    },
    end: () => '',
  }),
};
