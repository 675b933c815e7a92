/** Causes of wrong numbers, jointly over all answers that are numbers. */

import { once } from '../memory/index.js';
import type { Cause, Problem } from '../types.js';
import { candidatesFor, type Candidate } from './candidates.js';
import { caseOf, type Case } from './case.js';
import { causeOf } from './cause-of.js';
import { coincidence } from './chance.js';
import { stoppedEarly } from './early-stop.js';
import { isDigital, type Evidence } from './evidence.js';
import { entriesOf, weigh, withMarginals } from './explanations.js';
import { indexPredictions } from './numeric-index.js';
import { createPairFinder, type PairFinder, saysSomething } from './pair-candidates.js';
import type { NumericPredictions, PairTable } from './prediction.js';
import { createSpread } from './spread.js';

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

export type NumberDiagnoser = {
  /**
   * The causes of wrong numbers, the likeliest first. `suspected` are ids that the student's formulas show; `pairs` is asked for only
   * where single faults leave an answer unexplained, and some number has the digits to tell two faults.
   */
  readonly explain: (
    evidence: readonly Evidence[],
    suspected: readonly string[],
    pairs: () => PairTable | undefined,
  ) => readonly Cause[];
  /** Whether it matters for numbers that a mistake is suspected: whether it, or each of two, is a mistake in numbers too. */
  readonly concerns: (id: string) => boolean;
};

export const createNumberDiagnoser = (problem: Problem, predictions: NumericPredictions): NumberDiagnoser => {
  const index = indexPredictions(problem, predictions);
  const spread = createSpread(index);
  let finder: { readonly table: PairTable; readonly find: PairFinder } | undefined;
  const finderFor = (table: PairTable): PairFinder => {
    if (finder?.table !== table) finder = { table, find: createPairFinder(table, index) };
    return finder.find;
  };
  const ids = once(() => new Set([...predictions.hypotheses.map(({ id }) => id), ...stoppedEarly.ids]));
  const concerns = (id: string): boolean => id.split('+').every((part) => ids().has(part));
  const explain: NumberDiagnoser['explain'] = (evidence, suspected, pairs) => {
    if (evidence.every(({ right }) => right)) return [];
    const known = caseOf(index, spread, evidence, suspected);
    const { wrong, chances } = known;
    // Even an answer that says nothing counts a little, so that of two candidates the one that explains more is kept.
    const strengths = chances.map((chance) => -Math.log(chance) + 1e-3);
    const singles = candidatesFor(index, evidence, strengths, suspected);
    const causes = causesFrom(singles, known, 0);
    const explained = new Set(causes.filter(({ certain }) => certain).flatMap(({ explains }) => explains));
    const isOpen = wrong.some((i) => !explained.has(evidence[i]?.question ?? ''));
    const table = isOpen && evidence.some(saysSomething) ? pairs() : undefined;
    const together = table === undefined ? [] : finderFor(table)(evidence);
    return table === undefined || together.length === 0
      ? causes
      : causesFrom([...singles, ...together], known, table.first.length);
  };
  return { explain, concerns };
};
