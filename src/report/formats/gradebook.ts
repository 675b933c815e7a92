import { didYouMean } from '../../spelling/index.js';
import type { Problem } from '../../types.js';
import { listNames } from '../list-names.js';
import { formatPoints } from '../numbers.js';
import { isOpen, type Row } from '../row.js';
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
    context.remark(
      student.student,
      `${unlessFinal} for ${problem.id}: an answer waits for a person (${formatPoints(row.earned)} points so far).`,
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
export const rosterEntry = (student: StudentRows, { roster, remark }: FormatContext): RosterEntry | undefined => {
  if (roster === undefined) return stranger;
  const match = roster.match(student.student);
  switch (match.kind) {
    case 'found':
      return match.entry;
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

/** What stands between the students' answers and their points, in a line for a comment column. */
export const feedbackLine = (student: StudentRows, problem: Problem): string => {
  const row = rowOf(student, problem);
  if (row === undefined) return '';
  return row.questions
    .filter(({ possible }) => possible > 0)
    .map(({ id, verdict, earned, possible }) => `${id}: ${verdict} (${formatPoints(earned)}/${formatPoints(possible)})`)
    .join('; ');
};
