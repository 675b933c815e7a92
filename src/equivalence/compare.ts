import { sameShape, symbolsOf } from '../expression/index.js';
import type { Equality } from '../types.js';
import type { Constants } from './ball-functions.js';
import { compareFractions, comparePrograms, type FieldOutcome } from './field-comparison.js';
import { type CompiledFormula, doubleAt, type Prepared, prepare, programOf, type RealValue } from './formula.js';
import type { Expr } from '../types.js';
import type { Setting, SettingProblem } from './setting.js';
import { nearbyPoint } from './nearby.js';
import { hasNoValue } from './nowhere.js';
import {
  compareDigits,
  differ,
  type DigitsOutcome,
  extraPoints,
  findDifference,
  findDifferenceAt,
  type Pair,
  pairOf,
} from './real-comparison.js';
import { PLAIN_POINTS } from './real-points.js';
import { PLAIN, type RealPoint } from './branch.js';
import { piecesOf } from './pieces.js';
import { turningPoints } from './turning-points.js';
import { turningsIn } from './turnings.js';

/** Real points at which equal formulas are checked again: a second, independent reason. */
const CONFIRMATIONS = 1;
/** Where roots and logarithms may have no value, so many that a gap is met. */
const CONFIRMATIONS_WITH_GAPS = 6;
const CONFIRMATIONS_WITH_BRANCHES = 8;
/** Points looked at before anything is compiled: one with positive values, one with both signs. */
const FIRST_POINTS = 2;
const LEAST_DIGIT_POINTS = 6;
const CHECK_BITS = 640;
const MOST_BITS = 2560;
const MOST_EXTRA_DIGITS = 10;
/** Agreements with many digits after which no more are sought. */
const ENOUGH_DIGIT_POINTS = 16;

const undecided = (reason: string): Equality => ({ verdict: 'undecided', method: 'none', reason });

/**
 * Compares a formula with a reference compiled before. Both are compared where both have a value: a removable singularity (x²/x and x), or a
 * gap in one of the domains of definition (sqrt(x)² and x), makes no difference but is told in `detail`. A formula that has a value nowhere
 * equals none.
 */
export const compare = (reference: CompiledFormula, expr: Expr): Equality => {
  const { setting } = reference;
  const bad = contradictionIn(setting);
  if (bad !== undefined) return undecided(bad.message);
  let outcome: Equality | undefined;
  for (const prepared of reference.branches) {
    const next = sameShape(prepared.expr, expr)
      ? compareIdentical(pairOf(prepared, prepared))
      : comparePrepared(prepared, prepare(expr, prepared.branch));
    if (next.verdict === 'different' && setting.problems.some((problem) => problem.code === 'unsolved')) {
      return undecided('An identity could not be solved, so a difference without it proves nothing.');
    }
    if (next.verdict === 'different') return next;
    if (outcome === undefined || next.verdict === 'undecided') outcome = next;
  }
  return outcome ?? undecided('The identities leave no values to compare at.');
};

const contradictionIn = ({ problems }: Setting): SettingProblem | undefined =>
  problems.length === 0 ? undefined : problems.find(({ code }) => code === 'contradictory' || code === 'unsatisfiable');

const comparePrepared = (a: Prepared, b: Prepared): Equality => {
  const pair = pairOf(a, b);
  // Most wrong answers are wrong at the first points, by far more than doubles can err: that proves it, and costs least.
  const first = findDifference(pair, 0, 1);
  if (first !== undefined) return first;
  const quick = compareFractions(a, b);
  if (quick?.kind === 'agree') return confirm(pair, quick);
  const second = findDifference(pair, 1, FIRST_POINTS);
  if (second !== undefined) return second;
  const field = quick ?? comparePrograms(a, b);
  if (field.kind === 'agree') return confirm(pair, field);
  const difference =
    findDifference(pair, FIRST_POINTS, PLAIN_POINTS) ??
    tiny(pair, field) ??
    findDifferenceAt(pair, extraPoints(pair, a.branch)) ??
    findDifferenceAt(pair, turningPoints(pair, turningsIn(pair)));
  if (difference !== undefined) return proved(difference, field);
  return hasEndlessDegree(a) || hasEndlessDegree(b)
    ? undecided('An exponent has so many digits that no computation tells it from another.')
    : compareWithDigits(pair, field);
};

