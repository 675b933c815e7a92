import type { Disclosed, FormulaFact, Remark } from '../types.js';
import type { Circumstances, DigitRemark, UnknownSymbol, Wording } from './wording.js';

/** Tables keyed by code are exhaustive by their type; the compiler cannot follow a look-up in them by a union, so it is told here, once. */
const wordRemark = (remark: Remark, about: Circumstances, wording: Wording): string =>
  (wording.remarks[remark.code] as (remark: Remark, about: Circumstances) => string)(remark, about);

/** Remarks in their order, each sentence once; symbols that do not belong, or that nobody knows, and what is alike in the digits of entries, are told together where the first of them is. */
export const wordRemarks = (remarks: readonly Remark[], about: Circumstances, wording: Wording): readonly string[] => {
  const foreign = remarks.filter((remark) => remark.code === 'foreign-symbol');
  const sentences = remarks.map((remark) => {
    if (remark.code === 'foreign-symbol') return wording.foreignSymbols(foreign, about.shown);
    if (remark.code === 'unknown-symbol')
      return wording.unknownSymbols(remarks.filter((other) => isLike(remark, other)));
    if (isOfDigits(remark))
      return wording.digits(
        remarks.filter(isOfDigits).filter(({ code, asked }) => code === remark.code && asked === remark.asked),
      );
    return wordRemark(remark, about, wording);
  });
  return [...new Set(sentences)];
};

const isOfDigits = (remark: Remark): remark is DigitRemark =>
  remark.code === 'misrounded' || remark.code === 'wrong-further-digits' || remark.code === 'too-few-digits';

/** Unknown in the same place, and what was meant is known of both, or of neither. */
const isLike = (remark: UnknownSymbol, other: Remark): other is UnknownSymbol =>
  other.code === 'unknown-symbol' &&
  other.at?.join() === remark.at?.join() &&
  (other.suggestion === undefined) === (remark.suggestion === undefined);

export const wordFact = (fact: FormulaFact, shown: Disclosed, wording: Wording): string =>
  (wording.facts[fact.code] as (fact: FormulaFact, shown: Disclosed) => string)(fact, shown);
