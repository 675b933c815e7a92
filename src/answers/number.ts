/** A number: the rounding rule, a tolerance, or exactly. */

import type { Solution } from '../em/index.js';
import type { Answer, NumberSpec, Vector } from '../types.js';
import { type Assessment, type QuestionOf, blank, ungradable } from './assessment.js';
import { type NumberKey, judgeNumber, proofOf } from './judge-number.js';
import { solvedKey, statedKey } from './number-key.js';
import { readNumber, valueOf } from './read-number.js';
import { ofOtherComponents, solvedNumber } from './solved.js';
import { describeShape } from './shape.js';

export type PreparedNumber = {
  readonly kind: 'number';
  readonly question: QuestionOf<NumberSpec>;
  readonly key: NumberKey;
  /** The same quantity of the other components, where the question asks for one component's. */
  readonly others: readonly NumberKey[];
};

/** What the solver gives: nothing where the author states the key. */
export type NumberGroundwork = { readonly value?: number; readonly others: Vector };

export const layNumber = ({ answer: { key } }: QuestionOf<NumberSpec>, solution: Solution): NumberGroundwork =>
  'stated' in key
    ? { others: [] }
    : {
        value: solvedNumber(solution, key),
        others: ofOtherComponents(solution, key).map((other) => solvedNumber(solution, other)),
      };

export const prepareNumber = (
  question: QuestionOf<NumberSpec>,
  { value = Number.NaN, others }: NumberGroundwork,
): PreparedNumber => {
  const { key, precision } = question.answer;
  return {
    kind: 'number',
    question,
    key: 'stated' in key ? statedKey(key.stated, precision) : solvedKey(value, precision),
    others: others.map((other) => solvedKey(other, precision)),
  };
};

export const assessNumber = ({ key, others }: PreparedNumber, answer: Answer): Assessment => {
  if (typeof answer === 'object') {
    if (answer.length === 0) return blank;
    return ungradable({ code: 'wrong-shape', expected: 'one number', given: describeShape([answer.length]) });
  }
  const reading = readNumber(answer);
  if (reading.kind === 'blank') return blank;
  if (reading.kind === 'unreadable') return ungradable(...reading.remarks);
  const values = valueOf(reading);
  const read = {
    values,
    fingerprint: JSON.stringify(values),
    ...(reading.kind === 'number' && reading.expr !== undefined ? { read: reading.expr } : {}),
  };
  if (reading.kind === 'special')
    return { verdict: 'incorrect', share: 0, proof: { method: 'exact' }, remarks: [], ...read };
  const { right, remarks } = judgeNumber(reading, key);
  const proof = proofOf(reading, key);
  const exchanged = !right && others.some((other) => judgeNumber(reading, other).right);
  return {
    verdict: right ? 'correct' : 'incorrect',
    share: right ? 1 : 0,
    proof,
    remarks: [...reading.remarks, ...remarks, ...(exchanged ? [{ code: 'components-exchanged' } as const] : [])],
    ...read,
  };
};
