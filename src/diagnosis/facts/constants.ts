/** Simple numbers behind doubles: 2/3, sqrt(2), 1/(2*pi). */

import { equivalent } from '../../equivalence/index.js';
import type { Domains, Expr } from '../../types.js';

const atoms: readonly { readonly text: string; readonly value: number }[] = [
  { text: '', value: 1 },
  { text: 'pi', value: Math.PI },
  { text: 'sqrt(2)', value: Math.SQRT2 },
  { text: 'sqrt(2*pi)', value: Math.sqrt(2 * Math.PI) },
  { text: 'sqrt(pi)', value: Math.sqrt(Math.PI) },
  { text: 'e', value: Math.E },
  { text: 'ln(2)', value: Math.LN2 },
  { text: 'ln(10)', value: Math.LN10 },
];

/** p/q with a denominator up to 100, where the number is one to 11 digits. */
const fraction = (value: number): string | undefined => {
  for (let q = 1; q <= 100; q += 1) {
    const p = Math.round(value * q);
    if (Math.abs(value * q - p) <= 1e-11 * Math.max(1, Math.abs(value * q)) && Math.abs(p) <= 10_000)
      return q === 1 ? `${p}` : `${p}/${q}`;
  }
  return undefined;
};

/** Texts of simple numbers that a double may be, the simplest first. */
export const simpleNumbers = (value: number): readonly string[] =>
  atoms.flatMap(({ text, value: unit }) => {
    const times = fraction(value / unit);
    const over = text === '' ? undefined : fraction(value * unit);
    const withAtom = times === undefined ? [] : [text === '' ? times : `(${times})*${text}`];
    return over === undefined ? withAtom : [...withAtom, `(${over})/${text}`];
  });

/** Whether two formulas are proved equal. */
export const areEqual = (a: Expr, b: Expr, domains: Domains, given: readonly string[]): boolean => {
  try {
    return equivalent(a, b, { domains, given }).verdict === 'equal';
  } catch {
    return false;
  }
};