const haveSameCounts = ({ a, b }: Pair): boolean =>
  a.counts.length === b.counts.length && a.counts.every((name) => b.counts.includes(name));

/** Compares in each piece that the two are made of: nothing where they agree in all of them. */
const comparePieces = (pair: Pair, constants: Constants): Equality | undefined => {
  if (pair.names.length === 0) return undefined;
  const { points, further, areAll, isOne } = piecesOf(pair);
  let isOpen = !areAll;
  for (const point of points) {
    const outcome = compareDigits(pair, point, constants, CHECK_BITS);
    if (outcome.kind === 'different') return outcome.equality;
    isOpen ||= outcome.kind === 'unknown' && !isOne;
  }
  for (const point of further) {
    const outcome = compareDigits(pair, point, constants, CHECK_BITS);
    if (outcome.kind === 'different') return outcome.equality;
  }
  return isOpen
    ? undecided('They agree wherever they were compared, but are made of pieces, and one that was not met may differ.')
    : undefined;
};

const MOST_NEARBY = 8;

/**
 * Where one of the two has values at special points alone, as a factorial has at whole numbers and a power of a negative number at whole exponents,
 * agreement there is none: nothing, as soon as both have a value at a point beside one at which they agree.
 */
const compareNearby = (pair: Pair, agreements: readonly RealPoint[], constants: Constants): Equality | undefined => {
  const kept = pair.a.counts.filter((name) => pair.b.counts.includes(name));
  for (const point of agreements.slice(0, MOST_NEARBY)) {
    const nearby = nearbyPoint(pair.a.branch, point, kept);
    if (nearby === undefined) continue;
    const outcome = compareDigits(pair, nearby, constants, CHECK_BITS);
    if (outcome.kind === 'different') return outcome.equality;
    if (outcome.kind === 'agree') return undefined;
  }
  if (hasNoValue(pair.a) !== hasNoValue(pair.b)) return withoutCommonValue(pair);
  return undecided('They agree at special values, such as whole numbers, but one of them has values only there.');
};

const hasEndlessDegree = (prepared: Prepared): boolean => !Number.isFinite(programOf(prepared).degree);

/** A difference that the fields prove and doubles do not see is a small one: many digits show it at once. */
const tiny = (pair: Pair, field: FieldOutcome): Equality | undefined => {
  const point = pair.a.branch.realPoint(0, pair.names, pair.kind);
  if (point === undefined || field.kind !== 'disagree' || !field.isProof) return undefined;
  const outcome = compareDigits(pair, point, new Map(), CHECK_BITS);
  return outcome.kind === 'different' ? outcome.equality : undefined;
};

/** Where the fields already prove the difference, the witness only shows it. */
const proved = (difference: Equality, field: FieldOutcome): Equality =>
  difference.verdict === 'different' && field.kind === 'disagree' && field.isProof
    ? { ...difference, method: 'field' }
    : difference;

const compareIdentical = (pair: Pair): Equality => {
  for (let index = 0; index < PLAIN_POINTS; index++) {
    const value = doubleAt(pair.a, index, pair.kind, pair.names);
    if (value?.state === 0) return { verdict: 'equal', method: 'identical', errorBound: 0 };
  }
  if (hasNoValue(pair.a)) return undecided('Neither formula has a value anywhere.');
  const constants: Constants = new Map();
  let unknown = false;
  for (const point of digitPoints(pair)) {
    const outcome = compareDigits(pair, point, constants, 320);
    if (outcome.kind === 'agree') return { verdict: 'equal', method: 'identical', errorBound: 0 };
    unknown ||= outcome.kind !== 'both-undefined';
  }
  return unknown
    ? { verdict: 'equal', method: 'identical', errorBound: 0 }
    : undecided('No point was found at which the formulas have a value.');
};

