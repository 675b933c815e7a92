import { drawResidue, invertMod, isSquare, mix, multiplyMod, powerMod, residue } from './modular.js';
import { type FieldPoint, OP, type Program, WIDTH } from './program.js';
import type { Rational } from './rational.js';
import { type Chain, multiplyPoints, powerPoint } from './worlds.js';

/** No value at this point: a zero denominator, a root or logarithm of a number that is not positive. */
export const UNDEFINED = -1;

const residueOfRational = (value: Rational, p: number): number => {
  if (value.denominator === 1n && value.numerator >= 0n && value.numerator < 1_000_000n)
    return Number(value.numerator) % p;
  const above = residue(value.numerator, p);
  if (value.denominator === 1n) return above;
  const below = residue(value.denominator, p);
  return below === 0 ? UNDEFINED : multiplyMod(above, invertMod(below, p), p);
};

/** Constants of every world of a chain, then exponents reduced by the order of the group they act in. */
const resolve = (program: Program, chain: Chain): readonly number[] => {
  const known = program.resolved[chain.index];
  if (known !== undefined) return known;
  const { code, constants, exponents } = program;
  const table: number[] = [];
  for (let k = constants.length + exponents.length; k > 0; k--) table.push(0);
  for (let i = 0; i < code.length; i += WIDTH) {
    const p = chain.moduli[code[i + 1] ?? 0] ?? 0;
    const op = code[i];
    if (op === OP.constant) {
      const index = code[i + 3] ?? 0;
      const value = constants[index];
      if (value !== undefined) table[index] = residueOfRational(value, p);
    } else if (op === OP.power || op === OP.root || op === OP.cubeRoot) {
      const index = code[i + 4] ?? 0;
      const value = exponents[index];
      // Roots stay among the squares, a group of order (p − 1)/2; cube roots are taken in the whole group.
      const order = op === OP.root ? (p - 1) / 2 : p - 1;
      if (value !== undefined) table[constants.length + index] = reduceExponent(value, order);
    }
  }
  program.resolved[chain.index] = table;
  return table;
};

const reduceExponent = (value: Rational, order: number): number => {
  const above = residue(value.numerator, order);
  if (value.denominator === 1n) return above;
  const below = residue(value.denominator, order);
  const inverse = below === 0 ? 0 : invertMod(below, order);
  return multiplyMod(below, inverse, order) === 1 ? multiplyMod(above, inverse, order) : UNDEFINED;
};

/** The root that is a square itself; `UNDEFINED` where the residue is no square. */
const squareRoot = (x: number, p: number): number => {
  const root = powerMod(x, (p + 1) / 4, p);
  return multiplyMod(root, root, p) === x ? root : UNDEFINED;
};

/** Is zero raised to this power zero, one, or nothing? */
const powerOfZero = (exponent: Rational | undefined): number =>
  exponent !== undefined && exponent.numerator > 0n ? 0 : UNDEFINED;

/** The residue of the formula at a point, or `UNDEFINED`. */
export const run = (program: Program, point: FieldPoint): number => {
  const { code, scratch: registers } = program;
  const { chain } = point;
  const table = resolve(program, chain);
  const firstExponent = program.constants.length;
  for (let i = 0; i < code.length; i += WIDTH) {
    const op = code[i] as number;
    const place = code[i + 1] as number;
    const to = code[i + 2] as number;
    const a = code[i + 3] as number;
    const b = code[i + 4] as number;
    const p = chain.moduli[place] as number;
    const x = registers[a] as number;
    let value = UNDEFINED;
    switch (op) {
      case OP.constant:
        value = table[a] as number;
        break;
      case OP.symbol:
        value = point.valueOf(a, place);
        break;
      case OP.add:
        value = x + (registers[b] as number);
        if (value >= p) value -= p;
        break;
      case OP.subtract:
        value = x - (registers[b] as number);
        if (value < 0) value += p;
        break;
      case OP.negate:
        value = x === 0 ? 0 : p - x;
        break;
      case OP.multiply:
        value = multiplyMod(x, registers[b] as number, p);
        break;
      case OP.divide: {
        const below = registers[b] as number;
        value = below === 0 ? UNDEFINED : multiplyMod(x, invertMod(below, p), p);
        break;
      }
      case OP.invert:
        value = x === 0 ? UNDEFINED : invertMod(x, p);
        break;
      case OP.power:
      case OP.root:
      case OP.cubeRoot: {
        const exact = program.exponents[b] as Rational;
        const exponent = table[firstExponent + b] as number;
        if (x === 0) value = powerOfZero(exact);
        else if (op === OP.root && exact.denominator === 2n && exact.numerator === 1n) value = squareRoot(x, p);
        else if (exponent !== UNDEFINED && (op !== OP.root || isSquare(x, p))) value = powerMod(x, exponent, p);
        break;
      }
      case OP.absolute:
        value = isSquare(x, p) ? x : p - x;
        break;
      case OP.exponential:
        value = powerMod(chain.bases[place === 0 ? 0 : 1], x, p);
        break;
      case OP.logarithm: {
        const above = chain.moduli[place - 1] as number;
        if (x !== 0 && isSquare(x, above)) value = point.discreteLog(x, place - 1);
        break;
      }
      case OP.logarithmOfSymbol:
        value = point.logarithmOf(a, place);
        break;
      case OP.generalPower:
        if (x !== 0 && isSquare(x, p)) value = powerMod(x, registers[b] as number, p);
        break;
      case OP.circle: {
        const circle = chain.circle(place);
        let at = b === 0 ? ([1, 0] as const) : powerPoint(circle.unit, b, p);
        if (a >= 0) at = multiplyPoints(at, powerPoint(circle.angle, x, p), p);
        registers[to + 1] = at[1];
        value = at[0];
        break;
      }
      case OP.opaque:
        value = drawResidue(mix(x, b), p);
        break;
      case OP.opaqueOdd: {
        const positive = isSquare(x, p);
        const size = x === 0 ? 0 : drawResidue(mix(positive ? x : p - x, b), p);
        value = positive || size === 0 ? size : p - size;
        break;
      }
      case OP.opaquePair:
        value = drawResidue(mix(mix(x, b), registers[a + 1] as number), p);
        break;
      case OP.assertSign:
        value = isSquare(b > 0 ? x : x === 0 ? 0 : p - x, p) ? x : UNDEFINED;
        break;
    }
    if (value === UNDEFINED) return UNDEFINED;
    registers[to] = value;
  }
  return registers[program.result] as number;
};
