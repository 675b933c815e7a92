import { maxTerms } from './limits.js';

/** What stands below a ∑ tells: the index, and as much of its numbers as is written there. */
type Bounds = {
  readonly index: string;
  readonly values?: readonly number[];
  readonly first?: number;
  readonly last?: number;
};

/**
 * Reads `i`, `i=1`, `i=1..5`, `i = 1, …, 5`, `i=1,2`, `i \in \{1,2\}`, `i ∈ D`, `1 ≤ i ≤ 5`, with or without brackets around it. Nothing
 * where it is none of them.
 */
export const boundsIn = (written: string): Bounds | undefined => {
  if (written.length > longest) return undefined;
  const text = plain(written);
  const [, single, start] = simple.exec(text) ?? [];
  if (single !== undefined) return start === undefined ? { index: single } : { index: single, first: Number(start) };
  const [, counted, from, to = ''] = dotted.exec(text) ?? [];
  if (counted !== undefined) {
    const ends = { index: counted, first: Number(from) };
    return /^\d/.test(to) ? { ...ends, last: Number(to) } : ends;
  }
  const [, listed, numbers = ''] = enumerated.exec(text) ?? [];
  if (listed !== undefined) return { index: listed, values: numbers.split(',').map(Number).slice(0, maxTerms) };
  const [, low, between, high] = chained.exec(text) ?? [];
  if (between !== undefined) return { index: between, first: Number(low), last: Number(high) };
  const [, member] = inSet.exec(text) ?? [];
  return member === undefined ? undefined : { index: member };
};

/** Bounds are short. */
const longest = 120;

const simple = /^([A-Za-z]'?)(?:=(\d{1,6}))?$/;
/** `i=1..5`, `i=1:5`, `i=1to5`; braces around the numbers are gone. */
const dotted = /^([A-Za-z]'?)(?:=|∈)(\d{1,6})(?:,?\.{2,},?|:|to)(\d{1,6}|[A-Za-z])$/;
const enumerated = /^([A-Za-z]'?)(?:=|∈)(\d{1,6}(?:,\d{1,6})+)$/;
const chained = /^(\d{1,6})≤([A-Za-z]'?)≤(\d{1,6})$/;
const inSet = /^([A-Za-z]'?)∈[A-Za-z]+$/;

/** Without blanks and brackets, and with one spelling for each sign. */
const plain = (written: string): string =>
  written
    .replaceAll(/\\(?:[lc]?dots[cbmio]?)(?![A-Za-z])|…/g, '..')
    .replaceAll(/\\in(?![A-Za-z])|(?<=[A-Za-z])\s+in\s+/g, '∈')
    .replaceAll(/\\le(?:q|qslant)?(?![A-Za-z])|<=/g, '≤')
    .replaceAll(/\\(?:to|rightarrow)(?![A-Za-z])/g, 'to')
    .replaceAll(/\\ell(?![A-Za-z])/g, 'l')
    .replaceAll(/\^?\{?\\prime\}?|[’′]/g, "'")
    .replaceAll(/\\(?:mathcal|mathbb|mathrm|text|[,;:! ])/g, '')
    .replaceAll(/[\s{}()\\]/g, '');
