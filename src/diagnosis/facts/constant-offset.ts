/** Right up to a constant factor, or up to a constant that is added. */

import { parseFormula, product, sum } from '../../expression/index.js';
import type { Expr, FormulaFact } from '../../types.js';
import { areEqual, simpleNumbers } from './constants.js';
import { isClose, type Subject } from './subject.js';

/** The value that all samples share, if they do. */
const shared = (values: readonly number[]): number | undefined => {
  const [first] = values;
  return first !== undefined &&
    values.length > 2 &&
    values.every((value) => Number.isFinite(value) && isClose(value, first))
    ? first
    : undefined;
};

/** The simplest number near `value` with which `build` makes the formula that was given. */
const proved = (
  value: number,
  build: (constant: Expr) => Expr,
  { given, domains, spec }: Subject,
): string | undefined =>
  simpleNumbers(value).find((text) => {
    const reading = parseFormula(text);
    return reading.kind === 'formula' && areEqual(given, build(reading.expr), domains, spec.given);
  });

export const constantOffset = (subject: Subject): readonly FormulaFact[] => {
  const { samples, right } = subject;
  const ratio = shared(samples.map((sample) => sample.given / sample.right));
  if (ratio !== undefined && ratio !== 0 && ratio !== 1) {
    const factor = proved(ratio, (constant) => product(constant, right), subject);
    if (factor !== undefined) return [{ code: 'constant-factor', factor }];
  }
  const gap = shared(samples.map((sample) => sample.given - sample.right));
  if (gap !== undefined && Math.abs(gap) > 1e-9) {
    const difference = proved(gap, (constant) => sum(right, constant), subject);
    if (difference !== undefined) return [{ code: 'constant-difference', difference }];
  }
  return [];
};
