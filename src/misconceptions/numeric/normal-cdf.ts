/** The standard normal distribution function. */

const density = (z: number): number => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);

/** Φ(z) = 1/2 + φ(z)·(z + z³/3 + z⁵/15 + …) (Marsaglia, Journal of Statistical Software 11(4), 2004). */
const bySeries = (z: number): number => {
  let term = z;
  let total = z;
  for (let n = 3; Math.abs(term) > Number.EPSILON * Math.abs(total); n += 2) {
    term *= (z * z) / n;
    total += term;
  }
  return 0.5 + density(z) * total;
};

/** 1 − Φ(z) for z > 0 by Laplace's continued fraction φ(z) / (z + 1/(z + 2/(z + 3/…))). */
const upperTail = (z: number): number => {
  let fraction = z;
  for (let n = 80; n >= 1; n -= 1) fraction = z + n / fraction;
  return density(z) / fraction;
};

/** Φ(z) to about 14 digits, in the lower tail too; NaN for NaN. */
export const normalCdf = (z: number): number => {
  if (Math.abs(z) < 3) return bySeries(z);
  return z < 0 ? upperTail(-z) : 1 - upperTail(z);
};
