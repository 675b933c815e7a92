import { children } from '../expression/index.js';
import type { Expr, FunctionName } from '../types.js';
import { HALF, isSimple } from './emit-roots.js';
import { hashText } from './modular.js';
import { OP, PI_SLOT } from './program.js';
import { ONE } from './rational.js';
import {
  add,
  constant,
  DEEPEST_LEVEL,
  divide,
  fresh,
  invert,
  isNotNegative,
  multiply,
  unknown,
  type Value,
  write,
  type Writer,
} from './writer.js';
import { ANGLES } from './worlds.js';

export const exponential = (w: Writer, argument: Expr, world: number): Value => {
  if (world >= DEEPEST_LEVEL) return unknown(w, 'exp', w.emit(argument, world), world);
  if (holdsChosenLogarithm(w, argument)) w.branches++;
  const inner = w.emit(argument, world + 1);
  return fresh(w, write(w, OP.exponential, world, inner.register, 0), inner);
};

/** Half a logarithm makes a root, of which one sign is chosen: e^(ln(u²)/2) is |u|. */
const holdsChosenLogarithm = (w: Writer, expr: Expr): boolean =>
  (expr.kind === 'call' && isLogarithm(expr.name) && expr.arguments.some((of) => !isSimple(w, of))) ||
  children(expr).some((part) => holdsChosenLogarithm(w, part));

const isLogarithm = (name: FunctionName): boolean => name === 'ln' || name === 'log2' || name === 'log10';

export const logarithm = (w: Writer, of: Expr, world: number): Value => {
  if (of.kind === 'constant' && of.name === 'e') return constant(w, ONE, world);
  const split = splitLogarithm(w, of, world);
  if (split !== undefined) return split;
  if (world === ANGLES || world === 0) return unknown(w, 'ln', w.emit(of, world), world);
  if (of.kind === 'constant')
    return { register: write(w, OP.logarithmOfSymbol, world, PI_SLOT, 0), above: 1, below: 0 };
  if (of.kind === 'symbol' && w.symbols.knowsLogarithm(of.name)) {
    return { register: write(w, OP.logarithmOfSymbol, world, w.symbols.slotOf(of.name), 0), above: 1, below: 0 };
  }
  const inner = w.emit(of, world - 1);
  return fresh(w, write(w, OP.logarithm, world, inner.register, 0), inner);
};

/** ln of products, quotients, powers and exponentials, where the parts are known to be positive. */
const splitLogarithm = (w: Writer, of: Expr, world: number): Value | undefined => {
  switch (of.kind) {
    case 'product':
      if (!of.factors.every((factor) => isNotNegative(w, factor))) return undefined;
      return of.factors.map((factor) => logarithm(w, factor, world)).reduce((a, b) => add(w, a, b, world));
    case 'quotient':
      if (!isNotNegative(w, of.denominator)) return undefined;
      return add(w, logarithm(w, of.numerator, world), logarithm(w, of.denominator, world), world, OP.subtract);
    case 'power': {
      if (!isNotNegative(w, of.base)) return undefined;
      return multiply(w, w.emit(of.exponent, world), logarithm(w, of.base, world), world);
    }
    case 'call': {
      const [argument] = of.arguments;
      if (argument === undefined) return undefined;
      if (of.name === 'exp') return w.emit(argument, world);
      if (of.name === 'sqrt') return multiply(w, constant(w, HALF, world), logarithm(w, argument, world), world);
      return undefined;
    }
    default:
      return undefined;
  }
};

export const generalPower = (w: Writer, base: Expr, exponent: Expr, world: number): Value => {
  if (base.kind === 'constant' && base.name === 'e') return exponential(w, exponent, world);
  if (base.kind === 'call' && base.name === 'exp' && base.arguments[0] !== undefined) {
    return exponential(w, { kind: 'product', factors: [base.arguments[0], exponent] }, world);
  }
  if (world >= DEEPEST_LEVEL) {
    w.opaque = true;
    const [left, right] = [w.emit(base, world), w.emit(exponent, world)];
    const aligned = write(w, OP.negate, world, left.register, 0);
    write(w, OP.negate, world, right.register, 0);
    return fresh(w, write(w, OP.opaquePair, world, aligned, hashText('power') | 0), add(w, left, right, world));
  }
  if (!isSimple(w, base) || holdsChosenLogarithm(w, exponent)) w.branches++;
  const [left, right] = [w.emit(base, world), w.emit(exponent, world + 1)];
  w.innerDegree += left.above + left.below;
  return fresh(w, write(w, OP.generalPower, world, left.register, right.register), right);
};

export const hyperbolic = (w: Writer, name: 'sinh' | 'cosh' | 'tanh', of: Expr, world: number): Value => {
  const up = exponential(w, of, world);
  const down = invert(w, up, world);
  const [odd, even] = [
    name === 'cosh' ? up : add(w, up, down, world, OP.subtract),
    name === 'sinh' ? up : add(w, up, down, world),
  ];
  if (name === 'tanh') return divide(w, odd, even, world);
  return multiply(w, name === 'sinh' ? odd : even, constant(w, HALF, world), world);
};
