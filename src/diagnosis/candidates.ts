/** Hypotheses that the answers leave standing, with what each explains. */

import type { Plausibility } from '../types.js';
import { assumptions } from './assumptions.js';
import { stoppedEarly } from './early-stop.js';
import type { Evidence } from './evidence.js';
import type { Hypothesis, NumericPredictions, Stop } from './prediction.js';

export type Candidate = {
  readonly ids: readonly string[];
  readonly family: string;
  readonly plausibility: Plausibility;
  /** Places of the evidence it explains: wrong answers that are as it predicts. */
  readonly explains: readonly number[];
  /** Probability of the hypothesis before any answer is seen, times that of stopping where the answers say. */
  readonly prior: number;
  /** For each evidence, whether the hypothesis leaves the answer right, or says nothing of it. */
  readonly leavesRight: readonly boolean[];
  /** Set where the run was stopped before its end. */
  readonly iteration?: number;
  /** Never certain: another fault is as likely to give the same. */
  readonly tentative?: boolean;
};

/** Prior probability of each hypothesis but the first, which is the right procedure. */
export const priorsOf = (hypotheses: readonly Hypothesis[]): readonly number[] => {
  const weights = hypotheses.map(({ plausibility }, i) => (i === 0 ? 0 : assumptions.weight[plausibility]));
  const total = weights.reduce<number>((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (assumptions.listed * weight) / Math.max(total, 1));
};

/** What a hypothesis that stopped at `stop` predicts for each evidence. */
const outcomesAt = (
  hypothesis: Hypothesis,
  stop: Stop | undefined,
  evidence: readonly Evidence[],
  moving: ReadonlyMap<number, number>,
): readonly number[] =>
  evidence.map(({ column }) => {
    const place = moving.get(column);
    return place === undefined || stop === undefined ? (hypothesis.answers[column] ?? -1) : (stop.answers[place] ?? -1);
  });

export const explainedBy = (
  outcomes: readonly number[],
  evidence: readonly Evidence[],
): readonly number[] | undefined => {
  const explains: number[] = [];
  for (const [i, { right, hits, possible }] of evidence.entries()) {
    const outcome = outcomes[i] ?? -1;
    if (outcome < 0) continue;
    if (right && !possible.has(outcome)) return undefined;
    if (!right && hits.has(outcome)) explains.push(i);
  }
  return explains;
};

/** What it costs a hypothesis that a wrong answer it does not explain should have been wrong in another way. */
export const mixing = (
  outcomes: readonly number[],
  explains: readonly number[],
  evidence: readonly Evidence[],
): number => {
  const contradicted = evidence.filter(({ right, rightOutcomes }, i) => {
    const outcome = outcomes[i] ?? -1;
    return !right && outcome >= 0 && !explains.includes(i) && !rightOutcomes.has(outcome);
  });
  return assumptions.mixed ** Math.min(2, contradicted.length);
};

export const rightnessOf = (outcomes: readonly number[], evidence: readonly Evidence[]): readonly boolean[] =>
  outcomes.map((outcome, i) => outcome < 0 || evidence[i]?.rightOutcomes.has(outcome) === true);

/** Places of the moving columns among themselves. */
export const movingColumns = ({ columns }: NumericPredictions): ReadonlyMap<number, number> =>
  new Map(columns.flatMap(({ moves }, column) => (moves ? [column] : [])).map((column, place) => [column, place]));

/**
 * Faults that something else gives just as well: a tolerance ends a run where a count of iterations may have ended it, and numbers
 * with few digits may have been rounded when they were written down.
 */
const isTentative = ({ id, family }: Hypothesis, explains: readonly number[], evidence: readonly Evidence[]): boolean =>
  stoppedEarly.ids.some((early) => early === id) ||
  (family === 'rounding' && explains.some((i) => evidence[i]?.given.some(({ coarse }) => coarse !== undefined)));

/**
 * For each hypothesis the stop at which it explains most, the end of the run first. Ruled out is what would have made a right
 * answer wrong. `evidenceOf` is the weight of the evidence in an answer: −log q. `suspected` are ids that the student's formulas show.
 */
export const candidatesFor = (
  predictions: NumericPredictions,
  evidence: readonly Evidence[],
  evidenceOf: (i: number) => number,
  suspected: readonly string[],
): readonly Candidate[] => {
  const { hypotheses, courses } = predictions;
  const moving = movingColumns(predictions);
  const priors = priorsOf(hypotheses).map((prior, h) =>
    suspected.includes(hypotheses[h]?.id ?? '') ? assumptions.alsoInFormula : prior,
  );
  const strength = (explains: readonly number[]): number =>
    explains.reduce((sum, i) => sum + (evidence[i]?.kind === 'choice' ? 0 : evidenceOf(i)), 0);
  const movingWrong = evidence.flatMap(({ column, right, hits }) => {
    const at = moving.get(column);
    return right || at === undefined || hits.size === 0 ? [] : [{ at, hits }];
  });
  const isChoiceOnly = evidence.every(({ column, right, kind }) => right || !moving.has(column) || kind === 'choice');
  // What a run cannot change by stopping elsewhere rules a hypothesis out wherever it stops.
  const isRuledOut = ({ answers }: Hypothesis): boolean =>
    evidence.some(({ column, right, possible }) => {
      const outcome = answers[column] ?? -1;
      return right && !moving.has(column) && outcome >= 0 && !possible.has(outcome);
    });
  const isTelling = ({ answers }: Stop): boolean => movingWrong.some(({ at, hits }) => hits.has(answers[at] ?? -1));

  return hypotheses.flatMap((hypothesis, h) => {
    if (isRuledOut(hypothesis)) return [];
    const course = hypothesis.course === undefined ? [] : (courses[hypothesis.course] ?? []);
    const stops = movingWrong.length === 0 ? [] : course.filter(isTelling);
    let best: Candidate | undefined;
    let most = -1;
    for (const stop of h === 0 ? stops : [undefined, ...stops]) {
      // Choices add nothing to the gain, so that no later stop can gain more.
      if (best !== undefined && isChoiceOnly) break;
      const outcomes = outcomesAt(hypothesis, stop, evidence, moving);
      const explains = explainedBy(outcomes, evidence);
      if (explains === undefined || explains.length === 0) continue;
      // A stop before the end has to explain more numbers than the end does.
      const gain = strength(explains);
      if (gain <= most) continue;
      most = gain;
      const tellsStop = explains.some((i) => moving.has(evidence[i]?.column ?? -1));
      const early = tellsStop ? stop : undefined;
      const atStop = early === undefined ? assumptions.atEnd : (1 - assumptions.atEnd) / course.length;
      const share = tellsStop ? atStop : 1;
      best = {
        ids: [hypothesis.id],
        family: hypothesis.family,
        plausibility: hypothesis.plausibility,
        explains,
        prior: (h === 0 ? assumptions.earlyStop : (priors[h] ?? 0)) * share * mixing(outcomes, explains, evidence),
        leavesRight: rightnessOf(outcomes, evidence),
        ...(early === undefined ? {} : { iteration: early.iteration }),
        ...(isTentative(hypothesis, explains, evidence) ? { tentative: true } : {}),
      };
    }
    return best === undefined ? [] : [best];
  });
};
