/** Text that holds a list or a table, cut into rows and entries as lists are printed: `[5, -0.5]`, `5 -0.5`, `mu = [5. -0.5]`. */

import { narrow } from '../expression/index.js';
import type { Answer, FormulaProblem } from '../types.js';
import { quoted } from './assessment.js';
import { withoutLabels } from './entry-labels.js';
import { between, withoutDress } from './open-brackets.js';
import { splitEntries } from './split-entries.js';

export type Split =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'unclear'; readonly problem: FormulaProblem; readonly source: string };

const plainText = /^[ -~\s]*$/;

/**
 * A list comes back as its entries, a table as its rows; text that holds a single entry stays text. `wanted`: how many numbers a row of a
 * table has, or a list.
 */
export const splitText = (source: string, wanted: number, isList: boolean, isWhole: boolean): Split => {
  const text = withoutDress(plainText.test(source) ? source : narrow(source));
  const inner = between(text);
  // Of several blanks one is left: the pattern might try every way to share them out.
  const rows = inner.includes('[')
    ? inner.replaceAll(/\s+/g, ' ').split(/\] ?[,;]? ?\[/)
    : inner.trim().split(/[\r\n]+/);
  if (rows.length > 1) return splitRows(rows, isList && rows.length === wanted ? 1 : wanted, isWhole);
  const line = inner.replaceAll(/[[\]]/g, '');
  const isMatrix = inner.includes(';') && inner.includes(',') && !/\d,\d/.test(inner);
  return isMatrix ? splitRows(inner.split(';'), wanted, isWhole) : splitLine(line, wanted, isWhole);
};

const splitRows = (rows: readonly string[], wanted: number, isWhole: boolean): Split => {
  const answer: Answer[] = [];
  for (const row of rows) {
    const split = splitLine(row.replaceAll(/[[\]]/g, ''), wanted, isWhole);
    if (split.kind === 'unclear') return split;
    answer.push(typeof split.answer === 'object' ? split.answer : [split.answer]);
  }
  return { kind: 'answer', answer };
};

/** One row, or a list on one line. */
const splitLine = (line: string, wanted: number, isWhole: boolean): Split => {
  const split = splitEntries(withCommas(line), wanted, isWhole);
  if (split.kind === 'unclear') return { ...split, source: line };
  const bare = withoutLabels(split.entries);
  if (bare.kind === 'unclear') return { kind: 'unclear', problem: unclearLabels(line, bare.labels), source: line };
  const [only] = bare.entries;
  return { kind: 'answer', answer: bare.entries.length === 1 && only !== undefined ? only : bare.entries };
};

/** Words and bars between entries part them as commas do. */
const withCommas = (line: string): string =>
  /[|&]|\b(?:and|und|et|y)\b/.test(line)
    ? line.replaceAll(/\s+/g, ' ').replaceAll(/ ?,? (?:and|und|et|y|&|\|) /g, ', ')
    : line;

const unclearLabels = (line: string, labels: readonly string[]): FormulaProblem => ({
  code: 'ambiguous-list',
  at: { start: 0, end: line.length },
  message: `The numbers of the labels before the entries (${quoted(labels.join(' '))}) do not run on from 0 or 1`,
  fix: 'Leave the labels out, and write the entries in the order that the question asks for.',
});
