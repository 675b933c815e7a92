/** All misconceptions about formulas, by the part of the procedure they belong to. */

import type { FormulaEntry } from './entry.js';
import { meanMisconceptions } from './mean.js';
import { mixingWeightMisconceptions } from './mixing-weight.js';
import type { FormulaPart } from './question.js';
import { responsibilityMisconceptions } from './responsibility.js';
import { varianceMisconceptions } from './variance.js';

const byPart = {
  responsibility: responsibilityMisconceptions,
  mean: meanMisconceptions,
  variance: varianceMisconceptions,
  'mixing-weight': mixingWeightMisconceptions,
} as const satisfies { readonly [Part in FormulaPart]: readonly FormulaEntry[] };

/** Every id of a misconception about formulas. */
export type FormulaMisconceptionId = (typeof byPart)[FormulaPart][number]['id'];

export type FormulaMisconception = FormulaEntry & { readonly id: FormulaMisconceptionId; readonly part: FormulaPart };

const inPart = (part: FormulaPart): readonly FormulaMisconception[] =>
  byPart[part].map((entry) => ({ ...entry, part }));

export const formulaMisconceptions: readonly FormulaMisconception[] = [
  ...inPart('responsibility'),
  ...inPart('mean'),
  ...inPart('variance'),
  ...inPart('mixing-weight'),
];
