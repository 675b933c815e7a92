/** A student's own answer as something to go on computing with. */

import type { PreparedQuestion } from '../answers/index.js';
import { type Solution, isFailure, quantity } from '../em/index.js';
import type { Matrix, NumericAnswer, QuantityReference, Vector } from '../types.js';
import type { Answered } from './assess-once.js';

/** A wrong answer that stands for a quantity of the run, or a part of it. */
export type Source = {
  readonly question: string;
  readonly reference: QuantityReference;
  /** The student's numbers, in reading order. */
  readonly numbers: Vector;
  /** Half a unit of the last digit the numbers are known to. */
  readonly halfUnit: number;
  /** The whole quantity with such numbers in their place. */
  readonly put: Put;
};
/** A parameter has an entry a component, the responsibilities a row a point and a column a component. */
export type Whole = Vector | Matrix;
type Put = (whole: Whole, numbers: Vector) => Whole;

/**
 * The answer as a source, if it is one that anything can follow from. Nothing follows from responsibilities outside [0, 1] or
 * rows that do not sum to one, from weights that are none, a variance that is not positive, or means or responsibilities that
 * are all the same.
 */
export const sourceFrom = (
  { question: { id, answer }, prepared, assessment: { verdict, values } }: Answered,
  parameters: readonly string[],
  solution: () => Solution,
): Source | undefined => {
  if ((verdict !== 'incorrect' && verdict !== 'partial') || values === undefined) return undefined;
  if ((answer.kind !== 'number' && answer.kind !== 'list' && answer.kind !== 'table') || 'stated' in answer.key)
    return undefined;
  const reference = answer.key;
  const { from, at } = reference;
  if (!parameters.includes(from) && from !== 'responsibilities') return undefined;
  const right = quantity(solution(), { from, at });
  const numbers = flat(values);
  const put = putter(reference);
  if (isFailure(right) || typeof right === 'number' || put === undefined) return undefined;
  if (numbers.length !== keysOf(prepared()) || !numbers.every(Number.isFinite)) return undefined;
  if (isDegenerate(from, put(right, numbers))) return undefined;
  const digits = Math.max(answer.precision.decimals ?? 0, ...numbers.map(decimalsOf));
  return { question: id, reference, numbers, halfUnit: digits >= 9 ? 0 : 0.5 * 10 ** -digits, put };
};

const keysOf = (prepared: PreparedQuestion): number =>
  prepared.kind === 'list' || prepared.kind === 'table' ? prepared.keys.length : 1;

/** Numbers in reading order; words such as nan are no numbers. */
export const flat = (values: NumericAnswer): Vector =>
  typeof values === 'object' ? values.flatMap(flat) : [typeof values === 'number' ? values : Number.NaN];

/** Digits after the point that a number needs. */
const decimalsOf = (value: number): number => {
  const [digits = '', power = '0'] = `${value}`.split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(power));
};

/** What one component of two leaves to the other is known where both sum to one. */
const putter = ({ from, component, point }: QuantityReference): Put | undefined => {
  const index = (component ?? 1) - 1;
  const shares = from === 'weights' || from === 'responsibilities';
  const single = (row: Vector, value: number): Vector =>
    row.map((other, k) => (k === index ? value : shares && row.length === 2 ? 1 - value : other));
  if (from !== 'responsibilities') {
    if (component === undefined) return shapedAs;
    return (whole, [value = Number.NaN]) => single(whole as Vector, value);
  }
  if (component === undefined && point === undefined) return shapedAs;
  return (whole, numbers) =>
    (whole as Matrix).map((row, i) => {
      if (point !== undefined && point !== i) return row;
      if (component === undefined) return numbers;
      return single(row, numbers[point === undefined ? i : 0] ?? Number.NaN);
    });
};

/** Numbers in reading order, in rows where the whole has rows. */
const shapedAs: Put = (whole, numbers) => {
  let next = 0;
  const rows = (whole as readonly (number | Vector)[]).map((row) => {
    const from = next;
    next += typeof row === 'number' ? 1 : row.length;
    return typeof row === 'number' ? (numbers[from] ?? Number.NaN) : numbers.slice(from, next);
  });
  // Rows where the whole has rows, numbers where it has numbers.
  return rows as Whole;
};

const isDegenerate = (from: string, value: Whole): boolean => {
  const numbers = value.flat();
  const trivial = numbers.length > 1 && numbers.every((number) => number === numbers[0]);
  if (numbers.length === 0 || (trivial && (from === 'means' || from === 'responsibilities'))) return true;
  if (from === 'responsibilities') return !value.every((row) => typeof row === 'object' && isDistribution(row));
  if (from === 'weights') return !isDistribution(numbers);
  return from === 'variances' && numbers.some((number) => number <= 0);
};

/** Probabilities that sum to one, up to the half digit that each may have lost by rounding to two decimals. */
const isDistribution = (values: Vector): boolean => {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.every((value) => value >= 0 && value <= 1) && Math.abs(sum - 1) <= 0.005 * values.length + 1e-9;
};