function* digitPoints(pair: Pair): Iterable<RealPoint> {
  const { branch } = pair.a;
  if (pair.names.length === 0) {
    const only = branch.realPoint(0, [], PLAIN);
    if (only !== undefined) yield only;
    return;
  }
  const plain = (index: number): RealPoint | undefined => branch.realPoint(index, pair.names, pair.kind);
  for (let index = 0; index < PLAIN_POINTS / 2; index++) {
    const point = plain(index);
    if (point !== undefined) yield point;
  }
  const extra = extraPoints(pair, branch);
  const stride = Math.max(1, Math.floor(extra.length / MOST_EXTRA_DIGITS));
  for (let index = 0; index < extra.length; index += stride) {
    const point = extra[index];
    if (point !== undefined) yield point;
  }
  for (let index = PLAIN_POINTS / 2; index < PLAIN_POINTS; index++) {
    const point = plain(index);
    if (point !== undefined) yield point;
  }
}

/** The fields agree; real points must not contradict, and both must have a value somewhere. */
const confirm = (pair: Pair, field: Extract<FieldOutcome, { kind: 'agree' }>): Equality => {
  const { isBranched, isPartial } = field;
  const wanted = isBranched ? CONFIRMATIONS_WITH_BRANCHES : isPartial ? CONFIRMATIONS_WITH_GAPS : CONFIRMATIONS;
  const needed = pair.names.length === 0 ? 1 : wanted;
  let [confirmed, gaps, doubtful] = [0, 0, 0];
  for (let index = 0; index < PLAIN_POINTS && confirmed < needed; index++) {
    const left = doubleAt(pair.a, index, pair.kind, pair.names);
    const right = doubleAt(pair.b, index, pair.kind, pair.names);
    if (left === undefined || right === undefined) continue;
    if ((left.state === 1) !== (right.state === 1)) gaps++;
    else if (left.state !== 0 || right.state !== 0) doubtful++;
    else if (Math.abs(left.value - right.value) <= (left.error + right.error) * 1.01) confirmed++;
    else doubtful = Infinity;
    if (doubtful === Infinity) break;
  }
  if (confirmed === 0 || doubtful === Infinity || (isBranched && confirmed < needed) || couldBeMadeUp(pair))
    return confirmWithDigits(pair, field, gaps);
  return equalInFields(field, gaps > 0);
};

/** Digits that the numbers of a formula may have all told, before they could have been chosen to vanish in each of the first fields. */
const MOST_PLAIN_DIGITS = 21;
const couldBeMadeUp = ({ a, b }: Pair): boolean => a.digits > MOST_PLAIN_DIGITS || b.digits > MOST_PLAIN_DIGITS;

const equalInFields = (field: Extract<FieldOutcome, { kind: 'agree' }>, hasGaps: boolean): Equality => ({
  verdict: 'equal',
  method: 'field',
  errorBound: field.errorBound,
  ...(hasGaps ? { detail: GAP } : {}),
});
const GAP = 'Equal wherever both have a value; one of the two has none at some points where the other has.';

const confirmWithDigits = (
  pair: Pair,
  field: Extract<FieldOutcome, { kind: 'agree' }>,
  gapsBefore: number,
): Equality => {
  const constants: Constants = new Map();
  let [agreed, gaps, unknown] = [0, gapsBefore, 0];
  for (const point of digitPoints(pair)) {
    const outcome = compareDigits(pair, point, constants, CHECK_BITS);
    if (outcome.kind === 'different') return outcome.equality;
    if (outcome.kind === 'agree') agreed++;
    if (outcome.kind === 'one-undefined') gaps++;
    if (outcome.kind === 'unknown') unknown++;
    if (agreed >= CONFIRMATIONS_WITH_BRANCHES) break;
  }
  if (agreed > 0 || (unknown > 0 && gaps === 0 && !hasNoValue(pair.a) && !hasNoValue(pair.b)))
    return equalInFields(field, gaps > 0);
  return withoutCommonValue(pair);
};

