/** Hypotheses of two faults at once. */

import type { Plausibility } from '../types.js';
import { assumptions } from './assumptions.js';
import { explainedBy, mixing, rightnessOf, type Candidate } from './candidates.js';
import { isDigital, look, type Evidence } from './evidence.js';
import type { NumericIndex } from './numeric-index.js';
import { rightPlaces } from './predict-numbers.js';
import type { Column, PairTable } from './prediction.js';
import { rerun, stepOf } from './rerun.js';

/** Half the width of a number above which it says nothing about pairs: one given to one decimal is met by some pair more often than not. */
const tooCoarse = 0.04;

export const saysSomething = (one: Evidence): boolean =>
  !one.right && isDigital(one) && one.given.every(({ halfWidth }) => halfWidth < tooCoarse);

/** Pairs whose runs had not settled when the table was made are run to their end, the most telling ones. */
const mostReruns = 6;

const rank: readonly Plausibility[] = ['H', 'M', 'L'];
const lesser = (a: Plausibility, b: Plausibility): Plausibility =>
  rank[Math.max(rank.indexOf(a), rank.indexOf(b))] ?? 'L';

/** The evidence as the pairs' own columns see it. */
const seenBy = (table: PairTable, one: Evidence): Evidence => {
  const column = table.columns[one.column];
  return column === undefined ? one : { ...one, ...look(one.given, one.right, one.exact, column) };
};

type Row = {
  readonly pair: readonly [number, number];
  readonly outcomes: readonly number[];
  readonly explains: readonly number[];
  /** What right answers that speak against it leave of its probability. */
  readonly cost: number;
};

/** Rows whose outcome is one that the answer hits. */
const rowsMet = ({ outcomes, answers }: Column, { hits }: Evidence): readonly number[] => {
  const isHit = new Uint8Array(outcomes.length);
  for (const outcome of hits) isHit[outcome] = 1;
  const rows: number[] = [];
  for (let row = 0; row < answers.length; row += 1) if (isHit[answers[row] ?? -1] === 1) rows.push(row);
  return rows;
};

/** Rows of the table that no right answer rules out and that explain a number. */
const rowsIn = (
  table: PairTable,
  seen: readonly Evidence[],
  rowsOf: (column: Column, one: Evidence) => readonly number[] = rowsMet,
): readonly Row[] => {
  const met = new Set<number>();
  for (const one of seen) {
    const column = table.columns[one.column];
    if (column === undefined || !saysSomething(one)) continue;
    for (const row of rowsOf(column, one)) met.add(row);
  }
  return [...met]
    .sort((a, b) => a - b)
    .flatMap((row): readonly Row[] => {
      const outcomes = seen.map(({ column }) => table.columns[column]?.answers[row] ?? -1);
      const found = explainedBy(outcomes, seen);
      return found === undefined
        ? []
        : [{ pair: [table.first[row] ?? -1, table.second[row] ?? -1], outcomes, ...found }];
    });
};

const candidateOf = (
  { pair: [a, b], outcomes, explains, cost }: Row,
  { predictions: { hypotheses }, priors }: NumericIndex,
  seen: readonly Evidence[],
): readonly Candidate[] => {
  const [first, second] = [hypotheses[a], hypotheses[b]];
  if (first === undefined || second === undefined) return [];
  return [
    {
      ids: [`${first.id}+${second.id}`],
      family: [first.family, second.family].sort().join('+'),
      plausibility: lesser(first.plausibility, second.plausibility),
      explains,
      prior: assumptions.both * (priors[a] ?? 0) * (priors[b] ?? 0) * mixing(outcomes, explains, seen) * cost,
      leavesRight: rightnessOf(outcomes, seen),
      // Two changes to one step are some other single change to it just as well; who writes few digits need not compute with few; and two faults
      // that right answers speak against are one too many things to have happened.
      tentative:
        cost < 1 ||
        stepOf(first.id) === stepOf(second.id) ||
        [first, second].some((fault) => fault.family === 'rounding'),
    },
  ];
};

/** A table of one pair, run to its end. */
const completed = (
  pair: Row['pair'],
  { problem, predictions: { hypotheses, columns } }: NumericIndex,
): PairTable | undefined => {
  const outcomes = rerun(
    problem,
    pair.map((h) => hypotheses[h]?.id ?? ''),
  );
  if (outcomes === undefined) return undefined;
  return {
    first: [pair[0]],
    second: [pair[1]],
    columns: columns.map(({ question: id, moves, outcomes: known, answers }, column) => {
      const question = problem.questions.find((one) => one.id === id);
      const outcome = outcomes[column];
      const right = known[answers[0] ?? -1];
      if (question === undefined || outcome === undefined)
        return { question: id, moves, outcomes: [], right: [], answers: [-1] };
      return { question: id, moves, outcomes: [outcome], right: rightPlaces(question, [outcome], right), answers: [0] };
    }),
  };
};

/** Pairs that explain some number, with all they explain. */
export type PairFinder = (evidence: readonly Evidence[]) => readonly Candidate[];

/** Looks pairs up for one submission after the other. */
export const createPairFinder = (table: PairTable, index: NumericIndex): PairFinder => {
  const rowsKnown = new WeakMap<Evidence, readonly number[]>();
  const rowsOf = (column: Column, one: Evidence): readonly number[] => {
    const rows = rowsKnown.get(one) ?? rowsMet(column, one);
    rowsKnown.set(one, rows);
    return rows;
  };
  const sights = new WeakMap<Evidence, Evidence>();
  const seenOnce = (one: Evidence): Evidence => {
    const sight = sights.get(one) ?? seenBy(table, one);
    sights.set(one, sight);
    return sight;
  };
  const isOpen = ({ outcomes }: Row, evidence: readonly Evidence[]): boolean =>
    outcomes.some((outcome, i) => outcome < 0 && table.columns[evidence[i]?.column ?? -1]?.moves === true);
  return (evidence) => {
    const seen = evidence.map(seenOnce);
    const rows = rowsIn(table, seen, rowsOf);
    const open = rows
      .filter((row) => isOpen(row, evidence))
      .toSorted((a, b) => b.explains.length - a.explains.length)
      .slice(0, mostReruns);
    return rows.flatMap((row) => {
      if (!open.includes(row)) return candidateOf(row, index, seen);
      const whole = completed(row.pair, index);
      if (whole === undefined) return [];
      const seenWhole = evidence.map((one) => seenBy(whole, one));
      return rowsIn(whole, seenWhole).flatMap((found) => candidateOf(found, index, seenWhole));
    });
  };
};
