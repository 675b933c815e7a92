import { type KnownNames, knowNames, type Spellings } from './known-names.js';

/** What is known when a formula is read. `prepareVocabulary` makes one ready for reading many formulas. */
export type Vocabulary = {
  /** The names that are symbols. */
  readonly symbols?: readonly string[];
  /** Those of them that the question itself offers (all, if not stated): they win where a spelling fits two. */
  readonly offered?: readonly string[];
  /** What may stand before an equals sign. */
  readonly leftHandSide?: readonly string[];
  /** Letters in the indices of symbols that range over numbers: with `k: [1, 2]`, a sum over k without bounds has two terms. */
  readonly index?: { readonly [letter: string]: readonly number[] } | undefined;
  /** The symbols by their spellings, found by `prepareVocabulary`. */
  readonly names?: KnownNames;
};

/**
 * Looks through the symbols once, so that reading a formula need not: worth it where many formulas are read with the same vocabulary.
 * What is read stays the same. `spellings` are those of its symbols.
 */
export const prepareVocabulary = <Known extends Vocabulary>(vocabulary: Known, spellings?: Spellings): Known => ({
  ...vocabulary,
  names: knowNames(vocabulary.symbols ?? [], spellings),
});
