import type { FormulaFact, Remark } from '../types.js';
import type { Circumstances, Wording } from './wording.js';

/** Tables keyed by code are exhaustive by their type; the compiler cannot follow a look-up in them by a union, so it is told here, once. */
const wordRemark = (remark: Remark, about: Circumstances, wording: Wording): string =>
  (wording.remarks[remark.code] as (remark: Remark, about: Circumstances) => string)(remark, about);

/** Remarks in their order; symbols that do not belong are told together, where the first of them is. */
export const wordRemarks = (remarks: readonly Remark[], about: Circumstances, wording: Wording): readonly string[] => {
  const foreign = remarks.filter((remark) => remark.code === 'foreign-symbol');
  return remarks.flatMap((remark) => {
    if (remark.code !== 'foreign-symbol') return [wordRemark(remark, about, wording)];
    return remark === foreign[0] ? [wording.foreignSymbols(foreign, about.shown)] : [];
  });
};

export const wordFact = (fact: FormulaFact, wording: Wording): string =>
  (wording.facts[fact.code] as (fact: FormulaFact) => string)(fact);
