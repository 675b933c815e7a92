import { children, sameShape } from '../expression/index.js';
import type { Domains, Expr, FunctionName } from '../types.js';
import { splitAngle } from './angles.js';
import { hashText } from './modular.js';
import { E_SLOT, OP, PI_SLOT, type Program } from './program.js';
import { addRational, exactValue, multiplyRational, ONE, type Rational, rational } from './rational.js';
import { negateRange, type Range, rangeOf } from './ranges.js';
import { ANGLES } from './worlds.js';

/** What the compiler must know of the symbols: where their values lie, and which of them were drawn as powers of the base of exp. */
export type SymbolTable = {
  readonly domains: Domains;
  readonly slotOf: (name: string) => number;
  readonly knowsLogarithm: (name: string) => boolean;
};
/** The level at which whole formulas are evaluated: one above, for arguments of logarithms, and one below, for exponents. */
export const BASE_LEVEL = 1;
const DEEPEST_LEVEL = 2;
const MOST_FACTORIAL_STEPS = 60;

/** A register with degree bounds of its value as a fraction. */
type Value = { readonly register: number; readonly above: number; readonly below: number };

const HALF: Rational = { numerator: 1n, denominator: 2n };
const isInteger = (r: Rational): boolean => r.denominator === 1n;

/**
 * Compiles a formula; `signs` adds assertions that make points consistent with every sign known from the domains;
 * `start` is the world of the whole. */
