import type { Branch, RealPoint } from './branch.js';
import { exactAt } from './many-digits.js';
import { addRational, multiplyRational, negateRational, ONE, type Rational } from './rational.js';
import { isInside, nearestDouble } from './real-points.js';

/** A small change, the more so for each further symbol, that leaves no whole number whole and no fraction of few digits one. */
const NUDGE = 1n << 20n;
const MOST_TRIES = 4n;

const nudged = (value: Rational, by: bigint): Rational | undefined => {
  const share: Rational = { numerator: by, denominator: NUDGE };
  if (value.numerator === 0n) return share;
  const factor = addRational(ONE, share);
  return factor && multiplyRational(value, factor);
};

/**
 * A point close by at which all values are a little different, but for those of the symbols in `kept`: what holds at special values alone, such
 * as whole ones, does not hold there. Undefined where the identities and domains leave no such point.
 */
export const nearbyPoint = (branch: Branch, point: RealPoint, kept: readonly string[]): RealPoint | undefined => {
  for (let attempt = 1n; attempt <= MOST_TRIES; attempt++) {
    const moved = move(branch, point, kept, attempt % 2n === 1n ? attempt : -attempt);
    if (moved !== undefined) return moved;
  }
  return undefined;
};

const move = (branch: Branch, point: RealPoint, kept: readonly string[], start: bigint): RealPoint | undefined => {
  const { domains, solution } = branch;
  const near: RealPoint = { exact: new Map(), doubles: new Map(), errors: new Map(), texts: new Map() };
  const put = (name: string, value: Rational | undefined): boolean => {
    if (value === undefined || !isInside(value, Object.hasOwn(domains, name) ? domains[name] : undefined)) return false;
    const [double, error] = nearestDouble(value);
    near.exact.set(name, value);
    near.doubles.set(name, double);
    if (error > 0) near.errors.set(name, error);
    return true;
  };
  let by = start;
  for (const [name, value] of point.exact) {
    if (solution.has(name)) continue;
    const isKept = kept.includes(name);
    const inside =
      put(name, isKept ? value : nudged(value, by)) ||
      put(name, nudged(value, -by)) ||
      put(name, addRational(value, negateRational({ numerator: by, denominator: NUDGE })));
    if (!inside) return undefined;
    by += start < 0n ? -2n : 2n;
  }
  for (const [name, formula] of solution) {
    if (point.exact.has(name) && !put(name, exactAt(formula, near.exact))) return undefined;
  }
  return near;
};
