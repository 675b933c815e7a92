import { children, negate, substitute, sum, symbolsOf } from '../expression/index.js';
import type { Domains, Expr } from '../types.js';
import { compile } from './compile.js';
import type { SymbolTable } from './writer.js';
import { type ChainStore, type FieldSymbol, makeFieldPoint, placeOf, signOfDomain } from './field-point.js';
import { type FieldRows, makeFieldRows } from './field-rows.js';
import { type DoubleScope, evaluateDouble } from './doubles.js';
import { rangeOfDomain } from './ranges.js';
import type { Identity, Solution } from './identities.js';
import { exactAt } from './many-digits.js';
import type { FieldPoint, Program } from './program.js';
import type { Rational } from './rational.js';
import { drawReal, drawWhole, isInside, nearestDouble } from './real-points.js';

/** Which symbols take whole numbers at a point; the same ones have the same kind, in a branch. */
export type PointKind = { readonly counts: ReadonlySet<string> };
/** Points with any values. */
export const PLAIN: PointKind = { counts: new Set() };

/** Values of all symbols at one point of the reals, exactly and as doubles with their errors. */
export type RealPoint = {
  readonly exact: Map<string, Rational>;
  readonly doubles: Map<string, number>;
  readonly errors: Map<string, number>;
  /** The values as they are shown, made when first asked for. */
  readonly texts: Map<string, string>;
};

/**
 * One solution of the identities, with the points at which formulas are compared under it. Points, and the values of symbols at them, are
 * made when first asked for and kept.
 */
export type Branch = {
  readonly domains: Domains;
  readonly solution: Solution;
  readonly symbols: SymbolTable;
  readonly fieldPoint: (index: number) => FieldPoint;
  /** The first of them side by side. */
  readonly rows: () => FieldRows;
  /** The kind of points at which these symbols are whole, and with them those that they are made of. */
  readonly kindFor: (counts: readonly string[]) => PointKind;
  /** The symbols' values at a real point; undefined where the identities leave none inside the domains. */
  readonly realPoint: (index: number, names: readonly string[], kind: PointKind) => RealPoint | undefined;
  /** The formula with symbols replaced that the identities determine by an irrational formula. */
  readonly withoutIrrational: (expr: Expr) => Expr;
};

const isRational = (expr: Expr): boolean =>
  expr.kind === 'call' || expr.kind === 'constant'
    ? false
    : expr.kind === 'power'
      ? isRational(expr.base) && expr.exponent.kind === 'number' && /^\d{1,3}$/.test(expr.exponent.text)
      : expr.kind === 'negate'
        ? isRational(expr.argument)
        : expr.kind === 'sum'
          ? expr.terms.every(isRational)
          : expr.kind === 'product'
            ? expr.factors.every(isRational)
            : expr.kind === 'quotient'
              ? isRational(expr.numerator) && isRational(expr.denominator)
              : true;

/** Solving sums, products and whole powers loses nothing and adds nothing. */
const isPolynomial = (expr: Expr): boolean =>
  isRational(expr) &&
  (expr.kind === 'quotient' ? symbolsOf(expr.denominator).length === 0 : children(expr).every(isPolynomial));

/** Whether a formula can be zero here, as far as doubles can tell. */
const mayVanish = (expr: Expr, point: RealPoint): boolean => {
  const scope: DoubleScope = { values: point.doubles, errors: point.errors, error: 0, state: 0 };
  const value = evaluateDouble(expr, scope);
  return scope.state === 0 ? Math.abs(value) <= 2 * scope.error : scope.state === 2;
};

/** Points, and the list of names that was last drawn for at each: that of a reference comes again and again. */
type DrawnPoints = { readonly points: RealPoint[]; readonly drawn: (readonly string[])[] };

const DRAWS = 40;
const NO_POINT: RealPoint = { exact: new Map(), doubles: new Map(), errors: new Map(), texts: new Map() };

const set = (point: RealPoint, name: string, value: Rational): void => {
  const [double, error] = nearestDouble(value);
  point.exact.set(name, value);
  point.doubles.set(name, double);
  if (error > 0) point.errors.set(name, error);
};

/** Whether an irrational formula has a value inside the domain here, as far as doubles can tell. */
const isPossible = (formula: Expr, domain: Domains[string], point: RealPoint): boolean => {
  const scope: DoubleScope = { values: point.doubles, errors: point.errors, error: 0, state: 0 };
  const value = evaluateDouble(formula, scope);
  const [low, high] = rangeOfDomain(domain);
  return scope.state === 0 && value + scope.error > low && value - scope.error < high;
};