export const compile = (expr: Expr, symbols: SymbolTable, signs = false, start: number = BASE_LEVEL): Program => {
  const code: number[] = [];
  const constants: Rational[] = [];
  const exponents: Rational[] = [];
  let registers = 0;
  let innerDegree = 0;
  let branches = 0;
  let opaque = false;
  let usesAngles = false;

  const rangeFor = (part: Expr): Range => rangeOf(part, symbols.domains);
  const isNotNegative = (part: Expr): boolean => rangeFor(part)[0] >= 0;
  const isNotPositive = (part: Expr): boolean => rangeFor(part)[1] <= 0;

  const write = (op: number, world: number, a: number, b: number): number => {
    code.push(op, world, registers, a, b);
    return registers++;
  };
  const unary = (op: number, world: number, a: Value, b = 0): Value => ({
    ...a,
    register: write(op, world, a.register, b),
  });

  const constant = (value: Rational, world: number): Value => {
    constants.push(value);
    return { register: write(OP.constant, world, constants.length - 1, 0), above: 0, below: 0 };
  };
  const symbol = (slot: number, world: number): Value => ({
    register: write(OP.symbol, world, slot, 0),
    above: 1,
    below: 0,
  });
  const add = (a: Value, b: Value, world: number, op: number = OP.add): Value => ({
    register: write(op, world, a.register, b.register),
    above: Math.max(a.above + b.below, b.above + a.below),
    below: a.below + b.below,
  });
  const multiply = (a: Value, b: Value, world: number): Value => ({
    register: write(OP.multiply, world, a.register, b.register),
    above: a.above + b.above,
    below: a.below + b.below,
  });
  const divide = (a: Value, b: Value, world: number): Value => ({
    register: write(OP.divide, world, a.register, b.register),
    above: a.above + b.below,
    below: a.below + b.above,
  });
  const invert = (a: Value, world: number): Value => ({
    register: write(OP.invert, world, a.register, 0),
    above: a.below,
    below: a.above,
  });
  const power = (a: Value, exponent: Rational, world: number, op: number = OP.power): Value => {
    exponents.push(exponent);
    const scale = Math.abs(Number(exponent.numerator)) / Number(exponent.denominator);
    const register = write(op, world, a.register, exponents.length - 1);
    const [above, below] = exponent.numerator < 0n ? [a.below, a.above] : [a.above, a.below];
    return { register, above: above * scale, below: below * scale };
  };
  const fresh = (register: number, inner: Value): Value => {
    innerDegree += inner.above + inner.below;
    return { register, above: 1, below: 0 };
  };
  const unknown = (name: string, a: Value, world: number, op: number = OP.opaque): Value => {
    opaque = true;
    return fresh(write(op, world, a.register, hashText(name) | 0), a);
  };
  const sum = (terms: readonly Expr[], world: number): Value => {
    const [first, ...others] = terms;
    if (first === undefined) return constant({ numerator: 0n, denominator: 1n }, world);
    let total = emit(first, world);
    for (const term of others) {
      total =
        term.kind === 'negate'
          ? add(total, emit(term.argument, world), world, OP.subtract)
          : add(total, emit(term, world), world);
    }
    return total;
  };
  const product = (factors: readonly Expr[], world: number): Value => {
    const [first, ...others] = factors;
    if (first === undefined) return constant(ONE, world);
    return others.reduce((total, factor) => multiply(total, emit(factor, world), world), emit(first, world));
  };

  /** base^exponent for a rational exponent: squares come out of roots as absolute values, factors of known sign one by one. */
  const raise = (base: Expr, exponent: Rational, world: number): Value => {
    if (isInteger(exponent)) {
      if (exponent.numerator === 1n) return emit(base, world);
      return power(emit(base, world), exponent, world);
    }
    const exact = exactValue(base);
    if (exact !== undefined) return raiseConstant(exact, exponent, world);
    const again = (inner: Expr, factor: Rational): Value | undefined => {
      const combined = multiplyRational(exponent, factor);
      return combined === undefined ? undefined : raise(inner, combined, world);
    };
    let value: Value | undefined;
    if (base.kind === 'product') value = raiseProduct(base.factors, exponent, world);
    else if (base.kind === 'quotient' && isNotNegative(base.denominator)) {
      value = divide(raise(base.numerator, exponent, world), raise(base.denominator, exponent, world), world);
    } else if (base.kind === 'power') {
      const inner = exactValue(base.exponent);
      if (inner !== undefined && inner.numerator !== 0n) {
        if (!isInteger(inner) || isNotNegative(base.base)) value = again(base.base, inner);
        else if (inner.numerator % 2n === 0n)
          value = again({ kind: 'call', name: 'abs', arguments: [base.base] }, inner);
      }
    } else if (base.kind === 'call' && base.arguments[0] !== undefined) {
      const [of] = base.arguments;
      if (base.name === 'sqrt') value = again(of, HALF);
      else if (base.name === 'abs' && exponent.numerator % 2n === 0n) value = undefined;
    }
    if (value !== undefined) return value;
    const simple = base.kind === 'symbol' || base.kind === 'constant' || base.kind === 'call';
    if (!simple) branches++;
    return power(emit(base, world), exponent, world, OP.root);
  };

  const raiseProduct = (factors: readonly Expr[], exponent: Rational, world: number): Value | undefined => {
    const free: Expr[] = [];
    const bound: Expr[] = [];
    let sign = 1;
    for (const factor of factors) {
      if (isNotNegative(factor)) free.push(factor);
      else if (isNotPositive(factor)) {
        sign = -sign;
        free.push({ kind: 'negate', argument: factor });
      } else if (factor.kind === 'power' && isEven(factor.exponent)) free.push(factor);
      else bound.push(factor);
    }
    pairUp(bound, free);
    if (sign < 0) bound.push({ kind: 'number', text: '-1' });
    if (free.length === 0) return undefined;
    let total = free.map((factor) => raise(factor, exponent, world)).reduce((a, b) => multiply(a, b, world));
    if (bound.length > 0) {
      const [only] = bound;
      const rest: Expr = bound.length === 1 && only !== undefined ? only : { kind: 'product', factors: bound };
      branches++;
      const root =
        rest.kind === 'product' ? power(emit(rest, world), exponent, world, OP.root) : raise(rest, exponent, world);
      total = multiply(total, root, world);
    }
    return total;
  };

  const raiseConstant = (base: Rational, exponent: Rational, world: number): Value => {
    if (base.numerator <= 0n) return power(constant(base, world), exponent, world, OP.root);
    let total: Value | undefined;
    for (const [prime, times] of factorise(base)) {
      const combined = multiplyRational(exponent, { numerator: BigInt(times), denominator: 1n }) ?? exponent;
      const part = power(constant(prime, world), combined, world, isInteger(combined) ? OP.power : OP.root);
      total = total === undefined ? part : multiply(total, part, world);
    }
    return total ?? constant(ONE, world);
  };

  const absolute = (of: Expr, world: number): Value => {
    if (isNotNegative(of)) return emit(of, world);
    if (isNotPositive(of)) return unary(OP.negate, world, emit(of, world));
    if (of.kind === 'negate') return absolute(of.argument, world);
    if (of.kind === 'product')
      return of.factors.map((factor) => absolute(factor, world)).reduce((a, b) => multiply(a, b, world));
    if (of.kind === 'quotient') return divide(absolute(of.numerator, world), absolute(of.denominator, world), world);
    branches++;
    return unary(OP.absolute, world, emit(of, world));
  };

  const exponential = (exponent: Expr, world: number): Value => {
    const argument = exponent;
    if (world >= DEEPEST_LEVEL) return unknown('exp', emit(argument, world), world);
    const inner = emit(argument, world + 1);
    return fresh(write(OP.exponential, world, inner.register, 0), inner);
  };

  const logarithm = (of: Expr, world: number): Value => {
    if (of.kind === 'constant' && of.name === 'e') return constant(ONE, world);
    const split = splitLogarithm(of, world);
    if (split !== undefined) return split;
    if (world === ANGLES || world === 0) return unknown('ln', emit(of, world), world);
    if (of.kind === 'constant') return { register: write(OP.logarithmOfSymbol, world, PI_SLOT, 0), above: 1, below: 0 };
    if (of.kind === 'symbol' && symbols.knowsLogarithm(of.name)) {
      return { register: write(OP.logarithmOfSymbol, world, symbols.slotOf(of.name), 0), above: 1, below: 0 };
    }
    const inner = emit(of, world - 1);
    return fresh(write(OP.logarithm, world, inner.register, 0), inner);
  };

  /** ln of products, quotients, powers and exponentials, where the parts are known to be positive. */
  const splitLogarithm = (of: Expr, world: number): Value | undefined => {
    switch (of.kind) {
      case 'product':
        if (!of.factors.every(isNotNegative)) return undefined;
        return of.factors.map((factor) => logarithm(factor, world)).reduce((a, b) => add(a, b, world));
      case 'quotient':
        if (!isNotNegative(of.denominator)) return undefined;
        return add(logarithm(of.numerator, world), logarithm(of.denominator, world), world, OP.subtract);
      case 'power': {
        if (!isNotNegative(of.base)) return undefined;
        return multiply(emit(of.exponent, world), logarithm(of.base, world), world);
      }
      case 'call': {
        const [argument] = of.arguments;
        if (argument === undefined) return undefined;
        if (of.name === 'exp') return emit(argument, world);
        if (of.name === 'sqrt') return multiply(constant(HALF, world), logarithm(argument, world), world);
        return undefined;
      }
      default:
        return undefined;
    }
  };

  const generalPower = (base: Expr, exponent: Expr, world: number): Value => {
    if (base.kind === 'constant' && base.name === 'e') return exponential(exponent, world);
    if (base.kind === 'call' && base.name === 'exp' && base.arguments[0] !== undefined) {
      return exponential({ kind: 'product', factors: [base.arguments[0], exponent] }, world);
    }
    if (world >= DEEPEST_LEVEL) {
      opaque = true;
      const [left, right] = [emit(base, world), emit(exponent, world)];
      const aligned = write(OP.negate, world, left.register, 0);
      write(OP.negate, world, right.register, 0);
      return fresh(write(OP.opaquePair, world, aligned, hashText('power') | 0), add(left, right, world));
    }
    const [left, right] = [emit(base, world), emit(exponent, world + 1)];
    innerDegree += left.above + left.below;
    return fresh(write(OP.generalPower, world, left.register, right.register), right);
  };

  /** cos and sin of an angle, as a pair of values in neighbouring registers or on their own. */
  const circle = (argument: Expr, world: number): readonly [Value, Value] => {
    const level = world;
    const angle = splitAngle(argument);
    const order = 480 / 2 ** level;
    const units = (angle.turns.numerator * BigInt(order / 2)) / angle.turns.denominator;
    const divides =
      angle.turns.denominator !== 0n && (angle.turns.numerator * BigInt(order / 2)) % angle.turns.denominator === 0n;
    if (angle.turns.numerator !== 0n && !divides && angle.rest.length + angle.arcs.length === 0) {
      return plainCircle(argument, world);
    }
    if (!divides) return plainCircle(argument, world);
    const turn = Number(((units % BigInt(order)) + BigInt(order)) % BigInt(order));
    let total: readonly [Value, Value] | undefined;
    usesAngles = true;
    if (angle.rest.length > 0 || turn !== 0 || angle.arcs.length === 0) {
      let inner: Value | undefined;
      for (const { times, of } of angle.rest) {
        // π among other things is no turn: its relation to the turns is lost.
        if (holdsPi(of)) opaque = true;
        const term = emit(of, ANGLES);
        const isOne = times.numerator === 1n && times.denominator === 1n;
        const part = isOne ? term : multiply(constant(times, ANGLES), term, ANGLES);
        inner = inner === undefined ? part : add(inner, part, ANGLES);
      }
      total = writeCircle(inner, turn, world);
    }
    for (const { times, name, of } of angle.arcs) {
      const arc = arcPoint(name, of, world);
      const point: readonly [Value, Value] = times < 0 ? [arc[0], unary(OP.negate, world, arc[1])] : arc;
      for (let k = 0; k < Math.abs(times); k++) total = total === undefined ? point : rotate(total, point, world);
    }
    return total ?? writeCircle(undefined, 0, world);
  };
  const plainCircle = (argument: Expr, world: number): readonly [Value, Value] => {
    usesAngles = true;
    opaque = true;
    return writeCircle(emit(argument, ANGLES), 0, world);
  };
  const writeCircle = (inner: Value | undefined, turn: number, world: number): readonly [Value, Value] => {
    const cos = write(OP.circle, world, inner?.register ?? -1, turn);
    const sin = registers++;
    innerDegree += inner === undefined ? 0 : inner.above + inner.below;
    const degree = inner === undefined ? 0 : 2;
    return [
      { register: cos, above: degree, below: degree },
      { register: sin, above: degree, below: degree },
    ];
  };
  const rotate = (a: readonly [Value, Value], b: readonly [Value, Value], world: number): readonly [Value, Value] => [
    add(multiply(a[0], b[0], world), multiply(a[1], b[1], world), world, OP.subtract),
    add(multiply(a[0], b[1], world), multiply(a[1], b[0], world), world),
  ];
  /** The point at asin u, acos u or atan u: its cosine, or for the sine of acos u that, is never negative. */
  const arcPoint = (name: 'asin' | 'acos' | 'atan', of: Expr, world: number): readonly [Value, Value] => {
    const value = emit(of, world);
    const square = multiply(value, value, world);
    const one = constant(ONE, world);
    branches++;
    if (name === 'atan') {
      const length = power(add(one, square, world), HALF, world, OP.root);
      return [invert(length, world), divide(value, length, world)];
    }
    const other = power(add(one, square, world, OP.subtract), HALF, world, OP.root);
    return name === 'asin' ? [other, value] : [value, other];
  };

  const hyperbolic = (name: 'sinh' | 'cosh' | 'tanh', of: Expr, world: number): Value => {
    const up = exponential(of, world);
    const down = invert(up, world);
    const [odd, even] = [
      name === 'cosh' ? up : add(up, down, world, OP.subtract),
      name === 'sinh' ? up : add(up, down, world),
    ];
    if (name === 'tanh') return divide(odd, even, world);
    return multiply(name === 'sinh' ? odd : even, constant(HALF, world), world);
  };

  const extreme = (name: 'min' | 'max', operands: readonly Expr[], world: number): Value => {
    const [first, ...others] = operands;
    if (first === undefined) return constant(ONE, world);
    let best = first;
    let total: Value | undefined;
    for (const other of others) {
      const difference: Expr = { kind: 'sum', terms: [best, { kind: 'negate', argument: other }] };
      const range = name === 'max' ? rangeFor(difference) : negateRange(rangeFor(difference));
      if (total === undefined && range[0] >= 0) continue;
      if (range[1] <= 0 && total === undefined) {
        best = other;
        continue;
      }
      const [left, right]: readonly [Value, Value] = [total ?? emit(best, world), emit(other, world)];
      branches++;
      const gap = unary(OP.absolute, world, add(left, right, world, OP.subtract));
      const both = add(left, right, world);
      total = multiply(add(both, gap, world, name === 'max' ? OP.add : OP.subtract), constant(HALF, world), world);
    }
    return total ?? emit(best, world);
  };

  /** n! with the whole part of n split off: (v + 2)! = v! (v + 1)(v + 2). */
  const factorial = (of: Expr, world: number): Value => {
    const exact = exactValue({ kind: 'call', name: 'factorial', arguments: [of] });
    if (exact !== undefined) return constant(exact, world);
    const terms = of.kind === 'sum' ? of.terms : [of];
    let shift: Rational | undefined = { numerator: 0n, denominator: 1n };
    const rest = terms.filter((term) => {
      const value = exactValue(term);
      if (value === undefined || shift === undefined) return true;
      shift = addRational(shift, value);
      return false;
    });
    const inner: Expr = { kind: 'sum', terms: rest };
    if (
      shift === undefined ||
      !isInteger(shift) ||
      Math.abs(Number(shift.numerator)) > MOST_FACTORIAL_STEPS ||
      rest.length === 0
    ) {
      return unknown('factorial', emit(of, world), world);
    }
    const steps = Number(shift.numerator);
    const value = emit(inner, world);
    let total = unknown('factorial', value, world);
    for (let k = Math.min(steps, 0) + 1; k <= Math.max(steps, 0); k++) {
      const factor = add(value, constant(rational(BigInt(k)) ?? ONE, world), world);
      total = steps > 0 ? multiply(total, factor, world) : divide(total, factor, world);
    }
    return total;
  };

  const call = (name: FunctionName, operands: readonly Expr[], world: number): Value => {
    const [of] = operands;
    if (of === undefined) return constant(ONE, world);
    switch (name) {
      case 'sqrt':
        return raise(of, HALF, world);
      case 'cbrt':
        return power(emit(of, world), { numerator: 1n, denominator: 3n }, world, OP.cubeRoot);
      case 'abs':
        return absolute(of, world);
      case 'exp':
        return exponential(of, world);
      case 'ln':
        return logarithm(of, world);
      case 'log10':
      case 'log2':
        return divide(
          logarithm(of, world),
          logarithm({ kind: 'number', text: name === 'log2' ? '2' : '10' }, world),
          world,
        );
      case 'min':
      case 'max':
        return extreme(name, operands, world);
      case 'factorial':
        return factorial(of, world);
      case 'sin':
      case 'cos':
      case 'tan': {
        if (world === ANGLES) return unknown(name, emit(of, world), world, name === 'cos' ? OP.opaque : OP.opaqueOdd);
        const [cos, sin] = circle(of, world);
        return name === 'sin' ? sin : name === 'cos' ? cos : divide(sin, cos, world);
      }
      case 'asin':
      case 'atan':
        return unknown(name, emit(of, world), world, OP.opaqueOdd);
      case 'acos': {
        const quarter = multiply(constant(HALF, world), symbol(PI_SLOT, world), world);
        return add(quarter, unknown('asin', emit(of, world), world, OP.opaqueOdd), world, OP.subtract);
      }
      case 'sinh':
      case 'cosh':
      case 'tanh':
        return hyperbolic(name, of, world);
    }
  };

  function emit(part: Expr, world: number): Value {
    switch (part.kind) {
      case 'number': {
        const value = exactValue(part);
        return value === undefined
          ? unknown(`number ${part.text}`, constant(ONE, world), world)
          : constant(value, world);
      }
      case 'constant':
        if (part.name === 'pi') return symbol(PI_SLOT, world);
        return world < DEEPEST_LEVEL ? exponential({ kind: 'number', text: '1' }, world) : symbol(E_SLOT, world);
      case 'symbol':
        return symbol(symbols.slotOf(part.name), world);
      case 'negate':
        return unary(OP.negate, world, emit(part.argument, world));
      case 'sum': {
        const value = sum(part.terms, world);
        return signs ? assertSign(part, value, world) : value;
      }
      case 'product':
        return product(part.factors, world);
      case 'quotient':
        return divide(emit(part.numerator, world), emit(part.denominator, world), world);
      case 'power': {
        const exponent = exactValue(part.exponent);
        return exponent === undefined
          ? generalPower(part.base, part.exponent, world)
          : raise(part.base, exponent, world);
      }
      case 'call':
        return call(part.name, part.arguments, world);
    }
  }

  const assertSign = (part: Expr, value: Value, world: number): Value => {
    const [low, high] = rangeFor(part);
    if (low >= 0) return unary(OP.assertSign, world, value, 1);
    return high <= 0 ? unary(OP.assertSign, world, value, -1) : value;
  };

  const result = emit(expr, start);
  return {
    code: Int32Array.from(code),
    registers,
    result: result.register,
    constants,
    exponents,
    degree: result.above + result.below,
    innerDegree,
    branches,
    opaque,
    usesAngles,
    signs,
    resolved: new Map(),
    scratch: new Float64Array(registers),
  };
};

const isEven = (exponent: Expr): boolean => {
  const value = exactValue(exponent);
  return value !== undefined && isInteger(value) && value.numerator % 2n === 0n && value.numerator !== 0n;
};

export const holdsPi = (expr: Expr): boolean =>
  expr.kind === 'constant' ? expr.name === 'pi' : children(expr).some(holdsPi);

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
export const factorise = (value: Rational): readonly (readonly [Rational, number])[] => {
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
