import { type Prepared, programOf, residueAt, strictResidueAt } from './formula.js';
import { evaluateFractions, isAt } from './fractions.js';
import type { Program } from './program.js';
import { UNDEFINED } from './run.js';

/** What the fields say of two formulas. */
export type FieldOutcome =
  | Agreement
  /** Differ at some point: a proof unless branches or opaque functions are involved. */
  | { readonly kind: 'disagree'; readonly isProof: boolean }
  /** Too few points at which both are defined, or a degree beyond what the fields can tell. */
  | { readonly kind: 'undefined' };

export type Agreement = {
  readonly kind: 'agree';
  readonly errorBound: number;
  /** The values depend on the branches of roots and absolute values, or on functions of which the fields know nothing. */
  readonly isBranched: boolean;
  /** One of them takes roots or logarithms of what may be negative. */
  readonly isPartial: boolean;
};

/** What a formula is made of, as far as it bounds the error. */
type Traits = Pick<Program, 'degree' | 'innerDegree' | 'branches' | 'opaque' | 'usesAngles' | 'partial'>;
const RATIONAL: Traits = { degree: 0, innerDegree: 0, branches: 0, opaque: false, usesAngles: false, partial: false };

const ERROR_GOAL = 1e-15;
/** Where so many patterns of signs may have been missed, agreement says nothing. */
const MOST_ERROR = 1e-6;
const LEAST_POINTS = 3;
const MOST_AGREEMENTS = 4000;
const MOST_TRIES = 8000;
/** Agreements that suffice where points at which both are defined are rare. */
const FEW_AGREEMENTS = 32;
const TRIES_FOR_FIRST = 600;
const MOST_STRICT_TRIES = 8000;
/** No modulus of level 1, of an inner level, or of angles is below these. */
const LEAST_MODULUS = 240 * 25667 - 1;
const LEAST_INNER_MODULUS = 120 * 25667 - 1;
const LEAST_ANGLE_MODULUS = 25667;

/**
 * The chance that two different formulas agree at one random point, after Schwartz (1980) and Zippel (1979): the degree of their difference
 * over the number of residues. A root doubles the degree (the product over its conjugates is rational); exponents and arguments of logarithms
 * and angles are compared in their own worlds, so their degrees add.
 */
const chanceAtOnePoint = (a: Traits, b: Traits): number => {
  const roots = Math.min(20, a.branches + b.branches);
  const modulus = a.usesAngles || b.usesAngles ? LEAST_ANGLE_MODULUS : LEAST_INNER_MODULUS;
  const degree = (a.degree + b.degree + 1) * 2 ** roots;
  const chance = degree / LEAST_MODULUS + (a.innerDegree + b.innerDegree + 1) / modulus;
  // Also where degrees are beyond all numbers.
  return chance < 1 ? chance : 1;
};

/**
 * How many points must agree: enough for the error goal and, where absolute values or roots choose branches, enough to meet every pattern
 * of signs.
 */
const pointsNeeded = (branches: number, chance: number): number => {
  const forSigns = branches === 0 ? 0 : Math.min(MOST_AGREEMENTS, 24 * 2 ** branches);
  const forError = Math.ceil(Math.log(ERROR_GOAL) / Math.log(chance));
  return Math.min(MOST_AGREEMENTS, Math.max(LEAST_POINTS, forSigns, forError));
};

/** The stated bound: no smaller than what a defect of the primes themselves could excuse. */
const boundFor = (branches: number, chance: number, points: number): number => {
  const missedPattern = branches === 0 ? 0 : (1 - 2 ** -branches) ** points;
  return Math.max(chance ** points, missedPattern, 2 ** -120);
};

const agreement = (a: Traits, b: Traits, chance: number, points: number): FieldOutcome => {
  const branches = a.branches + b.branches;
  const errorBound = boundFor(branches, chance, points);
  if (errorBound > MOST_ERROR) return { kind: 'undefined' };
  return {
    kind: 'agree',
    errorBound,
    isBranched: branches > 0 || a.opaque || b.opaque,
    isPartial: a.partial || b.partial,
  };
};

/** Compares a formula with one that is compared with many: it is worth compiling, the other one only where that is needed. */
export const compareInFields = (a: Prepared, b: Prepared): FieldOutcome =>
  compareFractions(a, b) ?? comparePrograms(a, b);

/** The quick way: where the second formula is made of sums, products, quotients and whole powers alone; nothing where that does not settle it. */
export const compareFractions = (a: Prepared, b: Prepared): FieldOutcome | undefined => {
  const { branch } = b;
  const value = evaluateFractions(b.expr, { rows: branch.rows(), symbols: branch.symbols, count: LEAST_POINTS });
  if (value === undefined) return undefined;
  const left = programOf(a);
  const right: Traits = { ...RATIONAL, degree: value.above + value.below };
  const chance = chanceAtOnePoint(left, right);
  if (left.branches > 0 || chance >= 0.5 || pointsNeeded(0, chance) > LEAST_POINTS) return undefined;
  for (let index = 0; index < LEAST_POINTS; index++) {
    const residue = residueAt(a, index);
    if (residue === UNDEFINED) return undefined;
    if (!isAt(value, index, residue, branch.rows())) return { kind: 'disagree', isProof: !left.opaque };
  }
  return agreement(left, right, chance, LEAST_POINTS);
};

export const comparePrograms = (a: Prepared, b: Prepared): FieldOutcome => {
  const [left, right] = [programOf(a), programOf(b)];
  const branches = left.branches + right.branches;
  const chance = chanceAtOnePoint(left, right);
  const needed = pointsNeeded(branches, chance);
  if (chance >= 0.5) return { kind: 'undefined' };
  const plain = gather(a, b, residueAt, needed, MOST_TRIES);
  const enough = Math.min(needed, FEW_AGREEMENTS);
  if (plain.agreed >= enough && !plain.differs) return agreement(left, right, chance, plain.agreed);
  if (!plain.differs) return { kind: 'undefined' };
  if (branches > 0) {
    const strict = gather(a, b, strictResidueAt, needed, MOST_STRICT_TRIES);
    if (strict.agreed >= enough && !strict.differs) return agreement(left, right, chance, strict.agreed);
  }
  return { kind: 'disagree', isProof: branches === 0 && !left.opaque && !right.opaque };
};

const gather = (
  a: Prepared,
  b: Prepared,
  valueAt: (formula: Prepared, index: number) => number,
  needed: number,
  tries: number,
): { readonly agreed: number; readonly differs: boolean } => {
  let agreed = 0;
  for (let index = 0; index < tries && agreed < needed; index++) {
    if (agreed === 0 && index >= TRIES_FOR_FIRST) break;
    const x = valueAt(a, index);
    if (x === UNDEFINED) continue;
    const y = valueAt(b, index);
    if (y === UNDEFINED) continue;
    if (x !== y) return { agreed, differs: true };
    agreed++;
  }
  return { agreed, differs: false };
};
