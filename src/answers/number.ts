/** A number: the rounding rule, a tolerance, or exactly. */

import type { Solution } from '../em/index.js';
import type { Answer, NumberSpec } from '../types.js';
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

export const prepareNumber = (question: QuestionOf<NumberSpec>, solution: Solution): PreparedNumber => {
  const { key, precision } = question.answer;
  if ('stated' in key) return { kind: 'number', question, key: statedKey(key.stated, precision), others: [] };
  return {
    kind: 'number',
    question,
    key: solvedKey(solvedNumber(solution, key), precision),
    others: ofOtherComponents(solution, key).map((other) => solvedKey(solvedNumber(solution, other), precision)),
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
