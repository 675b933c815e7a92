/** What is said of alternatives that explain the same answers, if anything. */

import type { Cause } from '../types.js';
import { agrees, digitsOf } from './agreement.js';
import { assumptions } from './assumptions.js';
import type { Candidate } from './candidates.js';
import type { Case } from './case.js';
import { chanceOfMatch } from './chance.js';
import { rightProcedure, stoppedEarly } from './early-stop.js';
import { isDigital } from './evidence.js';
import type { Weighed } from './explanations.js';
import { membersOf, rerun } from './rerun.js';

/** Alternatives of more kinds than this say nothing: of guesses, and of causes that the digits bear out. */
const mostFamilies = { guess: 3, sure: 8 };

const familiesIn = (members: readonly Candidate[]): number => new Set(members.map(({ family }) => family)).size;

const strength = { H: 2, M: 1, L: 0 } as const;

/** Ids of the alternatives, the likelier first; in the order of the catalogue where equally likely. */
const idsOf = (members: readonly Candidate[]): readonly string[] => [
  ...new Set(
    members
      .toSorted((a, b) => b.prior - a.prior || strength[b.plausibility] - strength[a.plausibility])
      .flatMap(({ ids }) => ids),
  ),
];

/** Where a faulty run was stopped before its end: the listed ways to stop that end it with these very numbers, each joined to the fault. */
const withStops = (
  ids: readonly string[],
  explains: readonly number[],
  { index: { problem }, evidence }: Case,
): readonly string[] =>
  ids.flatMap((id) => [
    id,
    ...membersOf(stoppedEarly.family, problem).flatMap((stop) => {
      const outcomes = id === stop ? undefined : rerun(problem, [id, stop]);
      const gives = explains.every((i) => {
        const one = evidence[i];
        const outcome = one === undefined ? undefined : outcomes?.[one.column];
        return one !== undefined && (!isDigital(one) || (outcome !== undefined && agrees(one.given, outcome)));
      });
      return outcomes !== undefined && gives ? [`${id}+${stop}`] : [];
    }),
  ]);

const isJoint = (id: string): boolean => id.includes('+');

/** The cause, or nothing where it is too unlikely, or too many things at once, to be worth a word. */
export const causeOf = ({ entry, posterior }: Weighed, known: Case, pairCount: number): Cause | undefined => {
  const { members, explains } = entry;
  const [first] = members;
  if (first === undefined || posterior < assumptions.worthMentioning) return undefined;
  const { evidence, wrong, suspected } = known;
  const isRightStopped = members.every(({ ids: [id] }) => id === rightProcedure);
  const isPair = first.ids.some(isJoint);
  const ids = isRightStopped ? stoppedEarly.ids : idsOf(members);
  const iteration = members.every((member) => member.iteration === first.iteration) ? first.iteration : undefined;

  const tried = {
    early: first.iteration !== undefined,
    pairCount: isPair ? pairCount : 0,
    suspected: ids.some((id) => suspected.includes(id)),
  };
  const chance = chanceOfMatch(explains, tried, known);
  const sure = chance < assumptions.certainChance;
  if ((isPair && !sure) || familiesIn(members) > mostFamilies[sure ? 'sure' : 'guess']) return undefined;

  const family = isRightStopped ? stoppedEarly.family : first.family;
  const digitsIn = Object.fromEntries(
    explains.flatMap((i) => {
      const one = evidence[i];
      const found = one === undefined || !isDigital(one) ? undefined : digitsOf(one.given);
      return one === undefined || found === undefined ? [] : [[one.question, found] as const];
    }),
  );
  const digits = Object.keys(digitsIn).length === 0 ? undefined : Math.min(...Object.values(digitsIn));
  const nameOf = (i: number): string => evidence[i]?.question ?? '';
  return {
    ids: iteration === undefined || isRightStopped || isPair ? ids : withStops(ids, explains, known),
    ...(ids.length > 1 && familiesIn(members) === 1 ? { family } : {}),
    certain:
      sure &&
      posterior > assumptions.certainPosterior &&
      !isRightStopped &&
      !members.some(({ tentative }) => tentative),
    explains: explains.map(nameOf),
    leaves: wrong.filter((i) => !explains.includes(i)).map(nameOf),
    ...(digits === undefined ? {} : { digits, digitsIn }),
    chance,
    ...(iteration === undefined ? {} : { iteration }),
  };
};
