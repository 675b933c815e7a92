import { isFailure, quantity } from '../../em/index.js';
import { evaluateConstant } from '../../equivalence/index.js';
import { parseFormula } from '../../expression/index.js';
import type { AnswerSpec, Precision } from '../../types.js';
import type { Check, Inspection } from './check.js';

/** A precision that takes zero for the answer takes nearly anything: of −50, `relative: 20` makes a right answer to 3. */
export const checkWidth: Check = (inspection) => {
  for (const [index, { answer, id }] of inspection.problem.questions.entries()) {
    if (answer.kind !== 'number' && answer.kind !== 'list' && answer.kind !== 'table') continue;
    const largest = Math.max(0, ...valuesOf(inspection, answer.key).map(Math.abs));
    if (largest === 0 || !(largest < Infinity)) continue;
    const wide = fieldThatTakesZero(answer.precision, largest);
    if (wide === undefined) continue;
    const [field, value] = wide;
    const shown = Number(largest.toPrecision(4));
    inspection.warn(
      'precision',
      ['questions', index, answer.kind, field],
      field === 'relative'
        ? `“${id}” takes answers for right that are off by ${value} times what is right: zero is one of them.`
        : `“${id}” is ${answer.kind === 'number' ? shown : `${shown} at most`}, and with ${field}: ${value} zero is right as well.`,
      mends[field],
    );
  }
};

type Wide = readonly [field: 'decimals' | 'tolerance' | 'relative', value: number];

const fieldThatTakesZero = ({ decimals, tolerance, relative }: Precision, largest: number): Wide | undefined => {
  if (relative !== undefined && relative >= 1) return ['relative', relative];
  if (tolerance !== undefined && tolerance >= largest) return ['tolerance', tolerance];
  return decimals !== undefined && largest < 0.5 * 10 ** -decimals ? ['decimals', decimals] : undefined;
};

const mends = {
  decimals: 'Ask for more decimals, or write relative: 0.01 for one percent.',
  tolerance: 'Write a smaller tolerance, or relative: 0.01 for one percent.',
  relative: 'It is a share: write relative: 0.01 for one percent.',
};

/** The right numbers, as far as they are known. */
const valuesOf = (
  { solution }: Inspection,
  key: Extract<AnswerSpec, { kind: 'number' | 'list' | 'table' }>['key'],
): readonly number[] => {
  if ('stated' in key) return [key.stated].flat(2).map(constantValue);
  const value = solution === undefined ? 0 : quantity(solution, key);
  return isFailure(value) ? [] : [value].flat(2);
};

const constantValue = (text: string): number => {
  const reading = parseFormula(text);
  const value = reading.kind === 'unreadable' ? undefined : evaluateConstant(reading.expr);
  return value?.kind === 'rational' || value?.kind === 'real' ? value.value : 0;
};
