import type { Expr } from '../types.js';
import {
  addRational,
  exactValue,
  invertRational,
  multiplyRational,
  negateRational,
  ONE,
  type Rational,
  ZERO,
} from './rational.js';

/**
 * An angle taken apart: `turns`·π, whole multiples of inverse trigonometric functions, and the rest. Each part goes to the circle by a way
 * of its own, and the addition theorems put them together.
 */
export type Angle = {
  readonly turns: Rational;
  readonly arcs: readonly { readonly times: number; readonly name: 'asin' | 'acos' | 'atan'; readonly of: Expr }[];
  readonly rest: readonly { readonly times: Rational; readonly of: Expr }[];
};

const MOST_ARC_MULTIPLES = 8;
const MOST_EXPANDED = 64;

const scaled = (angle: Angle, factor: Rational): Angle | undefined => {
  const turns = multiplyRational(angle.turns, factor);
  if (turns === undefined) return undefined;
  const arcs: Angle['arcs'][number][] = [];
  const rest: Angle['rest'][number][] = [];
  for (const term of angle.rest) {
    const times = multiplyRational(term.times, factor);
    if (times === undefined) return undefined;
    rest.push({ times, of: term.of });
  }
  for (const arc of angle.arcs) {
    const times = multiplyRational({ numerator: BigInt(arc.times), denominator: 1n }, factor);
    if (times === undefined) return undefined;
    if (times.denominator === 1n && Math.abs(Number(times.numerator)) <= MOST_ARC_MULTIPLES) {
      arcs.push({ ...arc, times: Number(times.numerator) });
    } else {
      rest.push({ times, of: { kind: 'call', name: arc.name, arguments: [arc.of] } });
    }
  }
  return { turns, arcs, rest };
};

const added = (angles: readonly Angle[]): Angle | undefined => {
  let turns: Rational | undefined = ZERO;
  for (const angle of angles) turns = turns === undefined ? undefined : addRational(turns, angle.turns);
  if (turns === undefined) return undefined;
  return { turns, arcs: angles.flatMap((angle) => angle.arcs), rest: angles.flatMap((angle) => angle.rest) };
};

/** The product multiplied out where one factor is a sum, so that turns come to light: π(x + 1/2) is πx and half a turn. */
const expanded = (factors: readonly Expr[]): Angle | undefined => {
  const place = factors.findIndex((factor) => factor.kind === 'sum');
  const sum = factors[place];
  if (sum?.kind !== 'sum' || sum.terms.length * factors.length > MOST_EXPANDED) return undefined;
  return added(sum.terms.map((term) => splitAngle({ kind: 'product', factors: factors.with(place, term) })));
};

/** Takes an angle (in radians) apart. */
export const splitAngle = (expr: Expr): Angle => {
  const whole: Angle = { turns: ZERO, arcs: [], rest: [{ times: ONE, of: expr }] };
  switch (expr.kind) {
    case 'constant':
      return expr.name === 'pi' ? { turns: ONE, arcs: [], rest: [] } : whole;
    case 'number':
    case 'symbol':
    case 'power':
      return whole;
    case 'negate':
      return scaled(splitAngle(expr.argument), negateRational(ONE)) ?? whole;
    case 'sum':
      return added(expr.terms.map(splitAngle)) ?? whole;
    case 'product': {
      const values = expr.factors.map(exactValue);
      const open = values.flatMap((value, i) => (value === undefined ? [i] : []));
      const [only] = open;
      const factor = only === undefined ? undefined : expr.factors[only];
      if (open.length !== 1 || factor === undefined) return expanded(expr.factors) ?? whole;
      let total: Rational | undefined = ONE;
      for (const value of values)
        if (value !== undefined && total !== undefined) total = multiplyRational(total, value);
      return total === undefined ? whole : (scaled(splitAngle(factor), total) ?? whole);
    }
    case 'quotient': {
      const denominator = exactValue(expr.denominator);
      const inverse = denominator === undefined ? undefined : invertRational(denominator);
      return inverse === undefined ? whole : (scaled(splitAngle(expr.numerator), inverse) ?? whole);
    }
    case 'call': {
      const [of] = expr.arguments;
      if (of === undefined || (expr.name !== 'asin' && expr.name !== 'acos' && expr.name !== 'atan')) return whole;
      return { turns: ZERO, arcs: [{ times: 1, name: expr.name, of }], rest: [] };
    }
  }
};
