import { symbolsOf } from '../expression/index.js';
import type { Domain, Expr } from '../types.js';
import type { RealPoint } from './branch.js';
import { alongSymbol, exactZeros, reachOf, type Zero, zerosBetween } from './breakpoints.js';
import { type Range, rangeOfDomain } from './ranges.js';
import {
  addRational,
  compareRational,
  halfway,
  inOrder,
  multiplyRational,
  ONE,
  negateRational,
  parseDecimal,
  type Rational,
  ZERO,
} from './rational.js';
import type { Pair } from './real-comparison.js';
import { isInside } from './real-points.js';
import { replaced } from './turning-points.js';
import { domainOf, freeNames, turningsIn } from './turnings.js';

/** A point in each piece that two formulas are made of, and whether it is certain that these are all pieces. */
export type Pieces = {
  readonly points: readonly RealPoint[];
  readonly areAll: boolean;
  /** Points that no piece asks for, at which a difference may show none the less. */
  readonly further: readonly RealPoint[];
  /** Whether there is one piece only, whatever the points are. */
  readonly isOne: boolean;
};

const MOST_PIECES = 24;
const MOST_TURNINGS = 16;
/** Zeros that lie within so many powers of ten are met by points further out, if not by those between them. */
const NEAR = 12;
/** Parts of formulas to be looked at in search of turnings, all told. */
const MOST_WORK = 200_000;

/** Closer to zero and farther from it than any other point, and than doubles go. */
const FAR: readonly Rational[] = [16n, 20n, 28n, 40n, 330n, 450n, 1000n, 4500n].flatMap((digits) => {
  const power = 10n ** digits;
  return [1n, -1n].flatMap((sign) => [
    { numerator: sign, denominator: power },
    { numerator: sign * power, denominator: 1n },
  ]);
});

/** The pieces that two formulas are made of: all of them only where they depend on one symbol alone, or have no turnings. */
export const piecesOf = (pair: Pair): Pieces => {
  const turnings = turningsIn(pair);
  const breaking = turnings.filter(({ kind }) => kind !== 'soft');
  const isOne = breaking.length === 0;
  const [name] = freeNames(pair);
  const point = pair.a.branch.realPoint(0, pair.names, pair.kind);
  if (pair.names.length !== 1 || name === undefined || point === undefined) {
    const turns = breaking.map(({ at }) => at);
    return { points: isOne ? [] : pointsAlongLines(pair, turns), further: [], areAll: isOne, isOne };
  }
  const domain = domainOf(pair.a.branch, name);
  const range = rangeOfDomain(domain);
  const hard: Zero[] = [];
  const soft: Zero[] = [];
  let areAll = turnings.length <= MOST_TURNINGS;
  for (const { at, kind } of turnings.slice(0, MOST_TURNINGS)) {
    const { places, isComplete } = zerosBetween(at, name, range, MOST_WORK / turnings.length);
    if (kind !== 'hard') {
      soft.push(...places);
      areAll &&= kind === 'soft' || isComplete || reachOf(at) < NEAR;
      continue;
    }
    // Two turnings so close that nothing tells which comes first may have a piece between them.
    areAll &&= isComplete && !places.some((one) => hard.some((other) => doOverlap(one, other)));
    hard.push(...places);
  }
  areAll &&= hard.length <= MOST_PIECES;
  const places = [...hard, ...soft].slice(0, MOST_PIECES).toSorted((a, b) => compareRational(a.low, b.low));
  const [first, last] = endsOf(range, places);
  const values: Rational[] = [];
  let end = first;
  for (const { low, high } of places) {
    values.push(halfway(end, low) ?? low);
    end = compareRational(high, end) > 0 ? high : end;
  }
  values.push(halfway(end, last) ?? last);
  const pointsAt = (some: readonly Rational[]): readonly RealPoint[] =>
    some.filter((value) => isInside(value, domain)).map((value) => replaced(point, name, value));
  const isUnsure = !areAll || breaking.some(({ kind }) => kind === 'touch');
  return { points: pointsAt(values), further: isUnsure ? pointsAt(FAR) : [], areAll, isOne };
};

