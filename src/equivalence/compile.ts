import type { Expr, FunctionName } from '../types.js';
import { circle } from './emit-circle.js';
import { exponential, generalPower, hyperbolic, logarithm } from './emit-exponentials.js';
import { absolute, HALF, isInteger, raise } from './emit-roots.js';
import { E_SLOT, OP, PI_SLOT, type Program } from './program.js';
import { negateRange } from './ranges.js';
import { addRational, exactValue, ONE, type Rational, rational } from './rational.js';
import {
  add,
  BASE_LEVEL,
  constant,
  DEEPEST_LEVEL,
  divide,
  multiply,
  power,
  rangeFor,
  symbol,
  type SymbolTable,
  unary,
  unknown,
  type Value,
  type Writer,
} from './writer.js';
import { ANGLES } from './worlds.js';

const MOST_FACTORIAL_STEPS = 60;

const sum = (w: Writer, terms: readonly Expr[], world: number): Value => {
  const [first, ...others] = terms;
  if (first === undefined) return constant(w, { numerator: 0n, denominator: 1n }, world);
  let total = w.emit(first, world);
  for (const term of others) {
    total =
      term.kind === 'negate'
        ? add(w, total, w.emit(term.argument, world), world, OP.subtract)
        : add(w, total, w.emit(term, world), world);
  }
  return total;
};

const product = (w: Writer, factors: readonly Expr[], world: number): Value => {
  const [first, ...others] = factors;
  if (first === undefined) return constant(w, ONE, world);
  return others.reduce((total, factor) => multiply(w, total, w.emit(factor, world), world), w.emit(first, world));
};

const extreme = (w: Writer, name: 'min' | 'max', operands: readonly Expr[], world: number): Value => {
  const [first, ...others] = operands;
  if (first === undefined) return constant(w, ONE, world);
  let best = first;
  let total: Value | undefined;
  for (const other of others) {
    const difference: Expr = { kind: 'sum', terms: [best, { kind: 'negate', argument: other }] };
    const range = name === 'max' ? rangeFor(w, difference) : negateRange(rangeFor(w, difference));
    if (total === undefined && range[0] >= 0) continue;
    if (range[1] <= 0 && total === undefined) {
      best = other;
      continue;
    }
    const [left, right]: readonly [Value, Value] = [total ?? w.emit(best, world), w.emit(other, world)];
    w.branches++;
    const gap = unary(w, OP.absolute, world, add(w, left, right, world, OP.subtract));
    const both = add(w, left, right, world);
    total = multiply(
      w,
      add(w, both, gap, world, name === 'max' ? OP.add : OP.subtract),
      constant(w, HALF, world),
      world,
    );
  }
  return total ?? w.emit(best, world);
};

/** n! with the whole part of n split off: (v + 2)! = v! (v + 1)(v + 2). */
const factorial = (w: Writer, of: Expr, world: number): Value => {
  const exact = exactValue({ kind: 'call', name: 'factorial', arguments: [of] });
  if (exact !== undefined) return constant(w, exact, world);
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
    return unknown(w, 'factorial', w.emit(of, world), world);
  }
  const steps = Number(shift.numerator);
  const value = w.emit(inner, world);
  let total = unknown(w, 'factorial', value, world);
  for (let k = Math.min(steps, 0) + 1; k <= Math.max(steps, 0); k++) {
    const factor = add(w, value, constant(w, rational(BigInt(k)) ?? ONE, world), world);
    total = steps > 0 ? multiply(w, total, factor, world) : divide(w, total, factor, world);
  }
  return total;
};

