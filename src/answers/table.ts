/** A table of numbers, entry by entry: one row a point, one column a component. */

import type { Solution } from '../em/index.js';
import type { Answer, Matrix, TableSpec } from '../types.js';
import type { Assessment, QuestionOf } from './assessment.js';
import { assessEntries } from './judge-entries.js';
import type { NumberKey } from './judge-number.js';
import { solvedKey, statedKey } from './number-key.js';
import { shapeAnswer } from './shape.js';
import { solvedTable } from './solved.js';

export type PreparedTable = {
  readonly kind: 'table';
  readonly question: QuestionOf<TableSpec>;
  /** In reading order. */
  readonly keys: readonly NumberKey[];
  readonly columns: number;
  /** Whether the columns belong to components, so that they can be exchanged. */
  readonly byComponent: boolean;
};

/** What the solver gives: nothing where the author states the key. */
export type TableGroundwork = { readonly values: Matrix };

export const layTable = ({ answer: { key } }: QuestionOf<TableSpec>, solution: Solution): TableGroundwork => ({
  values: 'stated' in key ? [] : solvedTable(solution, key),
});

export const prepareTable = (question: QuestionOf<TableSpec>, { values }: TableGroundwork): PreparedTable => {
  const { key, precision } = question.answer;
  const rows =
    'stated' in key
      ? key.stated.map((row) => row.map((text) => statedKey(text, precision)))
      : values.map((row) => row.map((value) => solvedKey(value, precision)));
  const columns = rows[0]?.length ?? 0;
  return { kind: 'table', question, keys: rows.flat(), columns, byComponent: !('stated' in key) };
};

/** The share of the points is the share of the entries that are right. */
export const assessTable = ({ keys, columns, byComponent }: PreparedTable, answer: Answer): Assessment =>
  assessEntries(shapeAnswer(answer, [keys.length / columns, columns]), keys, columns, byComponent);
