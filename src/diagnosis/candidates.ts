/** Hypotheses that the answers leave standing, with what each explains. */

import type { Plausibility } from '../types.js';
import { assumptions } from './assumptions.js';
import { stoppedEarly } from './early-stop.js';
import { isDigital, type Evidence } from './evidence.js';
import { anyOf, type Bearing, bearingAt, bears, type NumericIndex } from './numeric-index.js';
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

/**
 * From which stage on a right answer that a hypothesis would have made wrong does not rule it out: after all that it explains the program may have
 * been mended. Nothing is taken for mended where no number shows the fault.
 */
const mendedAfter = (evidence: readonly Evidence[], explains: (i: number) => boolean): number => {
  let latest = 0;
  let isNumber = false;
  for (let i = 0; i < evidence.length; i += 1) {
    const one = evidence[i];
    if (one === undefined || !explains(i)) continue;
    if (one.stage > latest) latest = one.stage;
    isNumber ||= isDigital(one);
  }
  return isNumber ? latest : Number.POSITIVE_INFINITY;
};

/** What right answers take from a hypothesis that would have made them wrong; 0 where they rule it out. */
const costOf = (
  evidence: readonly Evidence[],
  explains: (i: number) => boolean,
  contradicts: (i: number) => boolean,
): number => {
  const latest = mendedAfter(evidence, explains);
  let [guessed, guessedLater, mended] = [0, 0, false];
  for (let i = 0; i < evidence.length; i += 1) {
    const one = evidence[i];
    if (one === undefined || !contradicts(i)) continue;
    const isLater = one.stage > latest;
    if (one.kind !== 'choice' && !isLater) return 0;
    if (one.kind !== 'choice') mended = true;
    else if (isLater) guessedLater += 1;
    else guessed += 1;
  }
  const later = assumptions.guessed ** guessedLater;
  return assumptions.guessed ** guessed * (mended ? assumptions.mended : Math.max(later, assumptions.mended));
};

