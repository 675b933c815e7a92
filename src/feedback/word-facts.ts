import type { FormulaFact, Remark } from '../types.js';
import type { Circumstances, Wording } from './wording.js';

/** Tables keyed by code are exhaustive by their type; the compiler cannot follow a look-up in them by a union, so it is told here, once. */
export const wordRemark = (remark: Remark, about: Circumstances, wording: Wording): string =>
  (wording.remarks[remark.code] as (remark: Remark, about: Circumstances) => string)(remark, about);

export const wordFact = (fact: FormulaFact, wording: Wording): string =>
  (wording.facts[fact.code] as (fact: FormulaFact) => string)(fact);
