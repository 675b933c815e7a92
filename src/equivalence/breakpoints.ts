import { children, mapChildren, symbolsOf } from '../expression/index.js';
import type { Expr } from '../types.js';
import { exactAt } from './many-digits.js';
import { asFraction, solveLinear, solveQuadratic } from './polynomial.js';
import { type Range, rangeOf } from './ranges.js';
import {
  addRational,
  compareRational,
  exactValue,
  inOrder,
  invertRational,
  multiplyRational,
  negateRational,
  ONE,
  parseDecimal,
  type Rational,
  toDouble,
  ZERO,
} from './rational.js';

/** A stretch of a line outside of which a formula is certain not to be zero; `low` and `high` are the same where its zero is known exactly. */
export type Zero = { readonly low: Rational; readonly high: Rational };
export type Zeros = {
  readonly places: readonly Zero[];
  /** Whether it is certain that these are all. */
  readonly isComplete: boolean;
};

const MOST_STEPS = 1500;
/** Cells are halved until they are so narrow beside their distance from zero. */
const NARROW = 2 ** -48;
const LEAST = 2 ** -1060;

/**
 * Where a formula in one symbol is zero between two bounds: exactly where it is made of straight pieces, else between numbers that interval
 * arithmetic leaves (Moore, Interval Analysis, 1966), the closest to zero first. `work` bounds how many parts of formulas are looked at.
 */
export const zerosBetween = (expr: Expr, symbol: string, range: Range, work: number): Zeros => {
  const exact = exactZeros(expr, symbol);
  if (exact !== undefined) return { places: exact.map((zero) => ({ low: zero, high: zero })), isComplete: true };
  return narrowDown(expr, symbol, range, work);
};

/** The zeros of a formula that is made of straight pieces, or of a fraction of low degree whose zeros are fractions; undefined for all others. */
export const exactZeros = (expr: Expr, symbol: string): readonly Rational[] | undefined =>
  isPiecewiseLinear(expr, symbol) ? linearZeros(expr, symbol) : fractionZeros(expr, symbol);

/** As a formula that `exactValue` reads. */
const written = ({ numerator, denominator }: Rational): Expr => ({
  kind: 'quotient',
  numerator: { kind: 'number', text: String(numerator) },
  denominator: { kind: 'number', text: String(denominator) },
});

const fractionZeros = (expr: Expr, symbol: string): readonly Rational[] | undefined => {
  const numerator = asFraction(expr, symbol)?.numerator;
  if (numerator === undefined) return undefined;
  const coefficients = Array.from(numerator, (c) => (c === undefined ? ZERO : exactValue(c)));
  if (coefficients.includes(undefined)) return undefined;
  const [c = ZERO, b = ZERO, a = ZERO] = coefficients;
  if (a.numerator === 0n) {
    if (b.numerator === 0n) return c.numerator === 0n ? undefined : [];
    const zero = exactValue(solveLinear(written(b), written(c)));
    return zero && [zero];
  }
  const squared = multiplyRational(b, b);
  const product = multiplyRational({ numerator: -4n, denominator: 1n }, multiplyRational(a, c) ?? ZERO);
  const square = squared && product && addRational(squared, product);
  if (square !== undefined && square.numerator < 0n) return [];
  const zeros = solveQuadratic(written(a), written(b), written(c)).map(exactValue);
  return zeros.every((zero) => zero !== undefined) ? inOrder(zeros) : undefined;
};

const isTurning = (expr: Expr): boolean =>
  expr.kind === 'call' && (expr.name === 'abs' || expr.name === 'min' || expr.name === 'max');

const isPiecewiseLinear = (expr: Expr, symbol: string): boolean => {
  if (!symbolsOf(expr).includes(symbol)) return exactValue(expr) !== undefined;
  if (expr.kind === 'product') {
    const moving = expr.factors.filter((factor) => exactValue(factor) === undefined);
    return moving.length === 1 && moving.every((factor) => isPiecewiseLinear(factor, symbol));
  }
  if (expr.kind === 'quotient')
    return exactValue(expr.denominator) !== undefined && isPiecewiseLinear(expr.numerator, symbol);
  if (expr.kind === 'symbol') return true;
  return (
    (expr.kind === 'negate' || expr.kind === 'sum' || isTurning(expr)) &&
    children(expr).every((part) => isPiecewiseLinear(part, symbol))
  );
};

