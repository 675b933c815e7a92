import { writeCsvRow } from '../csv.js';
import { formatPoints } from '../numbers.js';
import { rosterValue } from '../roster.js';
import type { Format } from './format.js';
import { gradeCell, pointsOf, rosterEntry, rowOf } from './gradebook.js';

/** The columns of `nbgrader export` (nbgrader.plugins.export.CsvExportPlugin), a record for each assignment of a student. */
const columns = [
  'assignment',
  'duedate',
  'timestamp',
  'student_id',
  'last_name',
  'first_name',
  'email',
  'raw_score',
  'late_submission_penalty',
  'score',
  'max_score',
];

export const nbgrader: Format = {
  kind: 'class',
  file: 'nbgrader.csv',
  start: (context) => ({
    begin: writeCsvRow(columns),
    add: (student) => {
      const entry = rosterEntry(student, context);
      if (entry === undefined) return '';
      return context.problems
        .map((problem) => {
          const row = rowOf(student, problem);
          if (row === undefined) return '';
          const score = gradeCell(student, problem, context, 'Left empty');
          const penalty = Number(formatPoints(row.lost));
          return writeCsvRow([
            problem.id,
            problem.policy.due,
            row.submittedAt,
            rosterValue(entry, 'student_id') ?? student.student,
            rosterValue(entry, 'last_name', 'last name', 'surname'),
            rosterValue(entry, 'first_name', 'first name'),
            rosterValue(entry, 'email', 'email address'),
            score === undefined ? undefined : Number(formatPoints(score + penalty)),
            penalty,
            score,
            pointsOf(problem),
          ]);
        })
        .join('');
    },
    end: () => '',
  }),
};
