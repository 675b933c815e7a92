import type { Wording } from '../wording.js';
import { listed, quoted } from './words.js';

/** What can be said for sure of a wrong formula whose mistake is not known. */
export const facts = {
  'constant-factor': ({ factor }) => `Your formula is off by a constant factor, ${factor}; its shape is right.`,
  'constant-difference': ({ difference }) => `Your formula is off by a constant, ${difference}; all else agrees.`,
  'one-component': ({ component }) =>
    `Your formula is right for component ${component} only; it is asked for every component.`,
  'unused-symbols': ({ symbols }) => unusedSymbols(symbols.slice(0, mostNamed).map(quoted), symbols.length),
  'these-data-only': () => 'Your formula gives the right value for the data of this problem, but not for other data.',
  'undefined-at': ({ witness }) =>
    `Your formula has no value where it should have one, for example at ${listed(
      Object.entries(witness.values).map(([symbol, value]) => `${symbol} = ${value}`),
    )}.`,
  'wrong-degree': ({ symbol, given }) =>
    `Check the units: when everything measured like ${symbol} is doubled, your result grows as the power ${given}, which cannot be right.`,
} as const satisfies Wording['facts'];

/** Naming all symbols of the right formula would tell too much of it. */
const mostNamed = 2;

const unusedSymbols = (named: readonly string[], count: number): string =>
  count > named.length
    ? `The result depends on symbols that have no influence on your formula, ${listed(named)} among them.`
    : `The result depends on ${listed(named)}, which ${count === 1 ? 'has' : 'have'} no influence on your formula.`;
