/** A list of numbers, entry by entry. */

import type { Solution } from '../em/index.js';
import type { Answer, ListSpec, Vector } from '../types.js';
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

/** What the solver gives: nothing where the author states the key. */
export type ListGroundwork = {
  readonly values: Vector;
  readonly byComponent: boolean;
  readonly others: readonly Vector[];
};

export const layList = ({ answer: { key } }: QuestionOf<ListSpec>, solution: Solution): ListGroundwork =>
  'stated' in key
    ? { values: [], byComponent: false, others: [] }
    : {
        values: solvedList(solution, key),
        byComponent: isByComponent(solution, key),
        others: ofOtherComponents(solution, key).map((other) => solvedList(solution, other)),
      };

export const prepareList = (
  question: QuestionOf<ListSpec>,
  { values, byComponent, others }: ListGroundwork,
): PreparedList => {
  const { key, precision } = question.answer;
  const keysOf = (solved: Vector): readonly NumberKey[] => solved.map((value) => solvedKey(value, precision));
  const keys = 'stated' in key ? key.stated.map((text) => statedKey(text, precision)) : keysOf(values);
  return { kind: 'list', question, keys, byComponent, others: others.map(keysOf) };
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
