import type { Problem } from '../../types.js';
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

/** The student's record in the roster; where there is a roster without one, that is remarked on. */
export const rosterEntry = (student: StudentRows, context: FormatContext): RosterEntry | undefined => {
  const entry = context.roster?.find(student.student);
  if (context.roster !== undefined && entry === undefined) context.remark(student.student, 'Not in the roster.');
  return entry;
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
