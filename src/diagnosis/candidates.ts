/** Hypotheses that the answers leave standing, with what each explains. */

import type { Plausibility } from '../types.js';
import { assumptions } from './assumptions.js';
import { stoppedEarly } from './early-stop.js';
import type { Evidence } from './evidence.js';
import type { NumericIndex } from './numeric-index.js';
import type { Hypothesis } from './prediction.js';

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

/**
 * Faults that something else gives just as well: a tolerance ends a run where a count of iterations may have ended it, and numbers
 * with few digits may have been rounded when they were written down.
 */
const isTentative = ({ id, family }: Hypothesis, explains: readonly number[], evidence: readonly Evidence[]): boolean =>
  stoppedEarly.ids.some((early) => early === id) ||
  (family === 'rounding' && explains.some((i) => evidence[i]?.given.some(({ coarse }) => coarse !== undefined)));

const noStops = { from: 0, to: 0 } as const;

/** What a hypothesis, stopped somewhere or run to its end, makes of the evidence. */
type Attempt = { readonly explains: readonly number[]; readonly contradicted: number; readonly leavesRight: boolean[] };

/**
 * For each hypothesis the stop at which it explains most, the end of the run first. Ruled out is what would have made a right
 * answer wrong. `strengths` are the weights of the evidence in each answer: −log q. `suspected` are ids that the student's formulas show.
 */
export const candidatesFor = (
  index: NumericIndex,
  evidence: readonly Evidence[],
  strengths: readonly number[],
  suspected: readonly string[],
): readonly Candidate[] => {
  const { predictions, moving, priors, bearingOf, stopsOf } = index;
  const { hypotheses, courses } = predictions;
  const seen = evidence.map((one) => ({
    one,
    bearing: bearingOf(one),
    at: moving.get(one.column),
    isChoice: one.kind === 'choice',
  }));
  const movingWrong = seen.filter(({ one, at }) => !one.right && at !== undefined && one.hits.size > 0);
  const isChoiceOnly = seen.every(({ one, at, isChoice }) => one.right || at === undefined || isChoice);
  // What a run cannot change by stopping elsewhere rules a hypothesis out wherever it stops.
  const fixedRules = seen.flatMap(({ one, at, bearing }) => (one.right && at === undefined ? [bearing.rulesOut] : []));
  const rules = seen.flatMap(({ one, bearing }) => (one.right ? [bearing.rulesOut] : []));
  const wrongHits = seen.flatMap(({ one, bearing }) => (one.right ? [] : [bearing.hits]));

  const atStop = (stop: number, at: number): number => courses.answers[stop * moving.size + at] ?? -1;
  const isTelling = (stop: number): boolean =>
    movingWrong.some(({ one, at }) => at !== undefined && one.hits.has(atStop(stop, at)));

  /** Where a run ends is where most are: whether a hypothesis explains anything there is asked before what. */
  const isAnything = (h: number): boolean => {
    for (const rulesOut of rules) if (rulesOut[h] === 1) return false;
    for (const hits of wrongHits) if (hits[h] === 1) return true;
    return false;
  };

  const attempt = (h: number, stop: number | undefined): Attempt | undefined => {
    if (stop === undefined && !isAnything(h)) return undefined;
    const explains: number[] = [];
    let contradicted = 0;
    const leavesRight: boolean[] = [];
    for (const [i, { one, bearing, at }] of seen.entries()) {
      let leaves = bearing.leavesRight[h] === 1;
      let hits = bearing.hits[h] === 1;
      let isOut = bearing.rulesOut[h] === 1;
      if (at !== undefined && stop !== undefined) {
        const outcome = atStop(stop, at);
        leaves = outcome < 0 || one.rightOutcomes.has(outcome);
        hits = !one.right && outcome >= 0 && one.hits.has(outcome);
        isOut = one.right && outcome >= 0 && !one.possible.has(outcome);
      }
      if (isOut) return undefined;
      if (hits) explains.push(i);
      else if (!one.right && !leaves) contradicted += 1;
      leavesRight.push(leaves);
    }
    return { explains, contradicted, leavesRight };
  };

  const candidates: Candidate[] = [];
  for (const [h, hypothesis] of hypotheses.entries()) {
    if (fixedRules.some((rulesOut) => rulesOut[h] === 1)) continue;
    const { id, family, plausibility, course } = hypothesis;
    const prior = suspected.includes(id) ? assumptions.alsoInFormula : (priors[h] ?? 0);
    const { from, to } = course === undefined || movingWrong.length === 0 ? noStops : stopsOf(course);
    let best: Candidate | undefined;
    let most = -1;
    const consider = (stop: number | undefined): void => {
      const made = attempt(h, stop);
      if (made === undefined || made.explains.length === 0) return;
      const { explains, contradicted, leavesRight } = made;
      // A stop before the end has to explain more numbers than the end does.
      const gain = explains.reduce((sum, i) => sum + (seen[i]?.isChoice === true ? 0 : (strengths[i] ?? 0)), 0);
      if (gain <= most) return;
      most = gain;
      const tellsStop = explains.some((i) => seen[i]?.at !== undefined);
      const early = tellsStop ? stop : undefined;
      const atThisStop = early === undefined ? assumptions.atEnd : (1 - assumptions.atEnd) / (to - from);
      const share = tellsStop ? atThisStop : 1;
      best = {
        ids: [id],
        family,
        plausibility,
        explains,
        prior: (h === 0 ? assumptions.earlyStop : prior) * share * assumptions.mixed ** Math.min(2, contradicted),
        leavesRight,
        ...(early === undefined ? {} : { iteration: courses.iterations[early] ?? 0 }),
        ...(isTentative(hypothesis, explains, evidence) ? { tentative: true } : {}),
      };
    };
    if (h !== 0) consider(undefined);
    for (let stop = from; stop < to; stop += 1) {
      // Choices add nothing to the gain, so that no later stop can gain more.
      if (best !== undefined && isChoiceOnly) break;
      if (isTelling(stop)) consider(stop);
    }
    if (best !== undefined) candidates.push(best);
  }
  return candidates;
};