const difference = (a: Rational, b: Rational): Rational | undefined => addRational(a, negateRational(b));

/** Formulas made of more parts, or of more straight pieces, are not looked into. */
const MOST_BENDS = 24;
const MOST_PARTS = 150;

/** Numbers between which the formula is straight, and from the outermost of which on. */
const bendsOf = (expr: Expr, symbol: string): readonly Rational[] | undefined => {
  const found: Rational[] = [];
  for (const part of children(expr)) {
    const inner = bendsOf(part, symbol);
    if (inner === undefined) return undefined;
    found.push(...inner);
  }
  const bends = inOrder(found);
  if (bends.length > MOST_BENDS) return undefined;
  if (expr.kind !== 'call' || !isTurning(expr)) return bends;
  const turnings: readonly Expr[] =
    expr.name === 'abs'
      ? expr.arguments
      : expr.arguments.flatMap((a, i) =>
          expr.arguments.slice(i + 1).map((b): Expr => ({ kind: 'sum', terms: [a, { kind: 'negate', argument: b }] })),
        );
  const added: Rational[] = [...bends];
  for (const turning of turnings) {
    if (!symbolsOf(turning).includes(symbol)) continue;
    const zeros = zerosOnPieces(turning, symbol, bends);
    if (zeros === undefined || added.length > 2 * MOST_BENDS) return undefined;
    added.push(...zeros);
  }
  return inOrder(added);
};

const linearZeros = (expr: Expr, symbol: string): readonly Rational[] | undefined => {
  if (sizeOf(expr) > MOST_PARTS) return undefined;
  const bends = bendsOf(expr, symbol);
  return bends === undefined || bends.length > MOST_BENDS ? undefined : zerosOnPieces(expr, symbol, bends);
};

const zerosOnPieces = (expr: Expr, symbol: string, bends: readonly Rational[]): readonly Rational[] | undefined => {
  const zeros: Rational[] = [];
  const [first = ONE] = bends;
  for (let i = 0; i <= bends.length; i++) {
    const [low, high] = [bends[i - 1], bends[i]];
    const a = low ?? difference(high ?? first, ONE);
    const b = high ?? (a && addRational(a, ONE));
    const [valueA, valueB] = [a && valueAt(expr, symbol, a), b && valueAt(expr, symbol, b)];
    if (a === undefined || b === undefined || valueA === undefined || valueB === undefined) return undefined;
    const rise = difference(valueB, valueA);
    if (rise === undefined) return undefined;
    if (rise.numerator === 0n) {
      // All of the stretch is zero: it ends where it bends.
      if (valueA.numerator === 0n) zeros.push(...[low, high].flatMap((end) => end ?? []));
      continue;
    }
    const width = difference(b, a);
    const slope = width && invertRational(rise);
    const back = slope && multiplyRational(valueA, multiplyRational(slope, width) ?? ONE);
    const zero = back && difference(a, back);
    if (zero === undefined) return undefined;
    if (
      (low === undefined || compareRational(zero, low) >= 0) &&
      (high === undefined || compareRational(zero, high) <= 0)
    )
      zeros.push(zero);
  }
  return inOrder(zeros);
};

const valueAt = (expr: Expr, symbol: string, value: Rational): Rational | undefined =>
  exactAt(expr, new Map([[symbol, value]]));

/** How many parts a formula has. */
const sizeOf = (expr: Expr): number => children(expr).reduce((total, part) => total + sizeOf(part), 1);

