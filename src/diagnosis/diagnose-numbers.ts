/** Causes of wrong numbers, jointly over all answers that are numbers. */

import type { Cause, Problem } from '../types.js';
import { candidatesFor, type Candidate } from './candidates.js';
import { caseOf, type Case } from './case.js';
import { causeOf } from './cause-of.js';
import { coincidence } from './chance.js';
import { isDigital, type Evidence } from './evidence.js';
import { entriesOf, weigh, withMarginals } from './explanations.js';
import { pairCandidates } from './pair-candidates.js';
import type { NumericPredictions, PairTable } from './prediction.js';

const causesFrom = (candidates: readonly Candidate[], known: Case, pairCount: number): readonly Cause[] => {
  const { evidence, wrong, chances } = known;
  const weighed = weigh(entriesOf(candidates), {
    wrong,
    logChance: chances.map(Math.log),
    digital: evidence.map(isDigital),
    rightCount: evidence.length - wrong.length,
    coincidence: ({ explains }) => coincidence(explains, known),
  });
  return withMarginals(weighed).flatMap((one) => causeOf(one, known, pairCount) ?? []);
};

/**
 * The causes of wrong numbers, the likeliest first. `suspected` are ids that the student's formulas show; `pairs` is asked for only
 * where single faults leave an answer unexplained.
 */
export const diagnoseNumbers = (
  problem: Problem,
  predictions: NumericPredictions,
  evidence: readonly Evidence[],
  suspected: readonly string[],
  pairs: () => PairTable | undefined,
): readonly Cause[] => {
  if (evidence.every(({ right }) => right)) return [];
  const known = caseOf(problem, predictions, evidence, suspected);
  const { wrong, chances } = known;
  // Even an answer that says nothing counts a little, so that of two candidates the one that explains more is kept.
  const singles = candidatesFor(predictions, evidence, (i) => -Math.log(chances[i] ?? 1) + 1e-3, suspected);
  const causes = causesFrom(singles, known, 0);
  const explained = new Set(causes.filter(({ certain }) => certain).flatMap(({ explains }) => explains));
  const isOpen = wrong.some((i) => !explained.has(evidence[i]?.question ?? ''));
  const table = isOpen ? pairs() : undefined;
  const together = table === undefined ? [] : pairCandidates(table, predictions, evidence, problem);
  return table === undefined || together.length === 0
    ? causes
    : causesFrom([...singles, ...together], known, table.pairs.length);
};
