import { drawResidue, invertMod, isSquare, mix, multiplyMod, powerMod } from './modular.js';

/**
 * Where formulas are evaluated exactly. A *chain* is four fields around one prime r:
 *
 *     p0 = 480r − 1,  p1 = 240r − 1,  p2 = 120r − 1   (each one twice the next plus one, all prime),   and GF(r).
 *
 * Three groups give homomorphic images of the elementary functions:
 * - The squares of GF(pᵢ) are a group of prime order pᵢ₊₁. So exp maps GF(pᵢ₊₁) to squares of GF(pᵢ) by u ↦ gᵘ, and ln maps squares of
 *   GF(pᵢ) back by the discrete logarithm: exp(a+b) = exp a · exp b, ln(ab) = ln a + ln b, exp(ln a) = a hold by construction,
 *   and a^u with u in GF(pᵢ₊₁) is a power. A formula is evaluated at level 1, its exponents at level 2, the arguments of its logarithms
 *   at level 0.
 * - “Positive” is “a square”: because pᵢ = 3 mod 4, exactly one of a and −a is a square, and exactly one square root is.
 * - The circle x² + y² = 1 over GF(pᵢ) is a cyclic group of order pᵢ + 1, a multiple of 120·r: angles are a residue mod r plus a multiple of
 *   π/60 (π/120 at level 1), and cos and sin are the coordinates. Addition theorems and the values at multiples of π/60 hold by construction.
 * - Cube roots are unique, because every prime is 2 mod 3.
 *
 * After Martin (JACM 1971), Gonnet (STOC 1984; SYMSAC 1986), Monagan & Gonnet (ISSAC 1994); the chain that joins the three is ours.
 */
export type Chain = {
  readonly index: number;
  /** Moduli by world: levels 0, 1, 2, then the angles, GF(r). */
  readonly moduli: readonly [number, number, number, number];
  /** The base of exp at levels 0 and 1: a random square, and so e there. */
  readonly bases: readonly [number, number];
  /** At a level: generators of the circle's subgroups of order r and of order 480 / 2^level. */
  readonly circle: (level: number) => Circle;
};
type Circle = { readonly angle: Point2; readonly unit: Point2; readonly unitOrder: number };
export type Point2 = readonly [cos: number, sin: number];

export const ANGLES = 3;

/** All r < 2^26.5 / 480 that make such a chain with r = 11 mod 12; those for which 2 is a square mod r come first. */
const CHAIN_PRIMES = [
  192743, 188159, 176207, 140111, 139439, 135119, 120671, 84047, 52967, 49559, 196187, 186947, 182747, 166571, 125627,
  115979, 105563, 90107, 80603, 78203, 71363, 59387, 42299, 39371, 35027, 32987, 30539, 25667,
] as const;
export const CHAIN_COUNT = CHAIN_PRIMES.length;

export const multiplyPoints = (a: Point2, b: Point2, p: number): Point2 => {
  const cos = multiplyMod(a[0], b[0], p) - multiplyMod(a[1], b[1], p);
  const sin = multiplyMod(a[0], b[1], p) + multiplyMod(a[1], b[0], p);
  return [cos < 0 ? cos + p : cos, sin >= p ? sin - p : sin];
};

export const powerPoint = (a: Point2, exponent: number, p: number): Point2 => {
  let result: Point2 = [1, 0];
  let square = a;
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiplyPoints(result, square, p);
    square = multiplyPoints(square, square, p);
  }
  return result;
};

/** A random point of the circle: ((1 − t²)/(1 + t²), 2t/(1 + t²)); 1 + t² is never 0, because −1 is no square. */
const drawPoint = (seed: number, p: number): Point2 => {
  const t = drawResidue(seed, p);
  const square = multiplyMod(t, t, p);
  const inverse = invertMod((1 + square) % p, p);
  return [multiplyMod((1 - square + p) % p, inverse, p), multiplyMod((2 * t) % p, inverse, p)];
};

const isOne = (a: Point2): boolean => a[0] === 1 && a[1] === 0;

const coprime = (a: number, b: number): boolean => (b === 0 ? a === 1 : coprime(b, a % b));

/** The square root that is a square itself. */
const rootOf = (a: number, p: number): number => powerMod(a, (p + 1) / 4, p);

/**
 * The root of unity that stands for a turn of 2π / order: among the primitive ones that under which the values at π/4, π/6, π/5 and π/8 are
 * what they are in the reals, with the roots of 2, 3 and 5 that “positive” fixes. There always is one: the conditions concern independent
 * roots of unity, and exactly one of cos(π/8) and its negative is a square.
 */
const findUnit = (p: number, r: number): Point2 => {
  const order = (p + 1) / r;
  let seed = 1;
  let primitive: Point2;
  do primitive = powerPoint(drawPoint(seed++, p), r, p);
  while ([2, 3, 5].some((part) => isOne(powerPoint(primitive, order / part, p))));
  const powers: Point2[] = [[1, 0]];
  for (let k = 1; k < order; k++) powers.push(multiplyPoints(powers[k - 1] ?? primitive, primitive, p));
  const half = invertMod(2, p);
  const quarter = invertMod(4, p);
  const [root2, root3, root5] = [rootOf(2, p), rootOf(3, p), rootOf(5, p)];
  const fits = (k: number): boolean => {
    const at = (n: number): Point2 => powers[((k * order) / (2 * n)) % order] ?? primitive;
    const [eighth, twelfth, tenth] = [at(4), at(6), at(5)];
    const diagonal = multiplyMod(root2, half, p);
    return (
      eighth[0] === diagonal &&
      eighth[1] === diagonal &&
      twelfth[0] === multiplyMod(root3, half, p) &&
      twelfth[1] === half &&
      tenth[0] === multiplyMod((1 + root5) % p, quarter, p) &&
      isSquare(tenth[1], p) &&
      (order % 16 !== 0 || isSquare(at(8)[0], p))
    );
  };
  for (let k = 1; k < order; k++) if (coprime(order, k) && fits(k)) return powers[k] ?? primitive;
  throw new Error(`No root of unity of order ${order} mod ${p} has the values of the reals.`);
};

const makeCircle = (p: number, r: number): Circle => {
  let seed = 77;
  let angle = powerPoint(drawPoint(seed, p), (p + 1) / r, p);
  while (isOne(angle)) angle = powerPoint(drawPoint(++seed, p), (p + 1) / r, p);
  return { angle, unit: findUnit(p, r), unitOrder: (p + 1) / r };
};

/** Builds the chain of this number; its circles are made when first asked for, since only trigonometry needs them. */
export const makeChain = (index: number): Chain => {
  const r = CHAIN_PRIMES[index % CHAIN_COUNT] ?? CHAIN_PRIMES[0];
  const [p0, p1, p2] = [480 * r - 1, 240 * r - 1, 120 * r - 1];
  const drawSquare = (p: number): number => powerMod(drawResidue(mix(index, p), p), 2, p);
  const circles: (Circle | undefined)[] = [undefined, undefined, undefined];
  return {
    index,
    moduli: [p0, p1, p2, r],
    bases: [drawSquare(p0), drawSquare(p1)],
    circle: (level) => (circles[level] ??= makeCircle([p0, p1, p2][level] ?? p0, r)),
  };
};
