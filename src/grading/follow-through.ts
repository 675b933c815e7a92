/** Answers computed rightly from an earlier wrong one: told so, and credited as the policy says. */

import type { Assessment } from '../answers/index.js';
import { type Solution, withFamily } from '../em/index.js';
import { createMemory, once } from '../memory/index.js';
import type { Problem } from '../types.js';
import { type Answered, answered as standing, type Remembered } from './assess-once.js';
import { carriesOn, followsFrom } from './carry-formula.js';
import { carryNumbers } from './carry-numbers.js';
import { pointsOf } from './points.js';
import { type Source, sourceFrom } from './source.js';

/**
 * Looks at every wrong answer with what it would have to be if the right procedure had been run on from the student's own
 * earlier answers. One that is right in this way is told so, and earns the larger of what it has and what the policy gives;
 * right answers are left alone. Shares only rise.
 */
export type FollowThrough = (given: readonly Answered[]) => readonly Answered[];

const isWrong = ({ assessment: { verdict } }: Answered): boolean => verdict === 'incorrect' || verdict === 'partial';

const mostRemembered = 2_000;

export const createFollowThrough = (
  problem: Problem,
  solution: () => Solution,
  { numberOf, add }: Remembered,
): FollowThrough => {
  const parameters = once(() => withFamily(solution().model.family, (family): readonly string[] => family.parameters));
  const sources = new WeakMap<Answered, readonly Source[]>();
  const sourceOf = (given: Answered): readonly Source[] => {
    const known = sources.get(given);
    if (known !== undefined) return known;
    const source = sourceFrom(given, parameters(), solution);
    const found = source === undefined ? [] : [source];
    sources.set(given, found);
    return found;
  };

  const carrying = new WeakMap<Answered, boolean>();
  const carries = (given: Answered): boolean => {
    const known = carrying.get(given) ?? carriesOn(given);
    carrying.set(given, known);
    return known;
  };

  const followed = createMemory<string, { readonly from: readonly string[] | undefined }>(mostRemembered);
  /** Looked up where both an answer and what it is held against (a text that names it) are remembered. */
  const remembered = (
    { graded }: Answered,
    against: string | undefined,
    find: () => readonly string[] | undefined,
  ): readonly string[] | undefined => {
    const number = numberOf(graded);
    if (number === undefined || against === undefined) return find();
    const key = `${number}${against}`;
    return (followed.get(key) ?? followed.set(key, { from: find() })).from;
  };

  /** From which of the wrong numbers the answer follows. What it is held against depends on all of them. */
  const fromNumbers = (wrong: readonly Answered[]): ((given: Answered) => readonly string[] | undefined) => {
    const numbers = wrong.filter((each) => sourceOf(each).length > 0);
    if (numbers.length === 0) return () => undefined;
    const places = numbers.map(({ graded }) => numberOf(graded));
    const names = places.includes(undefined) ? undefined : `<${places.join()}`;
    const carrier = once(() => carryNumbers(solution(), parameters(), numbers.flatMap(sourceOf)));
    return (given) => {
      const { answer } = given;
      if (answer === undefined) return undefined;
      return remembered(given, names, () => carrier()(given, answer));
    };
  };

  const fromFormulas = (wrong: readonly Answered[]): ((given: Answered) => readonly string[] | undefined) => {
    const formulas = wrong.filter(carries);
    return (given) => {
      if (given.question.answer.kind !== 'formula') return undefined;
      for (const source of formulas) {
        if (source.question === given.question) continue;
        const place = numberOf(source.graded);
        const from = remembered(given, place === undefined ? undefined : `=${place}`, () =>
          followsFrom(given, source) ? [source.question.id] : undefined,
        );
        if (from !== undefined) return from;
      }
      return undefined;
    };
  };

  const credits = createMemory<string, Answered>(mostRemembered);
  const credited = (given: Answered, from: readonly string[]): Answered => {
    const number = numberOf(given.graded);
    if (number === undefined) return creditFor(problem, given, from);
    const key = `${number} ${from.join()}`;
    const known = credits.get(key);
    if (known !== undefined) return known;
    const raised = creditFor(problem, given, from);
    add(raised.graded);
    return credits.set(key, raised);
  };

  return (given) => {
    const wrong = given.filter(isWrong);
    if (wrong.length < 2) return given;
    const carriers = [fromNumbers(wrong), fromFormulas(wrong)];
    return given.map((each) => {
      if (each.answer === undefined || !isWrong(each)) return each;
      for (const carrier of carriers) {
        const from = carrier(each);
        if (from !== undefined) return credited(each, from);
      }
      return each;
    });
  };
};

const creditFor = ({ policy }: Problem, given: Answered, from: readonly string[]): Answered => {
  const { question, answer, assessment } = given;
  const share = Math.max(assessment.share, policy.followThrough);
  const own = pointsOf(assessment.share, question.points);
  const all = pointsOf(share, question.points);
  const credit = all > own ? all : 0;
  const remark = { code: 'carried', from, credit, ...(credit > 0 && own > 0 ? { instead: own } : {}) } as const;
  const raised: Assessment = {
    ...assessment,
    verdict: share > 0 ? 'partial' : 'incorrect',
    share,
    remarks: [...assessment.remarks, remark],
  };
  return standing(given, answer, raised);
};
