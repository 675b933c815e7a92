import {
  constant,
  mapChildren,
  number,
  parseFormula,
  power,
  printLatex,
  printText,
  quotient,
  substitute,
  symbol,
  symbolsOf,
} from '../../../src/expression/index.js';
import type { Domains, Expr } from '../../../src/types.js';
import { confirm } from '../../equivalence/corpus/confirm.js';
import { generatePairs } from '../../equivalence/corpus/generate.js';
import { differentRows, equalRows, type Row } from '../../equivalence/tables.js';
import type { Question } from './peer.js';

export type Labelled = {
  readonly question: Question;
  readonly equal: boolean;
  /** Of the corpus, where formulas are as long as students write them; rows of the tables try one rule in a few characters. */
  readonly isLong: boolean;
};

/** Letters that no peer reads as a constant, a unit or a function. */
const letters = Array.from('xyabckmnpqrstuvw', (letter) => symbol(letter));

/** What every peer can read: single letters, e^u for exp(u), powers for cube roots. */
const plain = (expr: Expr): Expr => {
  const inner = mapChildren(expr, plain);
  if (inner.kind !== 'call') return inner;
  const [of = inner] = inner.arguments;
  if (inner.name === 'exp') return power(constant('e'), of);
  return inner.name === 'cbrt' ? power(of, quotient(number(1), number(3))) : inner;
};

const label = (
  left: Expr,
  right: Expr,
  domains: Domains,
  given: readonly string[],
  equal: boolean,
): Labelled | undefined => {
  const names = [
    ...new Set([...symbolsOf(left), ...symbolsOf(right), ...given.flatMap((text) => text.match(/[a-z]\w*/gi) ?? [])]),
  ];
  if (names.length > letters.length) return undefined;
  const renamed = new Map(names.map((name, i) => [name, letters[i] ?? symbol(name)]));
  const write = (expr: Expr): Expr => plain(substitute(expr, renamed));
  const nameOf = (name: string): string => {
    const other = renamed.get(name);
    return other?.kind === 'symbol' ? other.name : name;
  };
  const [a, b] = [write(left), write(right)];
  return {
    equal,
    isLong: false,
    question: {
      text: [printText(a), printText(b)],
      latex: [printLatex(a), printLatex(b)],
      domains: Object.fromEntries(
        Object.entries(domains).flatMap(([name, domain]) => (renamed.has(name) ? [[nameOf(name), domain]] : [])),
      ),
      given: given.map((text) => text.replace(/[a-z]\w*/gi, nameOf)),
    },
  };
};

const fromRow = ([left, right, domains = {}, given = []]: Row, equal: boolean): Labelled | undefined => {
  const [a, b] = [left, right].map((text) => parseFormula(text, { symbols: Object.keys(domains) }));
  // Few peers know min, max and factorials, and identities with functions cannot be renamed by their names alone.
  if (
    a?.kind !== 'formula' ||
    b?.kind !== 'formula' ||
    /m(in|ax)|!|log|tan|cosh|sinh/.test(left + right) ||
    given.some((text) => /exp|sin/.test(text))
  )
    return undefined;
  return label(a.expr, b.expr, domains, given, equal);
};

/** The tables, and a sample of the corpus with the labels that 70 digits give. */
export const labelledPairs = (count: number): readonly Labelled[] => [
  ...equalRows.flatMap((row) => fromRow(row, true) ?? []),
  ...differentRows.flatMap((row) => fromRow(row, false) ?? []),
  ...generatePairs(count, 77).flatMap((pair, index) => {
    const expected = confirm(pair, index);
    const labelled = label(pair.left, pair.right, pair.domains, pair.given, expected === 'E');
    return expected === '?' || labelled === undefined ? [] : { ...labelled, isLong: true };
  }),
];
