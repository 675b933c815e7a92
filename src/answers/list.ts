/** A list of numbers, entry by entry. */

import type { Solution } from '../em/index.js';
import type { Answer, ListSpec, QuantityReference } from '../types.js';
import type { Assessment, QuestionOf } from './assessment.js';
import { assessEntries } from './judge-entries.js';
import type { NumberKey } from './judge-number.js';
import { solvedKey, statedKey } from './number-key.js';
import { shapeAnswer } from './shape.js';
import { isByComponent, ofOtherComponents, solvedList } from './solved.js';

export type PreparedList = {
  readonly kind: 'list';
  readonly question: QuestionOf<ListSpec>;
  readonly keys: readonly NumberKey[];
  /** Whether the entries belong to components, so that they can be exchanged. */
  readonly byComponent: boolean;
  /** The lists of the other components, where the question asks for one component's. */
  readonly others: readonly (readonly NumberKey[])[];
};

export const prepareList = (question: QuestionOf<ListSpec>, solution: Solution): PreparedList => {
  const { key, precision } = question.answer;
  if ('stated' in key) {
    const keys = key.stated.map((text) => statedKey(text, precision));
    return { kind: 'list', question, keys, byComponent: false, others: [] };
  }
  const keysOf = (reference: QuantityReference): readonly NumberKey[] =>
    solvedList(solution, reference).map((value) => solvedKey(value, precision));
  const byComponent = isByComponent(solution, key);
  return {
    kind: 'list',
    question,
    keys: keysOf(key),
    byComponent,
    others: ofOtherComponents(solution, key).map(keysOf),
  };
};

/** The share of the points is the share of the entries that are right. */
export const assessList = ({ keys, byComponent, others }: PreparedList, answer: Answer): Assessment => {
  const shaped = shapeAnswer(answer, [keys.length]);
  const assessment = assessEntries(shaped, keys, undefined, byComponent);
  const mayBeAnother = assessment.verdict === 'incorrect' || assessment.verdict === 'partial';
  const exchanged =
    mayBeAnother && others.some((other) => assessEntries(shaped, other, undefined, false).verdict === 'correct');
  return exchanged ? { ...assessment, remarks: [{ code: 'components-exchanged' }] } : assessment;
};