/** The wrong answers that outcomes explain, and what right ones leave of the hypothesis; nothing where they rule it out. */
export const explainedBy = (
  outcomes: readonly number[],
  evidence: readonly Evidence[],
): { readonly explains: readonly number[]; readonly cost: number } | undefined => {
  const isHit = (i: number): boolean => evidence[i]?.right === false && evidence[i].hits.has(outcomes[i] ?? -1);
  const contradicts = (i: number): boolean => {
    const outcome = outcomes[i] ?? -1;
    return outcome >= 0 && evidence[i]?.right === true && !evidence[i].possible.has(outcome);
  };
  const cost = costOf(evidence, isHit, contradicts);
  return cost === 0 ? undefined : { explains: evidence.flatMap((_, i) => (isHit(i) ? [i] : [])), cost };
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

/** The answers of a submission as hypotheses are tried on them. */
type Trial = {
  readonly evidence: readonly Evidence[];
  readonly index: NumericIndex;
  readonly bearings: readonly Bearing[];
  /** Their places among the moving columns. */
  readonly movesAt: readonly (number | undefined)[];
};

/** The flags that the i-th answer gives a hypothesis; `stop`: where its run was stopped, if before its end. */
const flagsAt = ({ index, bearings, movesAt }: Trial, i: number, h: number, stop: number | undefined): number => {
  const bearing = bearings[i];
  if (bearing === undefined) return bears.leavesRight;
  const at = movesAt[i];
  return at === undefined || stop === undefined
    ? (bearing.atEnd[h] ?? 0)
    : bearingAt(bearing, index.predictions.courses.answers[stop * index.moving.size + at] ?? -1);
};

/**
 * Writes down the flags that all answers give a hypothesis, which is tried on thousands of stops: nothing is made for those that fail. Gives
 * the weight of what it explains, each answer with its strength, and −1 where it explains nothing or is ruled out.
 */
const tryOn = (
  trial: Trial,
  h: number,
  stop: number | undefined,
  strengths: readonly number[],
  flagged: Uint8Array,
): number => {
  const { evidence } = trial;
  let isAnything = false;
  let isContradicted = false;
  let gain = 0;
  for (let i = 0; i < evidence.length; i += 1) {
    const flags = flagsAt(trial, i, h, stop);
    flagged[i] = flags;
    if ((flags & contradicted) !== 0) isContradicted = true;
    if ((flags & bears.hits) === 0) continue;
    isAnything = true;
    // A stop before the end has to explain more numbers than the end does.
    if (evidence[i]?.kind !== 'choice') gain += strengths[i] ?? 0;
  }
  if (!isAnything || (isContradicted && costOfFlags(evidence, flagged) === 0)) return -1;
  return gain;
};

/** Flags of a right answer that speaks against a hypothesis. */
const contradicted = bears.rulesOut | bears.guessed;

const costOfFlags = (evidence: readonly Evidence[], flagged: Uint8Array): number =>
  costOf(
    evidence,
    (i) => ((flagged[i] ?? 0) & bears.hits) !== 0,
    (i) => ((flagged[i] ?? 0) & contradicted) !== 0,
  );

/**
 * For each hypothesis the stop at which it explains most, the end of the run first. Ruled out is what would have made a right
 * answer wrong, but for choices, which can be guessed, and for what comes after all that is wrong. `strengths` are the weights of the evidence in each answer: −log q. `suspected` are ids that the student's formulas show.
 */
export const candidatesFor = (
  index: NumericIndex,
  evidence: readonly Evidence[],
  strengths: readonly number[],
  suspected: readonly string[],
): readonly Candidate[] => {
  const { predictions, moving, priors, bearingOf, stopsOf } = index;
  const { hypotheses, courses } = predictions;
  const bearings = evidence.map(bearingOf);
  const movesAt = evidence.map(({ column }) => moving.get(column));
  const trial = { evidence, index, bearings, movesAt };
  const movingWrong = evidence.flatMap(({ right, hits }, i) =>
    !right && movesAt[i] !== undefined && hits.size > 0 ? [i] : [],
  );
  const isChoiceOnly = evidence.every(({ right, kind }, i) => right || movesAt[i] === undefined || kind === 'choice');
  const atEnd = anyOf(bearings, index);
  const flagged = new Uint8Array(evidence.length);
  // What is right before anything is wrong, and does not change by stopping elsewhere, rules a hypothesis out wherever its run stops.
  const earliest = Math.min(...evidence.flatMap(({ right, stage }) => (right ? [] : [stage])));
  const anywhere = anyOf(
    bearings.filter((_, i) => {
      const one = evidence[i];
      return one?.right === true && movesAt[i] === undefined && one.stage <= earliest;
    }),
    index,
  );

  /** The best of the stops from `from` to before `to`, and, where most runs end, of the end. */
  const bestOf = (
    h: number,
    hypothesis: Hypothesis,
    isEnd: boolean,
    from: number,
    to: number,
  ): Candidate | undefined => {
    const { id, family, plausibility } = hypothesis;
    const prior = suspected.includes(id) ? assumptions.alsoInFormula : (priors[h] ?? 0);
    let best: Candidate | undefined;
    let most = -1;
    const consider = (stop: number | undefined): void => {
      const gain = tryOn(trial, h, stop, strengths, flagged);
      if (gain <= most) return;
      most = gain;
      const explains: number[] = [];
      const leavesRight: boolean[] = [];
      let mixed = 0;
      for (let i = 0; i < evidence.length; i += 1) {
        const flags = flagged[i] ?? 0;
        const leaves = (flags & bears.leavesRight) !== 0;
        if ((flags & bears.hits) !== 0) explains.push(i);
        else if (!leaves && evidence[i]?.right === false) mixed += 1;
        leavesRight.push(leaves);
      }
      const tellsStop = explains.some((i) => movesAt[i] !== undefined);
      const early = tellsStop ? stop : undefined;
      const atThisStop = early === undefined ? assumptions.atEnd : (1 - assumptions.atEnd) / (to - from);
      const share = tellsStop ? atThisStop : 1;
      best = {
        ids: [id],
        family,
        plausibility,
        explains,
        prior:
          (h === 0 ? assumptions.earlyStop : prior) *
          share *
          assumptions.mixed ** Math.min(2, mixed) *
          costOfFlags(evidence, flagged),
        leavesRight,
        ...(early === undefined ? {} : { iteration: courses.iterations[early] ?? 0 }),
        ...(isTentative(hypothesis, explains, evidence) ? { tentative: true } : {}),
      };
    };
    if (isEnd) consider(undefined);
    for (let stop = from; stop < to; stop += 1) {
      // Choices add nothing to the gain, so that no later stop can gain more.
      if (best !== undefined && isChoiceOnly) break;
      if (movingWrong.some((i) => (flagsAt(trial, i, h, stop) & bears.hits) !== 0)) consider(stop);
    }
    return best;
  };

  const candidates: Candidate[] = [];
  for (let h = 0; h < hypotheses.length; h += 1) {
    const hypothesis = hypotheses[h];
    if (hypothesis === undefined || ((anywhere[h] ?? 0) & bears.rulesOut) !== 0) continue;
    const { course } = hypothesis;
    const { from, to } = course === undefined || movingWrong.length === 0 ? noStops : stopsOf(course);
    // Where a run ends is where most are: whether a hypothesis explains anything there is asked before what.
    const isEnd = h !== 0 && ((atEnd[h] ?? 0) & bears.hits) !== 0;
    const best = isEnd || from < to ? bestOf(h, hypothesis, isEnd, from, to) : undefined;
    if (best !== undefined) candidates.push(best);
  }
  return candidates;
};
