/** Which misconceptions deserve the same feedback. */

import { once } from '../memory/index.js';
import type { FormulaMisconceptionId } from './formulas/index.js';
import { numericMisconceptions, type NumericMisconceptionId } from './numeric/index.js';

/** Every id; one that is both about numbers and about formulas is one misconception. */
export type MisconceptionId = NumericMisconceptionId | FormulaMisconceptionId;

const families = once(
  (): ReadonlyMap<string, string> => new Map(numericMisconceptions().map(({ id, family }) => [id, family])),
);

/** The family of a misconception: itself, where it has none that it shares its feedback with. */
export const familyOf = (id: string): string => families().get(id) ?? id;
