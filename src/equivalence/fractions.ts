import type { Expr } from '../types.js';
import { FIRST_CHAINS } from './field-point.js';
import { type Cell, type FieldRows, LEVEL } from './field-rows.js';
import type { Program } from './program.js';
import { invertMod, multiplyBy, multiplyMod, powerMod } from './modular.js';
import type { SymbolTable } from './writer.js';

/**
 * Formulas of sums, products, quotients and whole powers, which is what most answers are, evaluated at many field points at once, straight
 * from the tree. A value is kept as a fraction, so that nothing is inverted on the way: an inverse costs as much as forty products.
 * The residues are those of the compiled formula (`compile`, `run`), with the same bounds on degrees.
 */
export type Fractions = {
  readonly rows: FieldRows;
  readonly symbols: SymbolTable;
  /** How many of the first points to evaluate at. */
  readonly count: number;
};

/** Larger powers and longer numbers are left to the compiler. */
const MOST_POWER = 64;
const MOST_DIGITS = 15;
const DECIMAL = /^(\d{1,8})\.(\d{1,7})$/;

/**
 * The values of a formula; the cell is overwritten by the next evaluation. Undefined where the formula is of another kind, or divides by zero
 * at one of the points.
 */
export const evaluateFractions = (expr: Expr, on: Fractions): Cell | undefined => {
  const cell = on.rows.cell(0);
  return evaluate(expr, 0, on) ? cell : undefined;
};

/** Leaves the values of a part in the cell of this depth. */
const evaluate = (expr: Expr, depth: number, on: Fractions): boolean => {
  switch (expr.kind) {
    case 'number':
      return setNumber(expr.text, on.rows.cell(depth), on);
    case 'symbol':
      return setSymbol(expr.name, on.rows.cell(depth), on);
    case 'negate':
      if (!evaluate(expr.argument, depth, on)) return false;
      negate(on.rows.cell(depth), on);
      return true;
    case 'sum':
      return sum(expr.terms, depth, on);
    case 'product':
      return product(expr.factors, depth, on);
    case 'quotient':
      if (!evaluate(expr.numerator, depth, on) || !evaluate(expr.denominator, depth + 1, on)) return false;
      return divide(on.rows.cell(depth), on.rows.cell(depth + 1), on);
    case 'power': {
      const exponent = wholeExponent(expr.exponent);
      return (
        exponent !== undefined && evaluate(expr.base, depth, on) && raise(on.rows.cell(depth), exponent, depth, on)
      );
    }
    case 'constant':
    case 'call':
      return false;
  }
};

/** A symbol; one that an identity determines only by a formula that is a fraction itself. */
const setSymbol = (name: string, cell: Cell, { rows, symbols, count }: Fractions): boolean => {
  const slot = symbols.slotOf(name);
  const solved = symbols.solvedBy(slot, LEVEL);
  if (solved !== undefined && !isFraction(solved)) return false;
  const row = rows.rowOf(slot, count);
  if (row === undefined) return false;
  cell.over = row;
  cell.under = undefined;
  cell.above = solved === undefined ? 1 : solved.above;
  cell.below = solved === undefined ? 0 : solved.below;
  return true;
};

const isFraction = ({ roots, innerDegree, branches, opaque }: Program): boolean =>
  roots === 1 && innerDegree === 0 && branches === 0 && !opaque;

/** A whole number, or a decimal as the fraction it states. */
const setNumber = (text: string, cell: Cell, on: Fractions): boolean => {
  cell.above = 0;
  cell.below = 0;
  cell.over = cell.ownOver;
  cell.under = undefined;
  if (text.length <= MOST_DIGITS && isWhole(text)) {
    fill(cell.ownOver, Number(text), on);
    return true;
  }
  const [, whole, places] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || places === undefined) return false;
  fill(cell.ownOver, Number(whole + places), on);
  cell.under = cell.ownUnder;
  fill(cell.ownUnder, 10 ** places.length, on);
  return true;
};

const isWhole = (text: string): boolean => {
  for (let k = 0; k < text.length; k++) {
    const code = text.charCodeAt(k);
    if (code < 48 || code > 57) return false;
  }
  return text !== '';
};

const fill = (row: Float64Array, value: number, { rows: { moduli }, count }: Fractions): void => {
  for (let i = 0; i < count; i++) {
    const p = moduli[i] as number;
    row[i] = value < p ? value : value % p;
  }
};

const negate = (cell: Cell, { rows: { moduli }, count }: Fractions): void => {
  const { over, ownOver } = cell;
  for (let i = 0; i < count; i++) {
    const value = over[i] as number;
    ownOver[i] = value === 0 ? 0 : (moduli[i] as number) - value;
  }
  cell.over = ownOver;
};

const sum = (terms: readonly Expr[], depth: number, on: Fractions): boolean => {
  for (let k = 0; k < terms.length; k++) {
    const term = terms[k] as Expr;
    if (k === 0) {
      if (!evaluate(term, depth, on)) return false;
      continue;
    }
    const isNegated = term.kind === 'negate';
    if (!evaluate(isNegated ? term.argument : term, depth + 1, on)) return false;
    const [total, next] = [on.rows.cell(depth), on.rows.cell(depth + 1)];
    if (isNegated) negate(next, on);
    add(total, next, on);
  }
  return terms.length > 0;
};

const product = (factors: readonly Expr[], depth: number, on: Fractions): boolean => {
  for (let k = 0; k < factors.length; k++) {
    if (!evaluate(factors[k] as Expr, k === 0 ? depth : depth + 1, on)) return false;
    if (k > 0) multiply(on.rows.cell(depth), on.rows.cell(depth + 1), on);
  }
  return factors.length > 0;
};

