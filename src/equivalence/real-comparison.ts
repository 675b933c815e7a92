import { children, symbolsOf } from '../expression/index.js';
import type { Equality, Expr } from '../types.js';
import { addBalls, type Ball, logSize, mayBeZero, negateBall } from './ball.js';
import type { Constants } from './ball-functions.js';
import { type Branch, PLAIN, type PointKind, type RealPoint } from './branch.js';
import { doubleAt, evaluateReal, type Prepared, type RealValue } from './formula.js';
import { evaluateDigits, makeDigitsScope } from './many-digits.js';
import { negateRational, parseDecimal, type Rational, addRational, multiplyRational } from './rational.js';
import { isInside, nearestDouble, PLAIN_POINTS } from './real-points.js';
import { digitsToTell, printDigits, printDouble, witnessOf } from './witness.js';

/** Names to draw values for, and which kind of points suits the two formulas. */
export type Pair = {
  readonly a: Prepared;
  readonly b: Prepared;
  readonly names: readonly string[];
  readonly kind: PointKind;
};

export const pairOf = (a: Prepared, b: Prepared): Pair => ({
  a,
  b,
  names: union(a.symbols, b.symbols),
  kind: a.counts.length + b.counts.length === 0 ? PLAIN : a.branch.kindFor([...a.counts, ...b.counts]),
});

type Different = Extract<Equality, { verdict: 'different' }>;

const union = (a: readonly string[], b: readonly string[]): readonly string[] => {
  for (let k = 0; k < b.length; k++) if (!a.includes(b[k] as string)) return [...new Set([...a, ...b])];
  return a;
};

/** All symbols of a witness: those of the formulas as written and, so that identities can be checked, those they depend on. */
const shownNames = (pair: Pair): readonly string[] => union(union(pair.a.written, pair.b.written), pair.names);

/** Whether two values in doubles differ for certain: beyond their error bounds, and to three digits at least. */
export const differ = (left: RealValue, right: RealValue): boolean =>
  left.state === 0 && right.state === 0 && Math.abs(left.value - right.value) > (left.error + right.error) * 500;

const differentAt = (pair: Pair, point: RealPoint, left: RealValue, right: RealValue): Different => {
  const values = withSolved(pair, point);
  const witness = witnessOf(
    point,
    values,
    shownNames(pair),
    (left.text ??= printDouble(left.value, left.error)),
    (right.text ??= printDouble(right.value, right.error)),
  );
  return { verdict: 'different', method: 'numeric', witness };
};

/** Looks among the plain points, from one number up to another, for one at which doubles tell the two apart. */
export const findDifference = (pair: Pair, from: number, to: number): Different | undefined => {
  for (let index = from; index < to; index++) {
    const left = doubleAt(pair.a, index, pair.kind, pair.names);
    const right = doubleAt(pair.b, index, pair.kind, pair.names);
    if (left === undefined || right === undefined || !differ(left, right)) continue;
    const point = pair.a.branch.realPoint(index, pair.names, pair.kind);
    if (point !== undefined) return differentAt(pair, point, left, right);
  }
  return undefined;
};

/** The same at other points. */
export const findDifferenceAt = (pair: Pair, points: readonly RealPoint[]): Different | undefined => {
  for (const point of points) {
    const left = evaluateReal(pair.a.real, point);
    const right = evaluateReal(pair.b.real, point);
    if (differ(left, right)) return differentAt(pair, point, left, right);
  }
  return undefined;
};

/** Adds decimals for symbols that an identity determines by an irrational formula, so that the witness can be put in. */
const withSolved = (pair: Pair, point: RealPoint): ReadonlyMap<string, Rational> => {
  const missing = shownNames(pair).filter((name) => !point.exact.has(name));
  if (missing.length === 0) return point.exact;
  const values = new Map(point.exact);
  for (const name of missing) {
    const formula = pair.a.branch.solution.get(name);
    if (formula === undefined) continue;
    const scope = makeDigitsScope(160, point.exact, new Map());
    const value = parseDecimal(printDigits(evaluateDigits(formula, scope), 30));
    if (scope.state === 'defined' && value !== undefined) values.set(name, value);
  }
  return values;
};

export type DigitsOutcome =
  | { readonly kind: 'different'; readonly equality: Different }
  /** Agree at this point to this many bits beyond the smallest term. */
  | { readonly kind: 'agree'; readonly bits: number }
  | { readonly kind: 'one-undefined'; readonly which: 'left' | 'right' }
  | { readonly kind: 'both-undefined' }
  | { readonly kind: 'unknown' };

/** Bits by which an agreement must go beyond the smallest term to count. */
const CONVINCING_BITS = 128;

