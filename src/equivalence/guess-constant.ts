import { residue } from './modular.js';
import { UNDEFINED } from './run.js';

/** So many neighbouring field points lie in different fields; then the first field comes again. */
const FIELDS = 4;
const TRIES = 15;

type Fraction = readonly [numerator: bigint, denominator: bigint];

/**
 * The small fraction, or whole number below the primes, that these residues are: by rational reconstruction (Wang 1981) in one field, where two
 * points agree, and checked in the others. Undefined where they are no such constant.
 */
export const guessConstant = (
  residueAt: (index: number) => number,
  modulusAt: (index: number) => number,
): Fraction | undefined => {
  const [first, second] = valuesIn(0, residueAt);
  if (first === undefined || first !== second) return undefined;
  const [value, modulus] = [BigInt(first), BigInt(modulusAt(0))];
  const agrees = ([numerator, denominator]: Fraction, field: number): boolean => {
    const [found] = valuesIn(field, residueAt);
    return found !== undefined && residue(numerator - BigInt(found) * denominator, modulusAt(field)) === 0;
  };
  const candidates: readonly Fraction[] = [[value, 1n], [value - modulus, 1n], reconstruct(value, modulus)];
  return candidates.find((candidate) => [1, 2, 3].every((field) => agrees(candidate, field)));
};

/** The values at the first two points of a field that have one. */
const valuesIn = (field: number, residueAt: (index: number) => number): readonly number[] => {
  const values: number[] = [];
  for (let k = 0; k < TRIES && values.length < 2; k++) {
    const value = residueAt(field + k * FIELDS);
    if (value !== UNDEFINED) values.push(value);
  }
  return values;
};

const reconstruct = (value: bigint, modulus: bigint): Fraction => {
  let [r0, r1, t0, t1] = [modulus, value, 0n, 1n];
  while (r1 * r1 * 2n > modulus) {
    const q = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - q * r1, t1, t0 - q * t1];
  }
  return t1 < 0n ? [-r1, -t1] : [r1, t1];
};