const middleOf = (low: number, high: number): number => {
  if (low < 0 && high > 0) return 0;
  if (high <= 0) return -middleOf(-high, -low);
  const far = Math.min(high, Number.MAX_VALUE);
  const near = Math.max(low, LEAST / 4);
  return far / near > 4 ? Math.sqrt(near) * Math.sqrt(far) : near / 2 + far / 2;
};

/**
 * How far, in powers of ten, the zeros of a formula can lie from one, by the sizes of its numbers; roughly, but with room. Logarithms and
 * exponentials carry them anywhere.
 */
export const reachOf = (expr: Expr): number => {
  if (expr.kind === 'number') return /^[0.]*$/.test(expr.text) ? 0 : Math.abs(Math.log10(Number(expr.text)));
  if (expr.kind === 'call' && ['ln', 'log2', 'log10', 'exp', 'sinh', 'cosh', 'tanh'].includes(expr.name))
    return Infinity;
  if (expr.kind === 'power') {
    const exponent = exactValue(expr.exponent);
    return exponent === undefined ? Infinity : 1 + reachOf(expr.base) * Math.max(1, Math.abs(toDouble(exponent)));
  }
  return children(expr).reduce((total, part) => total + reachOf(part), 0);
};

const MOST_REACH = 100;
/** Beyond this no zero of a formula of that reach is sought. */
const FAR = 1e150;

const isNarrow = (low: number, high: number): boolean =>
  (Number.isFinite(high - low) && high - low <= NARROW * Math.max(Math.abs(low), Math.abs(high))) ||
  Math.max(Math.abs(low), Math.abs(high)) < LEAST;

const narrowDown = (expr: Expr, symbol: string, [first, last]: Range, work: number): Zeros => {
  const steps = Math.min(MOST_STEPS, Math.ceil(work / sizeOf(expr)));
  /** Those farther from zero lie deeper. */
  const open: Range[] =
    first < 0 && last > 0
      ? [
          [first, 0],
          [0, last],
        ]
      : [[first, last]];
  const found: Range[] = [];
  let isOpen = false;
  const isTame = reachOf(expr) < MOST_REACH;
  for (let k = 0; k < steps; k++) {
    const cell = open.pop();
    if (cell === undefined) break;
    const [low, high] = cell;
    if (isTame && (low >= FAR || high <= -FAR)) continue;
    const [least, most] = rangeOf(expr, { [symbol]: cell });
    if (least > 0 || most < 0) continue;
    if (isNarrow(low, high)) {
      found.push(cell);
      isOpen ||= Math.max(Math.abs(low), Math.abs(high)) < LEAST && !isTame;
      continue;
    }
    const middle = middleOf(low, high);
    if (!(middle > low && middle < high)) found.push(cell);
    else if (high > 0) open.push([middle, high], [low, middle]);
    else open.push([low, middle], [middle, high]);
  }
  const merged: [number, number][] = [];
  for (const [low, high] of found.toSorted((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous !== undefined && previous[1] >= low) previous[1] = Math.max(previous[1], high);
    else merged.push([low, high]);
  }
  const places = merged.flatMap(([low, high]): readonly Zero[] => {
    const [from, to] = [parseDecimal(String(low)), parseDecimal(String(high))];
    return from === undefined || to === undefined ? [] : [{ low: from, high: to }];
  });
  return { places, isComplete: !isOpen && open.length === 0 && places.length === merged.length };
};

/** A formula with all symbols but one replaced by numbers. */
export const alongSymbol = (expr: Expr, values: ReadonlyMap<string, Rational>, symbol: string): Expr => {
  if (expr.kind !== 'symbol') return mapChildren(expr, (part) => alongSymbol(part, values, symbol));
  const value = expr.name === symbol ? undefined : values.get(expr.name);
  if (value === undefined) return expr;
  const size: Expr = { kind: 'number', text: String(value.numerator < 0n ? -value.numerator : value.numerator) };
  const above: Expr = value.numerator < 0n ? { kind: 'negate', argument: size } : size;
  return value.denominator === 1n
    ? above
    : { kind: 'quotient', numerator: above, denominator: { kind: 'number', text: String(value.denominator) } };
};
