import { didYouMean } from '../../spelling/index.js';
import type { Problem } from '../../types.js';
import { listNames } from '../list-names.js';
import { formatPoints } from '../numbers.js';
import { isOpen, openQuestions, type Row } from '../row.js';
import type { RosterEntry } from '../roster.js';
import type { FormatContext, StudentRows } from './format.js';

/** What a problem is worth. */
export const pointsOf = (problem: Problem): number => problem.questions.reduce((sum, { points }) => sum + points, 0);

export const rowOf = ({ rows }: StudentRows, problem: Problem): Row | undefined =>
  rows.find((row) => row.problem === problem.id);

/**
 * The points for a gradebook's cell. Nothing where nothing was handed in, and where an answer that counts is undecided or
 * could not be graded: a gradebook must not make a zero of that in silence, so it is remarked on, with what becomes of it.
 */
export const gradeCell = (
  student: StudentRows,
  problem: Problem,
  context: FormatContext,
  unlessFinal: 'Left out' | 'Left empty',
): number | undefined => {
  const row = rowOf(student, problem);
  if (row === undefined) return undefined;
  if (isOpen(row)) {
    const waiting = openQuestions(row).length;
    const points = row.earned === 1 ? 'point' : 'points';
    context.remark(
      student.student,
      `${unlessFinal} for ${problem.id}: ${waiting === 1 ? 'an answer waits' : `${waiting} answers wait`} for a person (${formatPoints(row.earned)} ${points} so far).`,
    );
    return undefined;
  }
  return Number(formatPoints(row.earned));
};

/** Of whom nothing is known but the name. */
const stranger: RosterEntry = {};

/**
 * The student's record in the roster, an empty one where there is none. Nothing where several people go by that name: the
 * points of one of them must not go to another. Whatever is amiss is remarked on.
 */
export const rosterEntry = (student: StudentRows, context: FormatContext): RosterEntry | undefined => {
  const { roster, remark } = context;
  if (roster === undefined) return stranger;
  const match = roster.match(student.student);
  switch (match.kind) {
    case 'found': {
      const { student: first, both } = claim(match.entry, student, context);
      if (first === student.student) return match.entry;
      remark(
        student.student,
        `Left out of gradebook files: this name and ${first} lead to one line of the roster (${roster.idOf(match.entry)}), and ${first} has it. If they are one student, write the same name into the field "student" of ${both}.`,
      );
      return undefined;
    }
    case 'unknown':
      remark(
        student.student,
        match.near === undefined ? 'Not in the roster.' : `Not in the roster. ${didYouMean(match.near)}`,
      );
      return stranger;
    case 'ambiguous':
      remark(
        student.student,
        `${match.entries.length} students in the roster go by this name, so gradebook files leave out ${student.rows.map(({ file }) => file).join(', ')}. Write the id of the right one into its field "student": ${listNames(match.entries.map(roster.idOf))}.`,
      );
      return undefined;
  }
};

/** Two names may lead to one line of the roster, an id and an address: whoever comes first has it, and nobody's points are replaced by the other's. */
const claim = (
  entry: RosterEntry,
  { student, rows }: StudentRows,
  { claimed }: FormatContext,
): { readonly student: string; readonly both: string } => {
  const files = rows.map(({ file }) => file).join(', ');
  const first = claimed.get(entry) ?? { student, files };
  claimed.set(entry, first);
  return { student: first.student, both: `${first.files} and ${files}` };
};

/** What stands between the students' answers and their points, in a line for a comment column. */
export const feedbackLine = (student: StudentRows, problem: Problem): string => {
  const row = rowOf(student, problem);
  if (row === undefined) return '';
  return row.questions
    .filter(({ possible }) => possible > 0)
    .map(({ id, verdict, earned, possible }) => `${id}: ${verdict} (${formatPoints(earned)}/${formatPoints(possible)})`)
    .join('; ');
};