const MOST_SYMBOLS = 6;
const MOST_POINTS = 64;

/** Points on both sides of exact turnings on lines along each symbol, through a plain point and through those where the others are near their ends. */
const pointsAlongLines = (pair: Pair, turnings: readonly Expr[]): readonly RealPoint[] => {
  const { branch } = pair.a;
  const plain = branch.realPoint(0, pair.names, pair.kind);
  if (plain === undefined) return [];
  const names = freeNames(pair).filter((name) => !pair.kind.counts.has(name));
  const corners = [-1, 1].map((side) =>
    names.reduce(
      (point, name) => replaced(point, name, nearEnd(domainOf(branch, name), side, point.exact.get(name))),
      plain,
    ),
  );
  const points: RealPoint[] = [];
  for (const name of names.slice(0, MOST_SYMBOLS)) {
    const domain = domainOf(branch, name);
    for (const point of [plain, ...corners]) {
      const zeros = turnings.flatMap((at) =>
        symbolsOf(at).includes(name) ? (exactZeros(alongSymbol(at, point.exact, name), name) ?? []) : [],
      );
      const places = inOrder(zeros).filter((zero) => isInside(zero, domain));
      if (places.length === 0) continue;
      const [first, last] = endsOf(
        rangeOfDomain(domain),
        places.map((zero) => ({ low: zero, high: zero })),
      );
      const ends = [first, ...places, last];
      for (let i = 1; i < ends.length; i++) {
        const value = halfway(ends[i - 1] ?? first, ends[i] ?? last);
        if (value !== undefined && isInside(value, domain)) points.push(replaced(point, name, value));
      }
    }
  }
  return points.slice(0, MOST_POINTS);
};

/** So close to an end of a domain, or so far out, that any constant of a formula lies between; elsewhere the value that is there. */
const nearEnd = (domain: Domain, side: number, known: Rational = ONE): Rational => {
  const [low, high] = rangeOfDomain(domain);
  const end = side < 0 ? low : high;
  if (low === -Infinity) return known;
  if (end === Infinity) return FAR_OUT;
  const [from, width] = [parseDecimal(String(end)), parseDecimal(String(Math.min(high, low + 1) - low))];
  const step = width && multiplyRational(width, CLOSE);
  return (from && step && addRational(from, side < 0 ? step : negateRational(step))) ?? known;
};
const FAR_OUT: Rational = { numerator: 10n ** 1000n, denominator: 1n };
const CLOSE: Rational = { numerator: 1n, denominator: 10n ** 1000n };

/** Where one is exact the other must be the same number; where neither is, they must be apart. */
const doOverlap = (a: Zero, b: Zero): boolean => {
  const areExact = compareRational(a.low, a.high) === 0 && compareRational(b.low, b.high) === 0;
  return !areExact && compareRational(a.low, b.high) <= 0 && compareRational(b.low, a.high) <= 0;
};

/** The ends of a domain; where it has none, numbers beyond all places. */
const endsOf = ([low, high]: Range, places: readonly Zero[]): readonly [Rational, Rational] => {
  const [first, last] = [places[0]?.low ?? ZERO, places.at(-1)?.high ?? ZERO];
  const below = doubled(compareRational(first, ZERO) < 0 ? first : ZERO, negateRational(ONE));
  const above = doubled(compareRational(last, ZERO) > 0 ? last : ZERO, ONE);
  return [
    low === -Infinity ? below : (parseDecimal(String(low)) ?? below),
    high === Infinity ? above : (parseDecimal(String(high)) ?? above),
  ];
};

const doubled = (value: Rational, further: Rational): Rational =>
  [value, value, further].reduce((total: Rational, next) => addRational(total, next) ?? total, ZERO);
