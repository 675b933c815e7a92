/**
 * Arithmetic in GF(p) on doubles, for primes p below 2^26.5, so that the product of two residues is exact.
 * Residues are integers in [0, p).
 */

export const multiplyMod = (a: number, b: number, p: number): number => {
  const product = a * b;
  const rest = product - Math.floor(product / p) * p;
  return rest < 0 ? rest + p : rest;
};

/** The same with 1/p at hand: the quotient is found by a product, and mended where that is off by one. */
export const multiplyBy = (a: number, b: number, p: number, reciprocal: number): number => {
  const product = a * b;
  const rest = product - Math.floor(product * reciprocal) * p;
  return rest < 0 ? rest + p : rest >= p ? rest - p : rest;
};

/** `exponent` is a non-negative integer below 2^31. */
export const powerMod = (base: number, exponent: number, p: number): number => {
  const reciprocal = 1 / p;
  let result = 1;
  let square = base;
  for (let rest = exponent; rest > 0; rest >>= 1) {
    if ((rest & 1) === 1) result = multiplyBy(result, square, p, reciprocal);
    square = multiplyBy(square, square, p, reciprocal);
  }
  return result;
};

/** The inverse of a non-zero residue, by Euclid's algorithm. */
export const invertMod = (a: number, p: number): number => {
  let r0 = p;
  let r1 = a;
  let s0 = 0;
  let s1 = 1;
  while (r1 !== 0) {
    const quotient = Math.floor(r0 / r1);
    const r2 = r0 - quotient * r1;
    const s2 = s0 - quotient * s1;
    r0 = r1;
    r1 = r2;
    s0 = s1;
    s1 = s2;
  }
  return s0 < 0 ? s0 + p : s0;
};

/** Whether a residue is a square, by Euler's criterion. Zero is one. */
export const isSquare = (a: number, p: number): boolean => a === 0 || powerMod(a, (p - 1) / 2, p) === 1;

export const residue = (a: bigint, p: number): number => {
  const rest = Number(a % BigInt(p));
  return rest < 0 ? rest + p : rest;
};

/** A well-mixed 32-bit hash of two integers (the finaliser of MurmurHash3 over a multiplicative blend). */
export const mix = (a: number, b: number): number => {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

export const hashText = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return mix(h, text.length);
};

/** A residue drawn from a seed, never 0 or 1. */
export const drawResidue = (seed: number, p: number): number => {
  const wide = mix(seed, 0x51ed27) * 0x200000 + (mix(seed, 0x2545f) & 0x1fffff);
  return 2 + (wide % (p - 2));
};
