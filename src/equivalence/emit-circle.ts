import { children } from '../expression/index.js';
import type { Expr } from '../types.js';
import { splitAngle } from './angles.js';
import { HALF } from './emit-roots.js';
import { OP } from './program.js';
import { ONE } from './rational.js';
import { add, constant, divide, invert, multiply, power, unary, type Value, write, type Writer } from './writer.js';
import { ANGLES } from './worlds.js';

type Point = readonly [Value, Value];

const holdsPi = (expr: Expr): boolean => (expr.kind === 'constant' ? expr.name === 'pi' : children(expr).some(holdsPi));

/** cos and sin of an angle, as a pair of values in neighbouring registers or on their own. */
export const circle = (w: Writer, argument: Expr, world: number): Point => {
  const level = world;
  const angle = splitAngle(argument);
  const order = 480 / 2 ** level;
  const units = (angle.turns.numerator * BigInt(order / 2)) / angle.turns.denominator;
  const divides =
    angle.turns.denominator !== 0n && (angle.turns.numerator * BigInt(order / 2)) % angle.turns.denominator === 0n;
  if (angle.turns.numerator !== 0n && !divides && angle.rest.length + angle.arcs.length === 0) {
    return plainCircle(w, argument, world);
  }
  if (!divides) return plainCircle(w, argument, world);
  const turn = Number(((units % BigInt(order)) + BigInt(order)) % BigInt(order));
  let total: Point | undefined;
  w.usesAngles = true;
  if (angle.rest.length > 0 || turn !== 0 || angle.arcs.length === 0) {
    let inner: Value | undefined;
    for (const { times, of } of angle.rest) {
      // π among other things is no turn: its relation to the turns is lost.
      if (holdsPi(of)) w.opaque = true;
      const term = w.emit(of, ANGLES);
      const isOne = times.numerator === 1n && times.denominator === 1n;
      const part = isOne ? term : multiply(w, constant(w, times, ANGLES), term, ANGLES);
      inner = inner === undefined ? part : add(w, inner, part, ANGLES);
    }
    total = writeCircle(w, inner, turn, world);
  }
  for (const { times, name, of } of angle.arcs) {
    const arc = arcPoint(w, name, of, world);
    const point: Point = times < 0 ? [arc[0], unary(w, OP.negate, world, arc[1])] : arc;
    for (let k = 0; k < Math.abs(times); k++) total = total === undefined ? point : rotate(w, total, point, world);
  }
  return total ?? writeCircle(w, undefined, 0, world);
};

const plainCircle = (w: Writer, argument: Expr, world: number): Point => {
  w.usesAngles = true;
  w.opaque = true;
  return writeCircle(w, w.emit(argument, ANGLES), 0, world);
};

const writeCircle = (w: Writer, inner: Value | undefined, turn: number, world: number): Point => {
  const cos = write(w, OP.circle, world, inner?.register ?? -1, turn);
  const sin = w.registers++;
  w.innerDegree += inner === undefined ? 0 : inner.above + inner.below;
  const degree = inner === undefined ? 0 : 2;
  return [
    { register: cos, above: degree, below: degree },
    { register: sin, above: degree, below: degree },
  ];
};

const rotate = (w: Writer, a: Point, b: Point, world: number): Point => [
  add(w, multiply(w, a[0], b[0], world), multiply(w, a[1], b[1], world), world, OP.subtract),
  add(w, multiply(w, a[0], b[1], world), multiply(w, a[1], b[0], world), world),
];

/** The point at asin u, acos u or atan u: its cosine, or for the sine of acos u that, is never negative. */
const arcPoint = (w: Writer, name: 'asin' | 'acos' | 'atan', of: Expr, world: number): Point => {
  const value = w.emit(of, world);
  const square = multiply(w, value, value, world);
  const one = constant(w, ONE, world);
  w.branches++;
  if (name === 'atan') {
    const length = power(w, add(w, one, square, world), HALF, world, OP.root);
    return [invert(w, length, world), divide(w, value, length, world)];
  }
  const other = power(w, add(w, one, square, world, OP.subtract), HALF, world, OP.root);
  return name === 'asin' ? [other, value] : [value, other];
};
