import { symbolsOf } from '../expression/index.js';
import type { Domain, Expr } from '../types.js';
import type { RealPoint } from './branch.js';
import { alongSymbol, exactZeros } from './breakpoints.js';
import { type DoubleScope, evaluateDouble } from './doubles.js';
import { rangeOfDomain } from './ranges.js';
import { halfway, inOrder, parseDecimal, type Rational, toDouble } from './rational.js';
import type { Pair } from './real-comparison.js';
import { isInside, nearestDouble, PLAIN_POINTS } from './real-points.js';
import { domainOf, freeNames, type Turning } from './turnings.js';

const MOST_TURNINGS = 16;
const MOST_SYMBOLS = 4;
const MOST_ROOTS = 16;
const HALVINGS = 60;
/** Lines through so many plain points are searched, along each symbol. */
const LINES = 3;
/** Values looked at on a line, beside those of the plain points; the ends of the domain are among them. */
const FAR = [-1e6, -1000, -100, -10, -1, -0.1, -0.001, 0, 0.001, 0.1, 1, 10, 100, 1000, 1e6];

const isIn = (value: number, domain: Domain | undefined): boolean => {
  const exact = parseDecimal(String(value));
  return exact !== undefined && isInside(exact, domain);
};

/** A formula along a line: its value for each of one symbol, or NaN where doubles know of none. */
const alongLine = (expr: Expr, point: RealPoint, name: string): ((value: number) => number) => {
  const values = new Map(point.doubles);
  return (value) => {
    values.set(name, value);
    const scope: DoubleScope = { values, errors: NO_ERRORS, error: 0, state: 0 };
    const found = evaluateDouble(expr, scope);
    return scope.state === 0 ? found : Number.NaN;
  };
};
const NO_ERRORS: ReadonlyMap<string, number> = new Map();

/** Zeros between neighbours of the grid at which the sign changes, and grid values that are zeros. */
const rootsOn = (valueOf: (x: number) => number, grid: readonly number[]): readonly number[] => {
  const roots: number[] = [];
  const values = grid.map(valueOf);
  for (let i = 0; i < grid.length; i++) {
    const [x, next, y, after] = [grid[i] ?? 0, grid[i + 1], values[i] ?? Number.NaN, values[i + 1] ?? Number.NaN];
    if (y === 0) roots.push(x);
    if (next === undefined || !(y * after < 0)) continue;
    let [low, high] = [x, next];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      if (valueOf(middle) * y > 0) low = middle;
      else high = middle;
    }
    roots.push(high);
  }
  return roots;
};

/** The same point with another value of one symbol. */
export const replaced = (point: RealPoint, name: string, value: Rational): RealPoint => {
  const [double, error] = nearestDouble(value);
  return {
    exact: new Map(point.exact).set(name, value),
    doubles: new Map(point.doubles).set(name, double),
    errors: new Map(point.errors).set(name, error),
    texts: new Map(),
  };
};

/**
 * Points at, between and beyond the places where absolute values, roots, minima and the like turn over, on lines along each symbol: a piece that
 * no other point meets, however narrow, must not escape. Symbols that identities bind stay as they are.
 */
export const turningPoints = (pair: Pair, all: readonly Turning[]): readonly RealPoint[] => {
  const { branch } = pair.a;
  const turnings = all.slice(0, MOST_TURNINGS);
  const points: RealPoint[] = [];
  for (const name of freeNames(pair).slice(0, MOST_SYMBOLS)) {
    const domain = domainOf(branch, name);
    const own = turnings.filter(({ at }) => symbolsOf(at).includes(name));
    if (own.length === 0) continue;
    const plain = Array.from({ length: PLAIN_POINTS }, (_, i) => branch.realPoint(i, pair.names, pair.kind));
    const grid = [...FAR, ...rangeOfDomain(domain), ...plain.flatMap((point) => point?.doubles.get(name) ?? [])]
      .filter((value) => Number.isFinite(value) && isIn(value, domain))
      .toSorted((a, b) => a - b);
    const ends = asExact([grid[0] ?? 0, grid.at(-1) ?? 0, ...rangeOfDomain(domain).filter(Number.isFinite)]);
    for (const point of plain.slice(0, pair.names.length === 1 ? 1 : LINES)) {
      if (point === undefined) continue;
      const put = (value: Rational | undefined): void => {
        if (value !== undefined && isInside(value, domain)) points.push(replaced(point, name, value));
      };
      const exact: Rational[] = [];
      const rough: number[] = [];
      for (const { at } of own) {
        const zeros = exactZeros(alongSymbol(at, point.exact, name), name);
        if (zeros === undefined) rough.push(...rootsOn(alongLine(at, point, name), grid));
        else exact.push(...zeros.filter((zero) => isInside(zero, domain)));
      }
      const places = [...new Set([...rough, ...exact.map(toDouble)])].toSorted((a, b) => a - b).slice(0, MOST_ROOTS);
      const between = neighbours([grid[0] ?? 0, ...places, grid.at(-1) ?? 0]).map(([low, high]) => (low + high) / 2);
      for (const value of [...places, ...between]) put(parseDecimal(String(value)));
      if (exact.length === 0) continue;
      // Doubles may not tell them apart.
      const turns = inOrder([...exact, ...ends]).slice(0, MOST_ROOTS);
      for (const value of [...turns, ...neighbours(turns).map(([low, high]) => halfway(low, high))]) put(value);
    }
  }
  return points;
};

const asExact = (values: readonly number[]): readonly Rational[] =>
  values.flatMap((value) => parseDecimal(String(value)) ?? []);

const neighbours = <T>(values: readonly T[]): readonly (readonly [T, T])[] =>
  values.slice(1).map((value, i) => [values[i] ?? value, value]);
