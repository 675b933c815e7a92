/** Hypotheses of two faults at once. */

import type { Plausibility, Problem } from '../types.js';
import { assumptions } from './assumptions.js';
import { explainedBy, mixing, priorsOf, rightnessOf, type Candidate } from './candidates.js';
import { isDigital, look, type Evidence } from './evidence.js';
import { rightPlaces } from './predict-numbers.js';
import type { NumericPredictions, PairTable } from './prediction.js';
import { rerun, stepOf } from './rerun.js';

/** Half the width of a number above which it says nothing about pairs: one given to one decimal is met by some pair more often than not. */
const tooCoarse = 0.04;

const saysSomething = (one: Evidence): boolean =>
  !one.right && isDigital(one) && one.given.every(({ halfWidth }) => halfWidth < tooCoarse);

/** Pairs whose runs had not settled when the table was made are run to their end, the most telling ones. */
const mostReruns = 6;

const rank: readonly Plausibility[] = ['H', 'M', 'L'];
const lesser = (a: Plausibility, b: Plausibility): Plausibility =>
  rank[Math.max(rank.indexOf(a), rank.indexOf(b))] ?? 'L';

/** The evidence as the pairs' own columns see it. */
const seenBy = (table: PairTable, evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.map((one) => {
    const column = table.columns[one.column];
    return column === undefined ? one : { ...one, ...look(one.given, one.right, one.exact, column) };
  });

type Row = {
  readonly pair: readonly [number, number];
  readonly outcomes: readonly number[];
  readonly explains: readonly number[];
};

/** Rows of the table that no right answer rules out and that explain a number. */
const rowsIn = (table: PairTable, seen: readonly Evidence[]): readonly Row[] => {
  const telling = new Set(seen.flatMap((one, i) => (saysSomething(one) ? [i] : [])));
  if (telling.size === 0) return [];
  const right = seen
    .filter((one) => one.right)
    .map(({ column, possible }) => ({ answers: table.columns[column]?.answers ?? [], possible }));
  const isRuledOut = (row: number): boolean =>
    right.some(({ answers, possible }) => (answers[row] ?? -1) >= 0 && !possible.has(answers[row] ?? -1));
  return table.pairs.flatMap((pair, row): readonly Row[] => {
    if (isRuledOut(row)) return [];
    const outcomes = seen.map(({ column }) => table.columns[column]?.answers[row] ?? -1);
    const explains = explainedBy(outcomes, seen);
    return explains?.some((i) => telling.has(i)) === true ? [{ pair, outcomes, explains }] : [];
  });
};

const candidateOf = (
  { pair: [a, b], outcomes, explains }: Row,
  { hypotheses }: NumericPredictions,
  priors: readonly number[],
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
      prior: assumptions.both * (priors[a] ?? 0) * (priors[b] ?? 0) * mixing(outcomes, explains, seen),
      leavesRight: rightnessOf(outcomes, seen),
      // Two changes to one step are some other single change to it just as well; and who writes few digits need not compute with few.
      tentative: stepOf(first.id) === stepOf(second.id) || [first, second].some((fault) => fault.family === 'rounding'),
    },
  ];
};

/** A table of one pair, run to its end. */
const completed = (
  pair: Row['pair'],
  problem: Problem,
  { hypotheses, columns }: NumericPredictions,
): PairTable | undefined => {
  const outcomes = rerun(
    problem,
    pair.map((h) => hypotheses[h]?.id ?? ''),
  );
  if (outcomes === undefined) return undefined;
  return {
    pairs: [pair],
    columns: columns.map(({ question: id, moves, outcomes: known }, column) => {
      const question = problem.questions.find((one) => one.id === id);
      const outcome = outcomes[column];
      const right = known[hypotheses[0]?.answers[column] ?? -1];
      if (question === undefined || outcome === undefined)
        return { question: id, moves, outcomes: [], right: [], answers: [-1] };
      return { question: id, moves, outcomes: [outcome], right: rightPlaces(question, [outcome], right), answers: [0] };
    }),
  };
};

/** Pairs that explain some number, with all they explain. */
export const pairCandidates = (
  table: PairTable,
  predictions: NumericPredictions,
  evidence: readonly Evidence[],
  problem: Problem,
): readonly Candidate[] => {
  const priors = priorsOf(predictions.hypotheses);
  const seen = seenBy(table, evidence);
  const rows = rowsIn(table, seen);
  const isOpen = ({ outcomes }: Row): boolean =>
    outcomes.some((outcome, i) => outcome < 0 && table.columns[evidence[i]?.column ?? -1]?.moves === true);
  const open = rows
    .filter(isOpen)
    .toSorted((a, b) => b.explains.length - a.explains.length)
    .slice(0, mostReruns);
  return rows.flatMap((row) => {
    if (!open.includes(row)) return candidateOf(row, predictions, priors, seen);
    const whole = completed(row.pair, problem, predictions);
    if (whole === undefined) return [];
    const seenWhole = seenBy(whole, evidence);
    return rowsIn(whole, seenWhole).flatMap((found) => candidateOf(found, predictions, priors, seenWhole));
  });
};
