import { residue } from './modular.js';
import { UNDEFINED } from './run.js';

const LARGEST_PART = 1_000_000;

/** A small fraction with these residues, by rational reconstruction (Wang 1981) in one field; the caller checks it in the others. */
export const guessConstant = (
  residueAt: (index: number) => number,
  modulusAt: (index: number) => number,
): readonly [bigint, bigint] | undefined => {
  let first: number | undefined;
  for (let index = 0; index < 60; index += 4) {
    const value = residueAt(index);
    if (value === UNDEFINED) continue;
    if (first === undefined) {
      first = value;
      continue;
    }
    if (first !== value) return undefined;
    return reconstruct(BigInt(value), BigInt(modulusAt(index)));
  }
  return undefined;
};

const reconstruct = (value: bigint, modulus: bigint): readonly [bigint, bigint] | undefined => {
  let [r0, r1, t0, t1] = [modulus, value, 0n, 1n];
  while (r1 * r1 * 2n > modulus) {
    const q = r0 / r1;
    [r0, r1, t0, t1] = [r1, r0 - q * r1, t1, t0 - q * t1];
  }
  const [numerator, denominator] = t1 < 0n ? [-r1, -t1] : [r1, t1];
  const isSmall = numerator < BigInt(LARGEST_PART) && denominator < BigInt(LARGEST_PART) && denominator > 0n;
  return isSmall && residue(numerator - value * denominator, Number(modulus)) === 0
    ? [numerator, denominator]
    : undefined;
};
