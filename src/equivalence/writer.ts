import type { Domains, Expr } from '../types.js';
import { hashText } from './modular.js';
import { OP, type Program } from './program.js';
import type { Rational } from './rational.js';
import { type Range, rangeOf } from './ranges.js';

/** What the compiler must know of the symbols: where their values lie, and which of them were drawn as powers of the base of exp. */
export type SymbolTable = {
  readonly domains: Domains;
  readonly slotOf: (name: string) => number;
  readonly knowsLogarithm: (name: string) => boolean;
  /** The program that determines a symbol in a world, if an identity does. */
  readonly solvedBy: (slot: number, world: number) => Program | undefined;
};

/** The level at which whole formulas are evaluated: one above, for arguments of logarithms, and one below, for exponents. */
export const BASE_LEVEL = 1;
export const DEEPEST_LEVEL = 2;

/** A register with bounds on the degree of its value as a fraction. */
export type Value = { readonly register: number; readonly above: number; readonly below: number };

/** A program while it is written; the counts are explained at `Program`. */
export type Writer = {
  readonly symbols: SymbolTable;
  /** Write assertions of the signs that the domains imply. */
  readonly signs: boolean;
  readonly code: number[];
  readonly constants: Rational[];
  readonly exponents: Rational[];
  registers: number;
  innerDegree: number;
  /** With t^roots in place of each symbol no root of one is left, so degrees are that many times larger; roots of sums have further conjugates. */
  roots: number;
  branches: number;
  opaque: boolean;
  usesAngles: boolean;
  partial: boolean;
  /** The programs of solved symbols that are accounted for. */
  readonly solved: Program[];
  /** Writes the code of a part in a world. */
  readonly emit: (part: Expr, world: number) => Value;
};

export const write = (w: Writer, op: number, world: number, a: number, b: number): number => {
  w.partial ||= op === OP.root || op === OP.logarithm || op === OP.generalPower;
  w.code.push(op, world, w.registers, a, b);
  return w.registers++;
};

export const rangeFor = (w: Writer, part: Expr): Range => rangeOf(part, w.symbols.domains);

export const isNotNegative = (w: Writer, part: Expr): boolean => rangeFor(w, part)[0] >= 0;

export const isNotPositive = (w: Writer, part: Expr): boolean => rangeFor(w, part)[1] <= 0;

export const unary = (w: Writer, op: number, world: number, a: Value, b = 0): Value => ({
  ...a,
  register: write(w, op, world, a.register, b),
});

export const constant = (w: Writer, value: Rational, world: number): Value => {
  w.constants.push(value);
  return { register: write(w, OP.constant, world, w.constants.length - 1, 0), above: 0, below: 0 };
};

const commonDivisor = (a: number, b: number): number => (b === 0 ? a : commonDivisor(b, a % b));

/** A symbol that an identity determines is no independent quantity: it brings along what the formula that it stands for is made of. */
export const symbol = (w: Writer, slot: number, world: number): Value => {
  const register = write(w, OP.symbol, world, slot, 0);
  const solved = w.symbols.solvedBy(slot, world);
  if (solved === undefined) return { register, above: 1, below: 0 };
  if (!w.solved.includes(solved)) {
    w.solved.push(solved);
    w.roots *= solved.roots / commonDivisor(w.roots, solved.roots);
    w.innerDegree += solved.innerDegree;
    w.branches += solved.branches;
    w.opaque ||= solved.opaque;
    w.usesAngles ||= solved.usesAngles;
    w.partial ||= solved.partial;
  }
  return { register, above: solved.above, below: solved.below };
};

export const add = (w: Writer, a: Value, b: Value, world: number, op: number = OP.add): Value => ({
  register: write(w, op, world, a.register, b.register),
  above: Math.max(a.above + b.below, b.above + a.below),
  below: a.below + b.below,
});

export const multiply = (w: Writer, a: Value, b: Value, world: number): Value => ({
  register: write(w, OP.multiply, world, a.register, b.register),
  above: a.above + b.above,
  below: a.below + b.below,
});

export const divide = (w: Writer, a: Value, b: Value, world: number): Value => ({
  register: write(w, OP.divide, world, a.register, b.register),
  above: a.above + b.below,
  below: a.below + b.above,
});

export const invert = (w: Writer, a: Value, world: number): Value => ({
  register: write(w, OP.invert, world, a.register, 0),
  above: a.below,
  below: a.above,
});

/** To a rational power, by an operation that takes one. */
export const power = (w: Writer, a: Value, exponent: Rational, world: number, op: number = OP.power): Value => {
  w.exponents.push(exponent);
  const [degree, order] = [Math.abs(Number(exponent.numerator)), Number(exponent.denominator)];
  const isConstant = a.above + a.below === 0;
  if (!isConstant && !(Number.isFinite(degree) && Number.isFinite(order))) {
    // Beyond all doubles: no error can be stated.
    return { register: write(w, op, world, a.register, w.exponents.length - 1), above: Infinity, below: Infinity };
  }
  if (!isConstant) w.roots *= op === OP.cubeRoot ? 3 : order / commonDivisor(w.roots, order);
  const scale = isConstant ? 0 : degree / order;
  const register = write(w, op, world, a.register, w.exponents.length - 1);
  const [above, below] = exponent.numerator < 0n ? [a.below, a.above] : [a.above, a.below];
  return { register, above: above * scale, below: below * scale };
};

/** A value that is independent of all others but those of the same inner value. */
export const fresh = (w: Writer, register: number, inner: Value): Value => {
  w.innerDegree += inner.above + inner.below;
  return { register, above: 1, below: 0 };
};

/** A function of which the fields know nothing. */
export const unknown = (w: Writer, name: string, a: Value, world: number, op: number = OP.opaque): Value => {
  w.opaque = true;
  return fresh(w, write(w, op, world, a.register, hashText(name) | 0), a);
};
