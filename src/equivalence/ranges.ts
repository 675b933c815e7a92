import { sameShape } from '../expression/index.js';
import type { Domain, Domains, Expr } from '../types.js';
import { exactValue, isStatedExactly, type Rational } from './rational.js';

/** Bounds on the values of a formula where it is defined: closed, conservative, possibly infinite. */
export type Range = readonly [low: number, high: number];

const EVERYTHING: Range = [-Infinity, Infinity];
const NOT_NEGATIVE: Range = [0, Infinity];
const UNIT: Range = [-1, 1];

export const rangeOfDomain = (domain: Domain | undefined): Range =>
  domain === undefined || domain === 'real' ? EVERYTHING : domain === 'positive' ? NOT_NEGATIVE : domain;

/** A bound of a domain is the decimal that it is written as; a double of few places after the point is that decimal. */
const isDecimalItself = (bound: number): boolean => Math.abs(bound) === Infinity || Number.isInteger(bound * 1024);
const rangeOfSymbol = (domain: Domain | undefined): Range => {
  const range = rangeOfDomain(domain);
  return isDecimalItself(range[0]) && isDecimalItself(range[1]) ? range : widen(range);
};

/** Rounds away from the true value; a zero is exact (`notZero`), and a bound beyond all doubles is still a number. */
const above = (a: number): number =>
  a === 0 || a === Infinity ? a : a === -Infinity ? -Number.MAX_VALUE : a + Math.abs(a) * 2 ** -51 + Number.MIN_VALUE;
const widen = ([low, high]: Range): Range => [
  Number.isNaN(low) ? -Infinity : -above(-low),
  Number.isNaN(high) ? Infinity : above(high),
];
/** A result too small for doubles, on its side of zero: rounded to zero it would be taken for an exact one. */
const notZero = (value: number, isNegative = false): number =>
  value !== 0 ? value : isNegative ? -Number.MIN_VALUE : Number.MIN_VALUE;

/** Adds with directed rounding, exactly where the sum is exact: 1 − x over [0, 1] must stay non-negative. */
const addDown = (a: number, b: number): number => {
  const sum = a + b;
  if (sum === Infinity) return Number.MAX_VALUE;
  const rest = sum - a;
  return a - (sum - rest) + (b - rest) === 0 || !Number.isFinite(sum)
    ? sum
    : sum - Math.abs(sum) * 2 ** -52 - Number.MIN_VALUE;
};
const add = (a: Range, b: Range): Range => {
  const low = addDown(a[0], b[0]);
  const high = -addDown(-a[1], -b[1]);
  return [Number.isNaN(low) ? -Infinity : low, Number.isNaN(high) ? Infinity : high];
};
export const negateRange = ([low, high]: Range): Range => [-high, -low];

const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : notZero(a * b, a < 0 !== b < 0));
const multiply = (a: Range, b: Range): Range => {
  const [p, q, r, s] = [times(a[0], b[0]), times(a[0], b[1]), times(a[1], b[0]), times(a[1], b[1])];
  return widen([Math.min(p, q, r, s), Math.max(p, q, r, s)]);
};
const invert = ([low, high]: Range): Range =>
  low >= 0
    ? widen([1 / high, low === 0 ? Infinity : 1 / low])
    : high <= 0
      ? widen([high === 0 ? -Infinity : 1 / high, 1 / low])
      : EVERYTHING;

const monotone = (range: Range, f: (x: number) => number): Range => {
  const [low, high] = [f(range[0]), f(range[1])];
  return widen([low, high]);
};

const integerPower = (base: Range, integer: number): Range => {
  if (integer === 0) return [1, 1];
  if (integer < 0) return invert(integerPower(base, -integer));
  const raised = (x: number): number => (x === 0 ? 0 : notZero(x ** integer, x < 0 && integer % 2 === 1));
  if (integer % 2 === 1) return monotone(base, raised);
  const far = raised(Math.max(Math.abs(base[0]), Math.abs(base[1])));
  const near = base[0] > 0 || base[1] < 0 ? raised(Math.min(Math.abs(base[0]), Math.abs(base[1]))) : 0;
  return widen([near, far]);
};

/** A negative base has a value for whole exponents only, which a variable exponent may take. */
const power = (base: Range, exponent: Range, exact: Rational | undefined): Range => {
  if (exact?.denominator === 1n) return integerPower(base, Number(exact.numerator));
  if (exact === undefined && base[0] < 0) return EVERYTHING;
  if (base[0] >= 1 && exponent[0] >= 0) return [1, Infinity];
  if (base[0] >= 0 && base[1] <= 1 && exponent[0] >= 0) return [0, 1];
  return NOT_NEGATIVE;
};

