import type { Problem } from '../types.js';
import { writeCell, writeCsvRow, type Cell } from './csv.js';
import { formatPoints } from './numbers.js';
import { isOpen, isOpenVerdict, type Row } from './row.js';

const fixed = [
  'student',
  'problem',
  'file',
  'attempt',
  'earned',
  'possible',
  'state',
  'undecided',
  'ungradable',
  'blank',
  'causes',
  'possible causes',
];

/** A question's column; with several problems its name tells which. */
const columnsOf = (problem: Problem, several: boolean): readonly string[] =>
  problem.questions.map(({ id }) => (several ? `${problem.id}:${id}` : id));

/**
 * `grades.csv`: a record for each student and problem. `earned` is what is earned for sure; `state` is `open` where an
 * answer that counts is undecided or could not be graded, and those answers have an empty cell, never a zero. What came too late to be
 * accepted is zero and final, also where it could not be read; it is listed all the same. Questions
 * without points show 1 for right and 0 for not.
 */
export const gradesHeader = (problems: readonly Problem[]): string =>
  writeCsvRow([...fixed, ...problems.flatMap((problem) => columnsOf(problem, problems.length > 1))]);

export const gradesRow = (
  { student, file, attempt }: Pick<Row, 'student' | 'file' | 'attempt'>,
  problem: string,
  rest: string,
): string => `${writeCell(student)},${writeCell(problem)},${writeCell(file)},${attempt},${rest}`;

/** The cells that depend on the answers alone, with the line end. */
export const gradesRowRest = (problems: readonly Problem[], row: Row): string => {
  const cells: Cell[] = [
    Number(formatPoints(row.earned)),
    Number(formatPoints(row.possible)),
    isOpen(row) ? 'open' : 'final',
    ...(['undecided', 'ungradable', 'blank'] as const).map((verdict) =>
      row.questions
        .filter((question) => question.verdict === verdict && question.possible > 0)
        .map(({ id }) => id)
        .join(' '),
    ),
    causeIds(row, true),
    causeIds(row, false),
  ];
  for (const problem of problems) {
    for (let i = 0; i < problem.questions.length; i++) {
      const question = problem.id === row.problem ? row.questions[i] : undefined;
      if (
        question === undefined ||
        (isOpenVerdict(question.verdict) && question.refused !== true) ||
        (question.verdict === 'blank' && question.possible === 0)
      )
        cells.push(undefined);
      else if (question.possible === 0) cells.push(question.verdict === 'correct' ? 1 : 0);
      else cells.push(Number(formatPoints(question.earned)));
    }
  }
  return writeCsvRow(cells);
};

/** Ids of one cause are joined by `|`: they cannot be told apart. */
const causeIds = ({ causes }: Row, wanted: boolean): string =>
  causes
    .filter(({ certain }) => certain === wanted)
    .map(({ ids }) => ids.join('|'))
    .join(' ');
