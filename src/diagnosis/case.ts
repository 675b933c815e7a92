/** One submission's numbers with what is needed to weigh them. */

import { agrees } from './agreement.js';
import { assumptions } from './assumptions.js';
import { isDigital, type Evidence } from './evidence.js';
import type { NumericIndex } from './numeric-index.js';
import { type Spread, standingOf, type Standing } from './spread.js';

export type Case = {
  readonly index: NumericIndex;
  readonly evidence: readonly Evidence[];
  /** Places of the wrong answers in the evidence. */
  readonly wrong: readonly number[];
  /** q of each answer by its looks alone; 1 of right ones. */
  readonly looks: readonly number[];
  /** q of each answer, never below what a shared computation makes likely. */
  readonly chances: readonly number[];
  /** Ids that the student's formulas show. */
  readonly suspected: readonly string[];
  readonly standing: Standing;
};

/** One after the other the same numbers: the second time they say little. */
const isSameAnswer = (one: Evidence | undefined, other: Evidence): boolean =>
  one !== undefined &&
  isDigital(one) &&
  agrees(
    one.given,
    other.given.map(({ value }) => value),
  );

/** Of the wrong answers of each moment the one that says most: what else is wrong there follows from the same fault. */
const leadersOf = (
  wrong: readonly number[],
  chances: readonly number[],
  evidence: readonly Evidence[],
): ReadonlySet<number> => {
  const leaders = new Map<string, number>();
  for (const i of wrong) {
    const moment = evidence[i]?.moment ?? '';
    const leader = leaders.get(moment);
    if (leader === undefined || (chances[i] ?? 1) < (chances[leader] ?? 1)) leaders.set(moment, i);
  }
  return new Set(leaders.values());
};

export const caseOf = (
  index: NumericIndex,
  spread: Spread,
  evidence: readonly Evidence[],
  suspected: readonly string[],
): Case => {
  const wrong = evidence.flatMap(({ right }, i) => (right ? [] : [i]));
  const standing = standingOf(index, evidence);
  const looks = evidence.map((one, i) => {
    if (one.right) return 1;
    const again = wrong.some((other) => other < i && isSameAnswer(evidence[other], one));
    const follows =
      !one.plain && wrong.some((other) => evidence[other]?.plain === true && evidence[other].moment === one.moment);
    const least = Math.max(again ? assumptions.repeated : 0, follows ? assumptions.follows : 0);
    return Math.max(spread(one, standing), least);
  });
  const atLeast = looks.map((chance) => Math.max(chance, assumptions.rarest));
  const leads = leadersOf(wrong, atLeast, evidence);
  const chances = atLeast.map((chance, i) =>
    wrong.includes(i) && !leads.has(i) ? Math.max(chance, assumptions.follows) : chance,
  );
  return { index, evidence, wrong, looks, chances, suspected, standing };
};