/** The identities are those that the solution satisfies; values at which it does not, because a root was undone, are no points. */
export const makeBranch = (
  domains: Domains,
  solution: Solution,
  store: ChainStore,
  identities: readonly Identity[] = [],
): Branch => {
  const slots = new Map<string, number>();
  // The slots of π and e come first (`PI_SLOT`, `E_SLOT`).
  const fieldSymbols: FieldSymbol[] = [
    { name: 'π', sign: 1 },
    { name: 'e', sign: 1 },
  ];
  const domainOf = (name: string): Domains[string] =>
    Object.hasOwn(domains, name) ? (domains[name] ?? 'real') : 'real';

  const slotOf = (name: string): number => {
    const known = slots.get(name);
    if (known !== undefined) return known;
    const key = `symbol ${name}`;
    const formula = solution.get(name);
    const programs = new Map<number, Program>();
    const sign = signOfDomain(domainOf(name));
    const solved = (world: number): Program => {
      const program = programs.get(world) ?? compile(formula ?? { kind: 'symbol', name }, symbols, false, world);
      programs.set(world, program);
      return program;
    };
    fieldSymbols.push(formula === undefined ? { name: key, sign } : { name: key, sign, solved });
    slots.set(name, fieldSymbols.length - 1);
    return fieldSymbols.length - 1;
  };
  const symbols: SymbolTable = {
    domains,
    slotOf,
    solvedBy: (slot, world) => fieldSymbols[slot]?.solved?.(world),
    knowsLogarithm: (name) => signOfDomain(domainOf(name)) > 0 && !solution.has(name),
  };

  for (const name of solution.keys()) slotOf(name);
  const conditions = identities
    .map(({ left, right }) => sum(left, negate(right)))
    .filter((difference) => !isPolynomial(difference))
    .map((difference) => substitute(difference, solution));
  const irrational = new Map([...solution].filter(([, formula]) => !isRational(formula)));
  const fieldPoints: FieldPoint[] = [];
  const plainPoints: DrawnPoints = { points: [], drawn: [] };
  const wholePoints = new Map<PointKind, DrawnPoints>();
  const kinds = new Map<string, PointKind>();
  const pointsOf = (kind: PointKind): DrawnPoints => {
    if (kind === PLAIN) return plainPoints;
    const known = wholePoints.get(kind) ?? { points: [], drawn: [] };
    wholePoints.set(kind, known);
    return known;
  };
  const kindFor = (counts: readonly string[]): PointKind => {
    const made = counts.flatMap((name) => {
      const formula = solution.get(name);
      return formula === undefined ? [] : symbolsOf(formula);
    });
    const names = [...new Set([...counts, ...made])].toSorted();
    const key = names.join(' ');
    const kind = kinds.get(key) ?? { counts: new Set(names) };
    kinds.set(key, kind);
    return kind;
  };
  const draw = (name: string, index: number, { counts }: PointKind, shrink = 1): Rational =>
    counts.has(name) ? drawWhole(domainOf(name), name, index) : drawReal(domainOf(name), name, index, shrink);

  /** Free symbols of the identities are drawn until the solved ones fall into their domains. */
  const drawBound = (index: number, kind: PointKind): RealPoint | undefined => {
    const free = new Set([...solution.values()].flatMap(symbolsOf));
    for (let attempt = 0; attempt < DRAWS; attempt++) {
      const point: RealPoint = { exact: new Map(), doubles: new Map(), errors: new Map(), texts: new Map() };
      const shrink = 2 ** (attempt % 5);
      const seed = index + 12 * attempt;
      for (const name of free) set(point, name, draw(name, seed, kind, shrink));
      const fits = [...solution].every(([name, formula]) => {
        if (irrational.has(name)) return isPossible(formula, domainOf(name), point);
        const value = exactAt(formula, point.exact);
        if (value === undefined || !isInside(value, domainOf(name))) return false;
        set(point, name, value);
        return true;
      });
      if (fits && conditions.every((difference) => mayVanish(difference, point))) return point;
    }
    return undefined;
  };

  const fieldPoint = (index: number): FieldPoint => {
    const known = fieldPoints[index];
    if (known !== undefined) return known;
    const [chain, attempt] = placeOf(index);
    return (fieldPoints[index] = makeFieldPoint(store, fieldSymbols, chain, attempt));
  };
  let rows: FieldRows | undefined;

  return {
    domains,
    solution,
    symbols,
    fieldPoint,
    rows: () => (rows ??= makeFieldRows((index) => store.chain(placeOf(index)[0]), fieldPoint)),
    kindFor,
    realPoint: (index, names, kind) => {
      const { points, drawn } = pointsOf(kind);
      const point = (points[index] ??= drawBound(index, kind) ?? NO_POINT);
      if (point === NO_POINT) return undefined;
      if (drawn[index] === names) return point;
      for (let k = 0; k < names.length; k++) {
        const name = names[k] as string;
        if (point.exact.has(name) || irrational.has(name)) continue;
        set(point, name, draw(name, index, kind));
      }
      drawn[index] = names;
      return point;
    },
    withoutIrrational: (expr) => (irrational.size === 0 ? expr : substitute(expr, irrational)),
  };
};