/** Compares at one real point with more and more bits, until a difference shows, an agreement convinces, or `mostBits` are reached. */
export const compareDigits = (pair: Pair, point: RealPoint, constants: Constants, mostBits: number): DigitsOutcome => {
  let outcome: DigitsOutcome = { kind: 'unknown' };
  for (let bits = 320; bits <= mostBits; bits *= 2) {
    const [left, right] = [
      makeDigitsScope(bits, point.exact, constants),
      makeDigitsScope(bits, point.exact, constants),
    ];
    const [x, y] = [evaluateDigits(pair.a.real, left), evaluateDigits(pair.b.real, right)];
    if (left.state === 'undefined' || right.state === 'undefined') {
      if (left.state === right.state) return { kind: 'both-undefined' };
      if (left.state === 'undefined') return { kind: 'one-undefined', which: 'left' };
      return { kind: 'one-undefined', which: 'right' };
    }
    if (left.state !== 'defined' || right.state !== 'defined') continue;
    const difference = addBalls(x, negateBall(y), bits);
    if (!mayBeZero(difference)) return { kind: 'different', equality: differenceAt(pair, point, x, y, difference) };
    const size =
      mayBeZero(x) && mayBeZero(y) ? Math.max(left.largest, right.largest, 0) : Math.max(logSize(x), logSize(y));
    const uncertain = Math.max(logSize(difference), difference.radius);
    const spread = left.spread + right.spread;
    const agreed = (uncertain === -Infinity ? bits : size - uncertain) - spread;
    outcome = { kind: 'agree', bits: agreed };
    if (agreed >= CONVINCING_BITS) return outcome;
  }
  return outcome.kind === 'agree' && outcome.bits < CONVINCING_BITS ? { kind: 'unknown' } : outcome;
};

const differenceAt = (pair: Pair, point: RealPoint, x: Ball, y: Ball, difference: Ball): Different => {
  const digits = digitsToTell(x, y, difference);
  const witness = witnessOf(
    point,
    withSolved(pair, point),
    shownNames(pair),
    printDigits(x, digits),
    printDigits(y, digits),
  );
  return { verdict: 'different', method: 'digits', witness };
};

/** Numbers a formula mentions: where absolute values and the like may turn over. */
const numbersIn = (expr: Expr): readonly Rational[] => {
  if (expr.kind !== 'number') return children(expr).flatMap(numbersIn);
  const value = parseDecimal(expr.text);
  return value === undefined || value.numerator === 0n ? [] : [value];
};

const MOST_EXTRA_POINTS = 160;
const MOST_NUMBERS = 10;
const ONE: Rational = { numerator: 1n, denominator: 1n };
const FACTORS: readonly Rational[] = [
  { numerator: 1n, denominator: 2n },
  { numerator: 9n, denominator: 8n },
];
const FAR: readonly Rational[] = [3n, 6n, 9n, 14n].flatMap((digits) => [
  { numerator: 10n ** digits, denominator: 1n },
  { numerator: 1n, denominator: 10n ** digits },
]);

/** Values near, between and beyond the numbers mentioned, and of every scale. */
const telling = (pair: Pair): readonly Rational[] => {
  const numbers = [...numbersIn(pair.a.expr), ...numbersIn(pair.b.expr)];
  const unique = [
    ...new Map(numbers.map((value) => [`${value.numerator}/${value.denominator}`, value])).values(),
  ].slice(0, MOST_NUMBERS);
  const near = unique.flatMap((number) => [
    ...FACTORS.map((factor) => multiplyRational(number, factor)),
    addRational(number, ONE),
    addRational(number, negateRational(ONE)),
  ]);
  return [...near, ...FAR].flatMap((value) => (value === undefined ? [] : [value, negateRational(value)]));
};

/**
 * Points on both sides of every number that the formulas mention, beyond it, between it and zero, and far out and close in, for one symbol
 * after the other: a breakpoint far away, as in |x − 1000|, must not escape.
 */
export const extraPoints = (pair: Pair, branch: Branch): readonly RealPoint[] => {
  const points: RealPoint[] = [];
  const bound = new Set([...branch.solution.keys(), ...[...branch.solution.values()].flatMap(symbolsOf)]);
  for (const value of telling(pair)) {
    for (const name of pair.names) {
      const domain = Object.hasOwn(branch.domains, name) ? branch.domains[name] : 'real';
      const base = branch.realPoint(points.length % PLAIN_POINTS, pair.names, pair.kind);
      if (bound.has(name) || base === undefined || !isInside(value, domain)) continue;
      const point: RealPoint = {
        exact: new Map(base.exact),
        doubles: new Map(base.doubles),
        errors: new Map(base.errors),
        texts: new Map(),
      };
      const [double, error] = nearestDouble(value);
      point.exact.set(name, value);
      point.doubles.set(name, double);
      point.errors.set(name, error);
      points.push(point);
      if (points.length >= MOST_EXTRA_POINTS) return points;
    }
  }
  return points;
};