/** No point at which both have a value. */
const withoutCommonValue = (pair: Pair): Equality => {
  const [left, right] = [hasNoValue(pair.a), hasNoValue(pair.b)];
  if (left && right) return undecided('Neither formula has a value anywhere.');
  if (!left && !right) return oneMoves(pair) ?? undecided('No point was found at which both formulas have a value.');
  const other = left ? pair.b : pair.a;
  for (let index = 0; index < PLAIN_POINTS; index++) {
    const value = doubleAt(other, index, pair.kind, pair.names);
    const point = other.branch.realPoint(index, pair.names, pair.kind);
    if (value?.state !== 0 || point === undefined) continue;
    const text = String(value.value);
    const names = symbolsOf(other.expr).filter((name) => point.exact.has(name));
    return {
      verdict: 'different',
      method: 'numeric',
      witness: {
        values: Object.fromEntries(names.map((name) => [name, String(point.doubles.get(name))])),
        left: left ? 'undefined' : text,
        right: left ? text : 'undefined',
      },
      detail: `The ${left ? 'first' : 'second'} formula has a value nowhere.`,
    };
  }
  return undecided(`The ${left ? 'first' : 'second'} formula has a value nowhere, and none was found for the other.`);
};

const isFixed = ({ real }: Prepared): boolean => symbolsOf(real).length === 0;

/** What has no symbols is one number or none, even where it is too large to compute: it differs from what takes two values. */
const oneMoves = ({ a, b, names, kind }: Pair): Equality | undefined => {
  if (isFixed(a) === isFixed(b)) return undefined;
  const moving = isFixed(a) ? b : a;
  const values: RealValue[] = [];
  for (let index = 0; index < PLAIN_POINTS; index++) {
    const value = doubleAt(moving, index, kind, names);
    if (value === undefined || value.state !== 0) continue;
    if (values.some((other) => differ(value, other))) {
      const [fixed, other] = isFixed(a) ? ['first', 'second'] : ['second', 'first'];
      const detail = `The ${fixed} formula is the same whatever its symbols are worth, the ${other} one is not.`;
      return { verdict: 'different', method: 'numeric', detail };
    }
    values.push(value);
  }
  return undefined;
};

/**
 * The last resort: many digits at many points. A difference is a proof (the bounds are rigorous). Agreement is not one, but strong: at each point
 * the two agree to 128 bits more than their smallest term is small beside its neighbours, so that no term escapes; that two different formulas of
 * this size do so is excluded by no theorem but by every experience (the witness conjecture of van der Hoeven, after Richardson). Formulas that
 * the fields prove different are never accepted this way.
 */
const compareWithDigits = (pair: Pair, field: FieldOutcome): Equality => {
  const constants: Constants = new Map();
  const isProof = field.kind === 'disagree' && field.isProof;
  const agreements: RealPoint[] = [];
  let [gaps, unknown] = [0, 0];
  for (const point of digitPoints(pair)) {
    const outcome: DigitsOutcome = compareDigits(
      pair,
      point,
      constants,
      isProof && agreements.length + unknown < 3 ? MOST_BITS : CHECK_BITS,
    );
    if (outcome.kind === 'different') return proved(outcome.equality, field);
    if (outcome.kind === 'agree') agreements.push(point);
    if (outcome.kind === 'one-undefined') gaps++;
    if (outcome.kind === 'unknown') unknown++;
    if (agreements.length >= ENOUGH_DIGIT_POINTS || (isProof && agreements.length + unknown >= 8)) break;
  }
  const agreed = agreements.length;
  if (agreed === 0) return withoutCommonValue(pair);
  if (isProof) {
    return undecided('Exact arithmetic tells them apart, but no values were found at which the difference shows.');
  }
  if (pair.names.length > 0 && (gaps > 0 || !haveSameCounts(pair))) {
    const nearby = compareNearby(pair, agreements, constants);
    if (nearby !== undefined) return nearby;
  }
  const pieces = comparePieces(pair, constants);
  if (pieces !== undefined) return pieces;
  const needed = pair.names.length === 0 ? 1 : LEAST_DIGIT_POINTS;
  if (agreed < needed || unknown > agreed)
    return undecided(
      'They agree as far as computed, but the values are too large, too small or too close to an edge to tell.',
    );
  return {
    verdict: 'equal',
    method: 'digits',
    errorBound: 2 ** -128,
    detail: `Agree to 38 digits beyond their smallest terms at ${agreed} ${agreed === 1 ? 'point' : 'points'}${gaps > 0 ? `. ${GAP}` : ''}`,
  };
};