const call = (w: Writer, name: FunctionName, operands: readonly Expr[], world: number): Value => {
  const [of] = operands;
  if (of === undefined) return constant(w, ONE, world);
  switch (name) {
    case 'sqrt':
      return raise(w, of, HALF, world);
    case 'cbrt':
      return power(w, w.emit(of, world), { numerator: 1n, denominator: 3n }, world, OP.cubeRoot);
    case 'abs':
      return absolute(w, of, world);
    case 'exp':
      return exponential(w, of, world);
    case 'ln':
      return logarithm(w, of, world);
    case 'log10':
    case 'log2':
      return divide(
        w,
        logarithm(w, of, world),
        logarithm(w, { kind: 'number', text: name === 'log2' ? '2' : '10' }, world),
        world,
      );
    case 'min':
    case 'max':
      return extreme(w, name, operands, world);
    case 'factorial':
      return factorial(w, of, world);
    case 'sin':
    case 'cos':
    case 'tan': {
      if (world === ANGLES)
        return unknown(w, name, w.emit(of, world), world, name === 'cos' ? OP.opaque : OP.opaqueOdd);
      const [cos, sin] = circle(w, of, world);
      return name === 'sin' ? sin : name === 'cos' ? cos : divide(w, sin, cos, world);
    }
    case 'asin':
    case 'atan':
      return unknown(w, name, w.emit(of, world), world, OP.opaqueOdd);
    case 'acos': {
      const quarter = multiply(w, constant(w, HALF, world), symbol(w, PI_SLOT, world), world);
      return add(w, quarter, unknown(w, 'asin', w.emit(of, world), world, OP.opaqueOdd), world, OP.subtract);
    }
    case 'sinh':
    case 'cosh':
    case 'tanh':
      return hyperbolic(w, name, of, world);
  }
};

const emit = (w: Writer, part: Expr, world: number): Value => {
  switch (part.kind) {
    case 'number': {
      const value = exactValue(part);
      return value === undefined
        ? unknown(w, `number ${part.text}`, constant(w, ONE, world), world)
        : constant(w, value, world);
    }
    case 'constant':
      if (part.name === 'pi') return symbol(w, PI_SLOT, world);
      return world < DEEPEST_LEVEL ? exponential(w, { kind: 'number', text: '1' }, world) : symbol(w, E_SLOT, world);
    case 'symbol':
      return symbol(w, w.symbols.slotOf(part.name), world);
    case 'negate':
      return unary(w, OP.negate, world, w.emit(part.argument, world));
    case 'sum': {
      const value = sum(w, part.terms, world);
      return w.signs ? assertSign(w, part, value, world) : value;
    }
    case 'product':
      return product(w, part.factors, world);
    case 'quotient':
      return divide(w, w.emit(part.numerator, world), w.emit(part.denominator, world), world);
    case 'power': {
      const exponent = exactValue(part.exponent);
      return exponent === undefined
        ? generalPower(w, part.base, part.exponent, world)
        : raise(w, part.base, exponent, world);
    }
    case 'call':
      return call(w, part.name, part.arguments, world);
  }
};

const assertSign = (w: Writer, part: Expr, value: Value, world: number): Value => {
  const [low, high] = rangeFor(w, part);
  if (low >= 0) return unary(w, OP.assertSign, world, value, 1);
  return high <= 0 ? unary(w, OP.assertSign, world, value, -1) : value;
};

/**
 * Compiles a formula; `signs` adds assertions that make points consistent with every sign known from the domains; `start` is the world of the
 * whole.
 */
export const compile = (expr: Expr, symbols: SymbolTable, signs = false, start: number = BASE_LEVEL): Program => {
  const w: Writer = {
    symbols,
    signs,
    code: [],
    constants: [],
    exponents: [],
    registers: 0,
    innerDegree: 0,
    roots: 1,
    branches: 0,
    opaque: false,
    usesAngles: false,
    partial: false,
    solved: [],
    emit: (part, world) => emit(w, part, world),
  };
  const result = emit(w, expr, start);
  return {
    code: w.code,
    registers: w.registers,
    result: result.register,
    constants: w.constants,
    exponents: w.exponents,
    above: result.above,
    below: result.below,
    roots: w.roots,
    degree: (result.above + result.below) * w.roots,
    innerDegree: w.innerDegree * w.roots,
    branches: w.branches,
    opaque: w.opaque,
    usesAngles: w.usesAngles,
    partial: w.partial,
    resolved: [],
    scratch: [],
  };
};
