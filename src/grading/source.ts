/** A student's own answer as something to go on computing with. */

import type { Assessment, PreparedQuestion } from '../answers/index.js';
import type { Matrix, NumericAnswer, QuantityReference, Vector } from '../types.js';

/** A wrong answer that stands for a whole quantity of the run: a list with an entry a component, or N × K responsibilities. */
export type Source = {
  readonly question: string;
  readonly reference: QuantityReference;
  readonly value: Vector | Matrix;
  /** Half a unit of the last digit the numbers are known to. */
  readonly halfUnit: number;
};

/**
 * The answer as a source, if it is one that anything can follow from. Nothing follows from responsibilities outside [0, 1] or
 * rows that do not sum to one, from weights that are none, a variance that is not positive, or means or responsibilities that
 * are all the same.
 */
export const sourceFrom = (
  { question }: PreparedQuestion,
  { verdict, values }: Assessment,
  parameters: readonly string[],
): Source | undefined => {
  const { answer } = question;
  if (verdict !== 'incorrect' && verdict !== 'partial') return undefined;
  if ((answer.kind !== 'list' && answer.kind !== 'table') || 'stated' in answer.key || values === undefined)
    return undefined;
  const reference = answer.key;
  if (reference.component !== undefined || reference.point !== undefined) return undefined;
  const value = finite(values);
  if (value === undefined || isDegenerate(reference.from, value)) return undefined;
  const carries = parameters.includes(reference.from) || reference.from === 'responsibilities';
  const digits = Math.max(answer.precision.decimals ?? 0, ...value.flat().map(decimalsOf));
  return carries
    ? { question: question.id, reference, value, halfUnit: digits >= 9 ? 0 : 0.5 * 10 ** -digits }
    : undefined;
};

/** Digits after the point that a number needs. */
const decimalsOf = (value: number): number => {
  const [digits = '', power = '0'] = `${value}`.split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(power));
};

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

const finite = (values: NumericAnswer): Vector | Matrix | undefined => {
  if (typeof values !== 'object') return undefined;
  if (values.every(isNumber)) return values;
  const rows = values.flatMap((row) => (typeof row === 'object' && row.every(isNumber) ? [row] : []));
  return rows.length === values.length ? rows : undefined;
};

const isDegenerate = (from: string, value: Vector | Matrix): boolean => {
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