/** A product of equal real factors is a square: x·x is not negative. */
const isSquareProduct = (factors: readonly Expr[]): boolean => {
  const left = [...factors];
  while (left.length > 0) {
    const factor = left.pop();
    const twin = left.findIndex((other) => factor !== undefined && sameShape(factor, other));
    if (twin === -1) return false;
    left.splice(twin, 1);
  }
  return true;
};

const FAR_ROUND = 1e6;

/** Sine or cosine over less than a turn: its values at the ends, and ±1 where a quarter turn of the kind (odd ones for the sine) may lie between. */
const circular = ([low, high]: Range, f: (x: number) => number, odd: 0 | 1): Range => {
  if (!(Math.abs(low) < FAR_ROUND && Math.abs(high) < FAR_ROUND && high - low < 6)) return UNIT;
  const [first, last] = [f(low), f(high)];
  let [least, most] = widen([Math.min(first, last), Math.max(first, last)]);
  const quarter = Math.PI / 2;
  for (let k = Math.ceil(low / quarter - 1e-9); k <= high / quarter + 1e-9; k++) {
    if (Math.abs(k) % 2 !== odd) continue;
    if ((((k - odd) % 4) + 4) % 4 === 0) most = 1;
    else least = -1;
  }
  return [Math.max(-1, least), Math.min(1, most)];
};

const rangeOfCall = (name: string, ranges: readonly Range[]): Range => {
  const [first = EVERYTHING] = ranges;
  switch (name) {
    case 'sqrt':
      return monotone([Math.max(0, first[0]), Math.max(0, first[1])], Math.sqrt);
    case 'cbrt':
      return monotone(first, Math.cbrt);
    case 'abs':
      return first[0] >= 0 ? first : first[1] <= 0 ? negateRange(first) : [0, Math.max(-first[0], first[1])];
    case 'exp':
      return monotone(first, (x) => (x === -Infinity ? 0 : notZero(Math.exp(x))));
    case 'ln':
    case 'log10':
    case 'log2': {
      const f = name === 'ln' ? Math.log : name === 'log2' ? Math.log2 : Math.log10;
      return monotone([Math.max(0, first[0]), Math.max(0, first[1])], f);
    }
    case 'min':
      return [Math.min(...ranges.map((range) => range[0])), Math.min(...ranges.map((range) => range[1]))];
    case 'max':
      return [Math.max(...ranges.map((range) => range[0])), Math.max(...ranges.map((range) => range[1]))];
    case 'factorial':
      return [1, Infinity];
    case 'sin':
      return circular(first, Math.sin, 1);
    case 'cos':
      return circular(first, Math.cos, 0);
    case 'tanh':
      return first[0] >= 0 ? [0, 1] : first[1] <= 0 ? [-1, 0] : UNIT;
    case 'cosh':
      return [1, Infinity];
    case 'acos':
      return [0, 3.1415926535897936];
    case 'asin':
    case 'atan':
      return [first[0] >= 0 ? 0 : -1.5707963267948968, first[1] <= 0 ? 0 : 1.5707963267948968];
    case 'sinh':
      return [first[0] >= 0 ? 0 : -Infinity, first[1] <= 0 ? 0 : Infinity];
    default:
      return EVERYTHING;
  }
};

const foldRanges = (
  parts: readonly Expr[],
  domains: Domains,
  combine: (a: Range, b: Range) => Range,
  start: Range,
): Range => {
  let total = start;
  for (const part of parts) total = combine(total, rangeOf(part, domains));
  return total;
};

/** Bounds on the values of `expr` over the domains, by interval arithmetic; infinite where nothing is known. */
export const rangeOf = (expr: Expr, domains: Domains): Range => {
  switch (expr.kind) {
    case 'number': {
      const value = Number(expr.text);
      return isStatedExactly(expr.text, value) ? [value, value] : widen([notZero(value), notZero(value)]);
    }
    case 'constant':
      return widen(expr.name === 'pi' ? [Math.PI, Math.PI] : [Math.E, Math.E]);
    case 'symbol':
      return rangeOfSymbol(Object.hasOwn(domains, expr.name) ? domains[expr.name] : undefined);
    case 'negate':
      return negateRange(rangeOf(expr.argument, domains));
    case 'sum':
      return foldRanges(expr.terms, domains, add, [0, 0]);
    case 'product': {
      const range = foldRanges(expr.factors, domains, multiply, [1, 1]);
      return range[0] < 0 && isSquareProduct(expr.factors) ? [0, range[1]] : range;
    }
    case 'quotient':
      return multiply(rangeOf(expr.numerator, domains), invert(rangeOf(expr.denominator, domains)));
    case 'power': {
      return power(rangeOf(expr.base, domains), rangeOf(expr.exponent, domains), exactValue(expr.exponent));
    }
    case 'call':
      return rangeOfCall(
        expr.name,
        expr.arguments.map((argument) => rangeOf(argument, domains)),
      );
  }
};
