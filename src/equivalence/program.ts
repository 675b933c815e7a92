import type { Rational } from './rational.js';
import type { Chain } from './worlds.js';

/** π and e have slots like symbols. */
export const PI_SLOT = 0;
export const E_SLOT = 1;

/** One instruction is five integers: operation, world, destination, and two operands (registers or table indices). */
export const WIDTH = 5;

/** What an instruction does with residues of its world. */
export const OP = {
  constant: 0,
  symbol: 1,
  add: 2,
  subtract: 3,
  negate: 4,
  multiply: 5,
  divide: 6,
  invert: 7,
  /** To an integer power: b indexes `exponents`. */
  power: 8,
  /** To a rational power with an even or unknown sign of the base: b indexes `exponents`. */
  root: 9,
  cubeRoot: 10,
  absolute: 11,
  /** eᵘ with u one level down. */
  exponential: 12,
  /** ln of a residue one level up. */
  logarithm: 13,
  /** ln of a positive symbol, known from how the symbol was drawn. */
  logarithmOfSymbol: 14,
  /** aᵘ with u one level down. */
  generalPower: 15,
  /** cos and sin, into this register and the next: a is an angle's register or −1, b the turn in units of the circle. */
  circle: 16,
  /** A function of which nothing is known: b seeds it. */
  opaque: 17,
  /** As opaque, but odd. */
  opaqueOdd: 18,
  /** Undefined unless the residue is a square (b = 1) or minus one is (b = −1): only where signs are to be consistent. */
  assertSign: 19,
  /** A function of two arguments (a and the next register). */
  opaquePair: 20,
} as const;

/** A formula as flat code over the worlds of a chain. */
export type Program = {
  readonly code: readonly number[];
  readonly registers: number;
  readonly result: number;
  readonly constants: readonly Rational[];
  readonly exponents: readonly Rational[];
  /** Bound the degree of the formula as a fraction in the roots of independent quantities; `roots` tells which roots. */
  readonly above: number;
  readonly below: number;
  readonly roots: number;
  /** Bounds the degree of the formula as a rational function of independent quantities, and of everything in inner worlds. */
  readonly degree: number;
  readonly innerDegree: number;
  /** How many branch choices (absolute values, roots of sums) the values depend on. */
  readonly branches: number;
  /** Uses a function of which the fields know nothing: agreement still proves, disagreement does not. */
  readonly opaque: boolean;
  readonly usesAngles: boolean;
  /** Takes roots or logarithms of what may be negative. */
  readonly partial: boolean;
  /** Constants and exponents as residues, by chain and world: filled on first use. */
  readonly resolved: (readonly number[])[];
  /** The registers; a run leaves nothing in them that the next one reads. */
  readonly scratch: number[];
};

/** A point of a chain: values of the symbols in each of its worlds, drawn from their names when first asked for. */
export type FieldPoint = {
  readonly chain: Chain;
  /** The value of a symbol, by slot; `UNDEFINED` where the identities have none here. */
  readonly valueOf: (slot: number, world: number) => number;
  /** ln of a positive symbol whose value is asked for one level up. */
  readonly logarithmOf: (slot: number, world: number) => number;
  readonly discreteLog: (value: number, level: number) => number;
};
