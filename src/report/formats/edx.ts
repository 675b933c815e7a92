import type { Problem } from '../../types.js';
import { writeCsvRow } from '../csv.js';
import { rosterValue, type RosterEntry } from '../roster.js';
import { FormatProblem, type Format, type FormatContext } from './format.js';
import { gradeCell, rosterEntry } from './gradebook.js';

const needed = ['user_id', 'course_id'];

/**
 * The block of a problem: `new_override-<block>` is the column it goes to. Where the roster has several, the one whose
 * `name-<block>` holds the problem's title.
 */
const blockOf = (
  problem: Problem,
  columns: readonly string[],
  entries: readonly RosterEntry[],
  only: boolean,
): string => {
  const blocks = columns
    .filter((column) => /^(?:name|new_override)-/.test(column))
    .map((column) => column.slice(column.indexOf('-') + 1));
  const distinct = [...new Set(blocks)];
  const named = distinct.find((block) => entries.some((entry) => entry[`name-${block}`]?.trim() === problem.title));
  const block = named ?? (only && distinct.length === 1 ? distinct[0] : undefined);
  if (block === undefined) {
    throw new FormatProblem(
      `The roster does not say which edX subsection is "${problem.title}". Use the CSV that the edX gradebook exports, where a column name-… holds that title.`,
    );
  }
  return block;
};

/**
 * Open edX bulk grades (edx-bulk-grades, GradeCSVProcessor): user_id and course_id are required, and
 * `new_override-<block>` takes the points; an empty one changes nothing. Only edX knows these ids, so its own export
 * must be the roster.
 */
const start = (context: FormatContext) => {
  const { roster, problems } = context;
  if (roster === undefined || !needed.every((column) => roster.columns.includes(column))) {
    throw new FormatProblem(
      'The edX format needs --roster with the columns user_id and course_id: the CSV that the edX gradebook exports (Gradebook, Bulk Management).',
    );
  }
  const blocks = problems.map((problem) => blockOf(problem, roster.columns, roster.entries, problems.length === 1));
  return {
    begin: writeCsvRow([
      'user_id',
      'username',
      'student_key',
      'course_id',
      'track',
      'cohort',
      ...blocks.flatMap((block) => [`name-${block}`, `new_override-${block}`]),
    ]),
    add: (student: Parameters<typeof rosterEntry>[0]): string => {
      const entry = rosterEntry(student, context);
      if (entry === undefined) return '';
      if (needed.some((column) => rosterValue(entry, column) === undefined)) {
        context.remark(student.student, 'Left out of edx.csv: the roster has no user_id and course_id for them.');
        return '';
      }
      return writeCsvRow([
        ...['user_id', 'username', 'student_key', 'course_id', 'track', 'cohort'].map((column) =>
          rosterValue(entry, column),
        ),
        ...problems.flatMap((problem) => [problem.title, gradeCell(student, problem, context, 'Left empty')]),
      ]);
    },
    end: () => '',
  };
};

export const edx: Format = { kind: 'class', file: 'edx.csv', start };