const add = (cell: Cell, other: Cell, on: Fractions): void => {
  if (cell.under === undefined && other.under === undefined) addRows(cell.ownOver, cell.over, other.over, on);
  else {
    const scaled = other.under === undefined ? cell.over : multiplyRows(cell.ownOver, cell.over, other.under, on);
    const added = cell.under === undefined ? other.over : multiplyRows(other.ownOver, other.over, cell.under, on);
    addRows(cell.ownOver, scaled, added, on);
    cell.under = multiplyUnder(cell, other.under, on);
  }
  cell.over = cell.ownOver;
  cell.above = Math.max(cell.above + other.below, other.above + cell.below);
  cell.below += other.below;
};

const multiply = (cell: Cell, other: Cell, on: Fractions): void => {
  cell.over = multiplyRows(cell.ownOver, cell.over, other.over, on);
  cell.under = multiplyUnder(cell, other.under, on);
  cell.above += other.above;
  cell.below += other.below;
};

const divide = (cell: Cell, other: Cell, on: Fractions): boolean => {
  if (hasZero(other.over, on)) return false;
  cell.over = other.under === undefined ? cell.over : multiplyRows(cell.ownOver, cell.over, other.under, on);
  cell.under = multiplyUnder(cell, other.over, on);
  cell.above += other.below;
  cell.below += other.above;
  return true;
};

/** The denominators of a product: copied, since the other cell is written again before this one is read. */
const multiplyUnder = (cell: Cell, other: Float64Array | undefined, on: Fractions): Float64Array | undefined => {
  if (other === undefined) return cell.under;
  if (cell.under !== undefined) return multiplyRows(cell.ownUnder, cell.under, other, on);
  for (let i = 0; i < on.count; i++) cell.ownUnder[i] = other[i] as number;
  return cell.ownUnder;
};

const raise = (cell: Cell, exponent: number, depth: number, on: Fractions): boolean => {
  if (exponent === 0) {
    // 0⁰ has no value.
    return !hasZero(cell.over, on) && setNumber('1', on.rows.cell(depth), on);
  }
  cell.over = powerRow(cell.ownOver, cell.over, exponent, on);
  if (cell.under !== undefined) cell.under = powerRow(cell.ownUnder, cell.under, exponent, on);
  cell.above *= exponent;
  cell.below *= exponent;
  return true;
};

const wholeExponent = (exponent: Expr): number | undefined => {
  if (exponent.kind !== 'number' || exponent.text.length > 2) return undefined;
  const value = Number(exponent.text);
  return Number.isInteger(value) && value <= MOST_POWER ? value : undefined;
};

const hasZero = (row: Float64Array, { count }: Fractions): boolean => {
  for (let i = 0; i < count; i++) if (row[i] === 0) return true;
  return false;
};

const addRows = (out: Float64Array, a: Float64Array, b: Float64Array, { rows: { moduli }, count }: Fractions): void => {
  for (let i = 0; i < count; i++) {
    const total = (a[i] as number) + (b[i] as number);
    const p = moduli[i] as number;
    out[i] = total >= p ? total - p : total;
  }
};

const multiplyRows = (
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  { rows: { moduli, reciprocals }, count }: Fractions,
): Float64Array => {
  for (let i = 0; i < count; i++) {
    out[i] = multiplyBy(a[i] as number, b[i] as number, moduli[i] as number, reciprocals[i] as number);
  }
  return out;
};

const powerRow = (out: Float64Array, a: Float64Array, exponent: number, on: Fractions): Float64Array => {
  if (exponent === 2) return multiplyRows(out, a, a, on);
  for (let i = 0; i < on.count; i++) out[i] = powerMod(a[i] as number, exponent, on.rows.moduli[i] as number);
  return out;
};

/** Whether the value at a point is this residue. */
export const isAt = (
  { over, under }: Cell,
  index: number,
  residue: number,
  { moduli, reciprocals }: FieldRows,
): boolean => {
  const below = under === undefined ? 1 : (under[index] as number);
  return multiplyBy(residue, below, moduli[index] as number, reciprocals[index] as number) === over[index];
};

/** Whether the values at two points of one field are the same. */
export const isSameAt = (
  { over, under }: Cell,
  first: number,
  second: number,
  { moduli, reciprocals }: FieldRows,
): boolean => {
  if (under === undefined) return over[first] === over[second];
  const [p, reciprocal] = [moduli[first] as number, reciprocals[first] as number];
  const left = multiplyBy(over[first] as number, under[second] as number, p, reciprocal);
  return left === multiplyBy(over[second] as number, under[first] as number, p, reciprocal);
};

/** The fractions as residues. All denominators of one field are inverted together: one inverse, and three products a point (Montgomery 1987). */
export const residuesOf = (cell: Cell, on: Fractions): Float64Array => {
  const { under, over, ownOver } = cell;
  if (under === undefined) return over;
  const products = on.rows.cell(1).ownOver;
  for (let field = 0; field < Math.min(FIRST_CHAINS, on.count); field++) {
    const p = on.rows.moduli[field] as number;
    let total = 1;
    let last = field;
    for (let i = field; i < on.count; i += FIRST_CHAINS) {
      products[i] = total;
      total = multiplyMod(total, under[i] as number, p);
      last = i;
    }
    let inverse = invertMod(total, p);
    for (let i = last; i >= 0; i -= FIRST_CHAINS) {
      const own = multiplyMod(inverse, products[i] as number, p);
      inverse = multiplyMod(inverse, under[i] as number, p);
      ownOver[i] = multiplyMod(over[i] as number, own, p);
    }
  }
  return ownOver;
};
