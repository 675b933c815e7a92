import { writeCsvRow } from '../csv.js';
import { rosterValue } from '../roster.js';
import type { Format } from './format.js';
import { feedbackLine, gradeCell, rosterEntry } from './gradebook.js';

/**
 * Moodle grade import from CSV: any columns, mapped on upload; these names are those of Moodle's own export, which it
 * maps by itself. Students whose points are open are left out, because Moodle overwrites a grade by an empty cell, and a
 * feedback without its grade loses the grade (MoodleDocs, “Grade import”). For the same reason each problem has a file: in one for
 * several, whoever did not hand in all of them would lose a grade or be left out.
 */
export const moodle: Format = {
  kind: 'problem',
  name: 'moodle',
  start: (problem, context) => ({
    begin: writeCsvRow([
      'First name',
      'Last name',
      'ID number',
      'Email address',
      `${problem.title} (Real)`,
      `${problem.title} (Feedback)`,
    ]),
    add: (student) => {
      const entry = rosterEntry(student, context);
      if (entry === undefined) return '';
      const grade = gradeCell(student, problem, context, 'Left out');
      if (grade === undefined) return '';
      return writeCsvRow([
        rosterValue(entry, 'first name', 'first_name', 'firstname'),
        rosterValue(entry, 'last name', 'last_name', 'surname', 'lastname'),
        rosterValue(entry, 'id number', 'idnumber') ?? student.student,
        rosterValue(entry, 'email address', 'email'),
        grade,
        feedbackLine(student, problem),
      ]);
    },
    end: () => '',
  }),
};
