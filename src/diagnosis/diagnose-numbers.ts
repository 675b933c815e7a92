/** Causes of wrong numbers, jointly over all answers that are numbers. */

import type { Cause } from '../types.js';
import { agrees, digitsOf } from './agreement.js';
import { assumptions } from './assumptions.js';
import { candidatesFor, movingColumns, type Candidate } from './candidates.js';
import type { Evidence } from './evidence.js';
import { entriesOf, weigh, type Weighed } from './explanations.js';
import { rightProcedure, stoppedEarly } from './early-stop.js';
import { pairCandidates } from './pair-candidates.js';
import type { NumericPredictions, PairTable } from './prediction.js';
import { chanceOfAnswer, shareOf, standingOf, type Standing } from './spread.js';

/** Alternatives of more kinds than this say nothing. */
const mostFamilies = 3;

const familiesIn = (members: readonly Candidate[]): number => new Set(members.map(({ family }) => family)).size;

/** Families of faults, ruled out by right answers or not, that give all of these answers. */
const familiesThatGive = (
  explains: readonly number[],
  evidence: readonly Evidence[],
  { hypotheses }: NumericPredictions,
): ReadonlySet<string> => {
  const families = new Set<string>();
  for (const { answers, family } of hypotheses.slice(1)) {
    const gives = explains.every((i) => {
      const one = evidence[i];
      return one !== undefined && one.hits[answers[one.column] ?? -1] === true;
    });
    if (gives) families.add(family);
  }
  return families;
};

/** The number of different sets of answers that the predictions hold for these questions. */
const countPredicted = (
  explains: readonly number[],
  early: boolean,
  evidence: readonly Evidence[],
  predictions: NumericPredictions,
): number => {
  const columns = explains.map((i) => evidence[i]?.column ?? -1);
  const moving = movingColumns(predictions);
  const seen = new Set<string>();
  for (const { answers, course } of predictions.hypotheses.slice(1)) {
    seen.add(columns.map((column) => answers[column]).join());
    if (!early || course === undefined) continue;
    for (const stop of predictions.courses[course] ?? []) {
      seen.add(
        columns.map((column) => (moving.has(column) ? stop.answers[moving.get(column) ?? -1] : answers[column])).join(),
      );
    }
  }
  return seen.size;
};

/** Ways to choose `k` of `n`. */
const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

const strength = { H: 2, M: 1, L: 0 } as const;

/** Ids of the alternatives, the likelier first; in the order of the catalogue where equally likely. */
const idsOf = (members: readonly Candidate[]): readonly string[] => [
  ...new Set(
    members
      .toSorted((a, b) => b.prior - a.prior || strength[b.plausibility] - strength[a.plausibility])
      .flatMap(({ ids }) => ids),
  ),
];

const isDigital = ({ kind }: Evidence): boolean => kind !== 'choice' && kind !== 'assignments';

const isSameAnswer = (one: Evidence | undefined, other: Evidence): boolean =>
  one !== undefined &&
  isDigital(one) &&
  agrees(
    one.given,
    other.given.map(({ value }) => value),
  );

type Case = {
  readonly predictions: NumericPredictions;
  readonly evidence: readonly Evidence[];
  readonly wrong: readonly number[];
  /** q of each answer; 1 of right ones. */
  readonly chances: readonly number[];
  readonly suspected: readonly string[];
  readonly standing: Standing;
};

const contextOf = ({ predictions, evidence, wrong, chances, standing }: Case): Parameters<typeof weigh>[1] => {
  const familyCount = new Set(predictions.hypotheses.map(({ family }) => family)).size;
  return {
    wrong,
    logChance: chances.map(Math.log),
    rightCount: evidence.length - wrong.length,
    coincidence: ({ explains }) => shareOf(familiesThatGive(explains, evidence, predictions), standing, familyCount),
  };
};

/** The cause an entry makes, or nothing where it is not worth a word. */
const causeOf = (
  { entry, posterior }: Weighed,
  { predictions, evidence, wrong, chances, suspected }: Case,
  pairCount: number,
): Cause | undefined => {
  const { members, explains } = entry;
  const [first] = members;
  if (first === undefined || posterior < assumptions.worthMentioning || familiesIn(members) > mostFamilies)
    return undefined;
  const isEarlyStop = members.every(({ ids: [id] }) => id === rightProcedure);
  const ids = isEarlyStop ? stoppedEarly.ids : idsOf(members);
  const isPair = first.ids.some((id) => id.includes('+'));
  const predicted = isPair ? pairCount : countPredicted(explains, first.iteration !== undefined, evidence, predictions);
  const looks = explains.reduce((product, i) => product * (chances[i] ?? 1), choose(wrong.length, explains.length));
  const chance = Math.min(1, looks * (ids.some((id) => suspected.includes(id)) ? 1 : predicted));
  const likely = posterior > assumptions.certainPosterior && chance < assumptions.certainChance;
  if (isPair && !likely) return undefined;
  const digits = digitsOf(
    explains.flatMap((i) => evidence[i] ?? []).flatMap((one) => (isDigital(one) ? one.given : [])),
  );
  const iteration = members.every((member) => member.iteration === first.iteration) ? first.iteration : undefined;
  return {
    ids,
    ...(isEarlyStop ? { family: stoppedEarly.family } : {}),
    ...(!isEarlyStop && familiesIn(members) === 1 && ids.length > 1 ? { family: first.family } : {}),
    certain: likely && !isEarlyStop,
    explains: explains.map((i) => evidence[i]?.question ?? ''),
    leaves: wrong.filter((i) => !explains.includes(i)).map((i) => evidence[i]?.question ?? ''),
    ...(digits === undefined ? {} : { digits }),
    chance,
    ...(iteration === undefined ? {} : { iteration }),
  };
};

/**
 * The causes of wrong numbers, the likeliest first. `suspected` are ids that the student's formulas show; `pairs` is asked for only
 * where single faults leave a number unexplained.
 */
export const diagnoseNumbers = (
  predictions: NumericPredictions,
  evidence: readonly Evidence[],
  suspected: readonly string[],
  pairs: () => PairTable | undefined,
): readonly Cause[] => {
  const wrong = evidence.flatMap(({ right }, i) => (right ? [] : [i]));
  if (wrong.length === 0) return [];
  const standing = standingOf(predictions, evidence);
  const chances = evidence.map((one, i) => {
    if (one.right) return 1;
    const again = wrong.some((other) => other < i && isSameAnswer(evidence[other], one));
    return Math.max(chanceOfAnswer(one, predictions, standing), again ? assumptions.repeated : 0);
  });
  const known: Case = { predictions, evidence, wrong, chances, suspected, standing };
  const context = contextOf(known);
  const singles = candidatesFor(predictions, evidence, (i) => -Math.log(chances[i] ?? 1) + 1e-3, suspected);
  const causesFrom = (candidates: readonly Candidate[], pairCount: number): readonly Cause[] =>
    weigh(entriesOf(candidates), context).flatMap((weighed) => causeOf(weighed, known, pairCount) ?? []);

  const causes = causesFrom(singles, 0);
  const explained = new Set(causes.filter(({ certain }) => certain).flatMap(({ explains }) => explains));
  const isOpen = wrong.some(
    (i) => evidence[i] !== undefined && isDigital(evidence[i]) && !explained.has(evidence[i].question),
  );
  const table = isOpen ? pairs() : undefined;
  const together = table === undefined ? [] : pairCandidates(table, predictions, evidence);
  return table === undefined || together.length === 0
    ? causes
    : causesFrom([...singles, ...together], table.pairs.length);
};
