import { sameShape } from '../expression/index.js';
import type { Expr } from '../types.js';
import { OP } from './program.js';
import { exactValue, multiplyRational, ONE, type Rational } from './rational.js';
import {
  BASE_LEVEL,
  constant,
  divide,
  isNotNegative,
  isNotPositive,
  multiply,
  power,
  unary,
  type Value,
  type Writer,
} from './writer.js';

export const HALF: Rational = { numerator: 1n, denominator: 2n };
export const isInteger = (r: Rational): boolean => r.denominator === 1n;

/** A root of more than a symbol is one of two as its sign is chosen, and stands for all its conjugates. */
const chooseRoot = (w: Writer, { denominator }: Rational): void => {
  w.branches++;
  w.roots *= Math.ceil(Number(denominator) / 2);
};

/** What is no square of anything else: a free symbol, a constant, or an exponential, whose root is one, too. */
export const isSimple = (w: Writer, base: Expr): boolean => {
  if (base.kind === 'symbol') return w.symbols.solvedBy(w.symbols.slotOf(base.name), BASE_LEVEL) === undefined;
  if (base.kind === 'power') return base.base.kind === 'constant';
  return base.kind === 'constant' || base.kind === 'number' || (base.kind === 'call' && base.name === 'exp');
};

/** base^exponent for a rational exponent: squares come out of roots as absolute values, factors of known sign one by one. */
export const raise = (w: Writer, base: Expr, exponent: Rational, world: number): Value => {
  if (isInteger(exponent)) {
    if (exponent.numerator === 1n) return w.emit(base, world);
    return power(w, w.emit(base, world), exponent, world);
  }
  const exact = exactValue(base);
  if (exact !== undefined) return raiseConstant(w, exact, exponent, world);
  const again = (inner: Expr, factor: Rational): Value | undefined => {
    const combined = multiplyRational(exponent, factor);
    return combined === undefined ? undefined : raise(w, inner, combined, world);
  };
  let value: Value | undefined;
  if (base.kind === 'product') value = raiseProduct(w, base.factors, exponent, world);
  else if (base.kind === 'quotient' && isNotNegative(w, base.denominator)) {
    value = divide(w, raise(w, base.numerator, exponent, world), raise(w, base.denominator, exponent, world), world);
  } else if (base.kind === 'power') {
    const inner = exactValue(base.exponent);
    if (inner !== undefined && inner.numerator !== 0n) {
      if (!isInteger(inner) || isNotNegative(w, base.base)) value = again(base.base, inner);
      else if (inner.numerator % 2n === 0n) value = again({ kind: 'call', name: 'abs', arguments: [base.base] }, inner);
    }
  } else if (base.kind === 'call' && base.arguments[0] !== undefined) {
    const [of] = base.arguments;
    if (base.name === 'sqrt') value = again(of, HALF);
    else if (base.name === 'abs' && exponent.numerator % 2n === 0n) value = undefined;
  }
  if (value !== undefined) return value;
  if (!isSimple(w, base)) chooseRoot(w, exponent);
  return power(w, w.emit(base, world), exponent, world, OP.root);
};

const raiseProduct = (w: Writer, factors: readonly Expr[], exponent: Rational, world: number): Value | undefined => {
  const free: Expr[] = [];
  const bound: Expr[] = [];
  let sign = 1;
  for (const factor of factors) {
    if (isNotNegative(w, factor)) free.push(factor);
    else if (isNotPositive(w, factor)) {
      sign = -sign;
      free.push({ kind: 'negate', argument: factor });
    } else if (factor.kind === 'power' && isEven(factor.exponent)) free.push(factor);
    else bound.push(factor);
  }
  pairUp(bound, free);
  if (sign < 0) bound.push({ kind: 'number', text: '-1' });
  if (free.length === 0) return undefined;
  let total = free.map((factor) => raise(w, factor, exponent, world)).reduce((a, b) => multiply(w, a, b, world));
  if (bound.length > 0) {
    const [only] = bound;
    const rest: Expr = bound.length === 1 && only !== undefined ? only : { kind: 'product', factors: bound };
    chooseRoot(w, exponent);
    const root =
      rest.kind === 'product'
        ? power(w, w.emit(rest, world), exponent, world, OP.root)
        : raise(w, rest, exponent, world);
    total = multiply(w, total, root, world);
  }
  return total;
};

const raiseConstant = (w: Writer, base: Rational, exponent: Rational, world: number): Value => {
  if (base.numerator <= 0n) return power(w, constant(w, base, world), exponent, world, OP.root);
  let total: Value | undefined;
  for (const [prime, times] of factorise(base)) {
    const combined = multiplyRational(exponent, { numerator: BigInt(times), denominator: 1n }) ?? exponent;
    const part = power(w, constant(w, prime, world), combined, world, isInteger(combined) ? OP.power : OP.root);
    total = total === undefined ? part : multiply(w, total, part, world);
  }
  return total ?? constant(w, ONE, world);
};

export const absolute = (w: Writer, of: Expr, world: number): Value => {
  if (isNotNegative(w, of)) return w.emit(of, world);
  if (isNotPositive(w, of)) return unary(w, OP.negate, world, w.emit(of, world));
  if (of.kind === 'negate') return absolute(w, of.argument, world);
  if (of.kind === 'product')
    return of.factors.map((factor) => absolute(w, factor, world)).reduce((a, b) => multiply(w, a, b, world));
  if (of.kind === 'quotient')
    return divide(w, absolute(w, of.numerator, world), absolute(w, of.denominator, world), world);
  w.branches++;
  return unary(w, OP.absolute, world, w.emit(of, world));
};

const isEven = (exponent: Expr): boolean => {
  const value = exactValue(exponent);
  return value !== undefined && isInteger(value) && value.numerator % 2n === 0n && value.numerator !== 0n;
};

/** Moves factors that stand twice to the free ones, as even powers. */
const pairUp = (bound: Expr[], free: Expr[]): void => {
  for (let i = 0; i < bound.length; i++) {
    const factor = bound[i];
    const twin = factor === undefined ? -1 : bound.findIndex((other, j) => j > i && sameShape(other, factor));
    if (twin === -1 || factor === undefined) continue;
    bound.splice(twin, 1);
    bound.splice(i, 1);
    i--;
    free.push({ kind: 'power', base: factor, exponent: { kind: 'number', text: '2' } });
  }
};

/** Prime factors with their exponents, negative for the denominator; what trial division leaves counts as one factor. */
const factorise = (value: Rational): readonly (readonly [Rational, number])[] => {
  const factors: [Rational, number][] = [];
  for (const [start, sign] of [
    [value.numerator, 1],
    [value.denominator, -1],
  ] as const) {
    let rest = start;
    for (let prime = 2n; prime < 1000n && prime * prime <= rest; prime++) {
      let times = 0;
      while (rest % prime === 0n) {
        rest /= prime;
        times++;
      }
      if (times > 0) factors.push([{ numerator: prime, denominator: 1n }, sign * times]);
    }
    const root =
      rest > 1n
        ? exactValue({ kind: 'call', name: 'sqrt', arguments: [{ kind: 'number', text: `${rest}` }] })
        : undefined;
    if (root !== undefined) factors.push([root, 2 * sign]);
    else if (rest > 1n) factors.push([{ numerator: rest, denominator: 1n }, sign]);
  }
  return factors;
};
