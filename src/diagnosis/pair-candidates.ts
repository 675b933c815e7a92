/** Hypotheses of two faults at once. */

import type { Plausibility } from '../types.js';
import { assumptions } from './assumptions.js';
import { explainedBy, mixing, priorsOf, rightnessOf, type Candidate } from './candidates.js';
import { look, type Evidence } from './evidence.js';
import type { NumericPredictions, PairTable } from './prediction.js';

/** A number given to one decimal is met by some pair more often than not: it says nothing about pairs. */
const tooCoarse = 0.04;

const saysSomething = ({ right, kind, given }: Evidence): boolean =>
  !right && kind !== 'choice' && kind !== 'assignments' && given.every(({ halfWidth }) => halfWidth < tooCoarse);

const rank: readonly Plausibility[] = ['H', 'M', 'L'];
const lesser = (a: Plausibility, b: Plausibility): Plausibility =>
  rank[Math.max(rank.indexOf(a), rank.indexOf(b))] ?? 'L';

/** The evidence as the pairs' own columns see it. */
const seenBy = (table: PairTable, evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.map((one) => {
    const column = table.columns[one.column];
    return column === undefined ? one : { ...one, ...look(one.given, one.right, one.exact, column) };
  });

export const pairCandidates = (
  table: PairTable,
  predictions: NumericPredictions,
  evidence: readonly Evidence[],
): readonly Candidate[] => {
  const { hypotheses } = predictions;
  const priors = priorsOf(hypotheses);
  const seen = seenBy(table, evidence);
  const telling = new Set(evidence.flatMap((one, i) => (saysSomething(one) ? [i] : [])));
  if (telling.size === 0) return [];
  return table.pairs.flatMap(([a, b], row): readonly Candidate[] => {
    const outcomes = evidence.map(({ column }) => table.columns[column]?.answers[row] ?? -1);
    const explains = explainedBy(outcomes, seen);
    if (explains === undefined || !explains.some((i) => telling.has(i))) return [];
    const [first, second] = [hypotheses[a], hypotheses[b]];
    if (first === undefined || second === undefined) return [];
    const id = `${first.id}+${second.id}`;
    const family = [first.family, second.family].sort().join('+');
    const prior = assumptions.both * (priors[a] ?? 0) * (priors[b] ?? 0) * mixing(outcomes, explains, seen);
    return [
      {
        ids: [id],
        family,
        plausibility: lesser(first.plausibility, second.plausibility),
        explains,
        prior,
        leavesRight: rightnessOf(outcomes, seen),
      },
    ];
  });
};
