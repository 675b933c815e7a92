/** Sets of hypotheses that together explain the wrong answers, weighed against each other and against an unknown fault. */

import { assumptions } from './assumptions.js';
import type { Candidate } from './candidates.js';
import { rightProcedure } from './early-stop.js';

/** Candidates that explain the same answers: alternatives to each other. */
export type Entry = {
  readonly explains: readonly number[];
  readonly members: readonly Candidate[];
  /** Their prior probabilities together. */
  readonly prior: number;
};

export type Weighed = { readonly entry: Entry; readonly posterior: number };

/** Alternatives this much less likely than the best are not worth a word. */
const negligible = 0.02;

const entryOf = (members: readonly Candidate[]): Entry => {
  // What the right procedure gives when it is stopped early is no sign of another fault that was stopped early too.
  const isRight = members.some(({ ids }) => ids.includes(rightProcedure));
  const likelier = isRight ? members.filter(({ iteration }) => iteration === undefined) : members;
  const told = likelier.length > 0 ? likelier : members.filter(({ ids }) => ids.includes(rightProcedure));
  const best = Math.max(...told.map(({ prior }) => prior));
  const kept = told.filter(({ prior }) => prior >= negligible * best);
  return {
    explains: members[0]?.explains ?? [],
    members: kept,
    prior: kept.reduce((sum, member) => sum + member.prior, 0),
  };
};

export const entriesOf = (candidates: readonly Candidate[]): readonly Entry[] => {
  const groups = new Map<number | string, Candidate[]>();
  for (const candidate of candidates) {
    const key = setOf(candidate.explains);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [candidate]);
    else group.push(candidate);
  }
  return [...groups.values()].map(entryOf);
};

/** A name for a set of answers: a bit each, where a number has as many. */
const setOf = (answers: readonly number[]): number | string => {
  let bits = 0;
  for (const i of answers) {
    if (i > 30) return answers.join();
    bits |= 1 << i;
  }
  return bits;
};

/** What is left unexplained: slips of the pen, or, where there are numbers among it, one more fault that is in no list. */
const leftOver = (left: readonly number[], digital: readonly boolean[]): number => {
  if (left.length === 0) return 1;
  const slips = assumptions.slip ** left.length;
  return left.some((i) => digital[i] === true) ? Math.max(slips, assumptions.another) : slips;
};

/**
 * Whether two entries can stand side by side: some member of each leaves right what the other explains. Faults that meddle
 * with each other's answers are compositions, and those are hypotheses of their own.
 */
const separable = (a: Entry, b: Entry): boolean =>
  !a.explains.some((i) => b.explains.includes(i)) && leavesAlone(a, b.explains) && leavesAlone(b, a.explains);

const leavesAlone = ({ members }: Entry, others: readonly number[]): boolean =>
  members.some(({ leavesRight }) => others.every((i) => leavesRight[i] === true));

type Context = {
  /** Places of the wrong answers. */
  readonly wrong: readonly number[];
  /** log q of each evidence. */
  readonly logChance: readonly number[];
  /** Whether each evidence is known by its digits. */
  readonly digital: readonly boolean[];
  readonly rightCount: number;
  /** Chance of an entry's answers under a fault that is in no list, beyond the product of their q. */
  readonly coincidence: (entry: Entry) => number;
};

/** Log probability of the wrong answers where these entries are the whole truth about listed mistakes. */
const logWeight = (entries: readonly Entry[], { wrong, logChance, digital }: Context): number => {
  const explained = new Set(entries.flatMap(({ explains }) => explains));
  const left = wrong.filter((i) => !explained.has(i));
  const penalty = Math.log(assumptions.both) * Math.max(0, entries.length - 1);
  return (
    entries.reduce((sum, entry) => sum + Math.log(entry.prior), penalty) +
    explained.size * Math.log(1 - assumptions.slip) +
    left.reduce((sum, i) => sum + (logChance[i] ?? 0), 0) +
    Math.log(leftOver(left, digital))
  );
};

/** Log probability of the wrong answers where nothing listed is behind them. */
const logOther = ({ wrong, logChance, rightCount }: Context): readonly number[] => {
  const looks = wrong.reduce((sum, i) => sum + (logChance[i] ?? 0), 0);
  return [
    Math.log(assumptions.unlisted) +
      looks +
      Math.min(rightCount, assumptions.mostRight) * Math.log(assumptions.rightByChance),
    Math.log(assumptions.slipsOnly) + looks + wrong.length * Math.log(assumptions.slip),
  ];
};

/** A fault that is in no list, but gives what these listed faults give: some answers are where many faults lead. */
const logCoincidence = (entry: Entry, context: Context): number => {
  const left = context.wrong.filter((i) => !entry.explains.includes(i));
  return (
    Math.log(assumptions.unlisted * context.coincidence(entry) + 1e-300) +
    left.reduce((sum, i) => sum + (context.logChance[i] ?? 0), 0)
  );
};

const mostConsidered = 24;

/** The posterior probability of each entry, the likeliest first. */
export const weigh = (entries: readonly Entry[], context: Context): readonly Weighed[] => {
  const ranked = entries
    .map((entry) => ({ entry, weight: logWeight([entry], context) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostConsidered);
  const explanations = ranked.map(({ entry, weight }) => ({ set: [entry], weight }));
  const extend = (set: readonly Entry[], from: number): void => {
    if (set.length === 3) return;
    for (let i = from; i < ranked.length; i += 1) {
      const next = ranked[i]?.entry;
      if (next === undefined || !set.every((entry) => separable(entry, next))) continue;
      const larger = [...set, next];
      explanations.push({ set: larger, weight: logWeight(larger, context) });
      extend(larger, i + 1);
    }
  };
  for (const [i, { entry }] of ranked.entries()) extend([entry], i + 1);

  const others = [...logOther(context), ...ranked.map(({ entry }) => logCoincidence(entry, context))];
  const top = Math.max(...explanations.map(({ weight }) => weight), ...others);
  const mass = (weights: readonly number[]): number => weights.reduce((sum, weight) => sum + Math.exp(weight - top), 0);
  const total = mass(explanations.map(({ weight }) => weight)) + mass(others);
  return ranked
    .map(({ entry }) => ({
      entry,
      posterior: mass(explanations.filter(({ set }) => set.includes(entry)).map(({ weight }) => weight)) / total,
    }))
    .sort((a, b) => b.posterior - a.posterior);
};

/** The share of an entry's members in which one of these faults plays a part beside another. */
const shareWith = (ids: ReadonlySet<string>, { members, prior }: Entry): number =>
  members.reduce((sum, member) => {
    const parts = member.ids.flatMap((id) => (id.includes('+') ? id.split('+') : []));
    return parts.some((id) => ids.has(id)) ? sum + member.prior / prior : sum;
  }, 0);

/** A fault is as likely as it is by itself and together with others. */
export const withMarginals = (weighed: readonly Weighed[]): readonly Weighed[] => {
  const hasPairs = weighed.some(({ entry }) => entry.members.some(({ ids }) => ids.some((id) => id.includes('+'))));
  return hasPairs ? addedUp(weighed) : weighed;
};

const addedUp = (weighed: readonly Weighed[]): readonly Weighed[] =>
  weighed.map(({ entry, posterior }) => {
    const ids = new Set(entry.members.flatMap((member) => member.ids));
    const together = weighed.reduce((sum, other) => sum + other.posterior * shareWith(ids, other.entry), 0);
    return { entry, posterior: posterior + together };
  });
