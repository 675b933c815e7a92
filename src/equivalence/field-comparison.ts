import type { Prepared } from './formula.js';
import { UNDEFINED } from './run.js';

/** What the fields say of two formulas. */
export type FieldOutcome =
  | { readonly kind: 'agree'; readonly errorBound: number; readonly points: number }
  /** Differ at some point: a proof unless branches or opaque functions are involved. */
  | { readonly kind: 'disagree'; readonly isProof: boolean }
  /** Too few points at which both are defined, or a degree beyond what the fields can tell. */
  | { readonly kind: 'undefined' };

const ERROR_GOAL = 1e-15;
const LEAST_POINTS = 3;
const MOST_AGREEMENTS = 1000;
const MOST_TRIES = 4000;
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
const chanceAtOnePoint = (a: Prepared, b: Prepared): number => {
  const roots = Math.min(20, a.program.branches + b.program.branches);
  const modulus = a.program.usesAngles || b.program.usesAngles ? LEAST_ANGLE_MODULUS : LEAST_INNER_MODULUS;
  const degree = (a.program.degree + b.program.degree + 1) * 2 ** roots;
  return Math.min(1, degree / LEAST_MODULUS + (a.program.innerDegree + b.program.innerDegree + 1) / modulus);
};

/**
 * How many points must agree: enough for the error goal and, where absolute values or roots choose branches, enough to meet every pattern
 * of signs.
 */
const pointsNeeded = (a: Prepared, b: Prepared, chance: number): number => {
  const branches = a.program.branches + b.program.branches;
  const forSigns = branches === 0 ? 0 : Math.min(MOST_AGREEMENTS, 24 * 2 ** branches);
  const forError = Math.ceil(Math.log(ERROR_GOAL) / Math.log(chance));
  return Math.min(MOST_AGREEMENTS, Math.max(LEAST_POINTS, forSigns, forError));
};

/** The stated bound: no smaller than what a defect of the primes themselves could excuse. */
const boundFor = (a: Prepared, b: Prepared, chance: number, points: number): number => {
  const branches = a.program.branches + b.program.branches;
  const missedPattern = branches === 0 ? 0 : (1 - 2 ** -branches) ** points;
  return Math.max(chance ** points, missedPattern, 2 ** -120);
};

const agreement = (a: Prepared, b: Prepared, chance: number, points: number): FieldOutcome => ({
  kind: 'agree',
  errorBound: boundFor(a, b, chance, points),
  points,
});

export const compareInFields = (a: Prepared, b: Prepared): FieldOutcome => {
  const chance = chanceAtOnePoint(a, b);
  const needed = pointsNeeded(a, b, chance);
  if (chance >= 0.5) return { kind: 'undefined' };
  const plain = gather(a.residueAt, b.residueAt, needed, MOST_TRIES);
  const enough = Math.min(needed, FEW_AGREEMENTS);
  if (plain.agreed >= enough && !plain.differs) return agreement(a, b, chance, plain.agreed);
  const ambiguous = a.program.branches + b.program.branches > 0;
  if (!plain.differs) return { kind: 'undefined' };
  if (ambiguous) {
    const strict = gather(a.strictResidueAt, b.strictResidueAt, needed, MOST_STRICT_TRIES);
    if (strict.agreed >= enough && !strict.differs) return agreement(a, b, chance, strict.agreed);
  }
  return { kind: 'disagree', isProof: !ambiguous && !a.program.opaque && !b.program.opaque };
};

const gather = (
  left: (index: number) => number,
  right: (index: number) => number,
  needed: number,
  tries: number,
): { readonly agreed: number; readonly differs: boolean } => {
  let agreed = 0;
  for (let index = 0; index < tries && agreed < needed; index++) {
    if (agreed === 0 && index >= TRIES_FOR_FIRST) break;
    const x = left(index);
    if (x === UNDEFINED) continue;
    const y = right(index);
    if (y === UNDEFINED) continue;
    if (x !== y) return { agreed, differs: true };
    agreed++;
  }
  return { agreed, differs: false };
};
