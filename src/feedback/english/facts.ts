import type { Wording } from '../wording.js';
import { listed, quoted } from './words.js';

/** What can be said for sure of a wrong formula whose mistake is not known. What would turn it into the right one waits until that may be shown. */
export const facts = {
  'constant-factor': ({ factor }, { solution }) => {
    if (factor === '-1') return 'Only the sign of your formula is wrong.';
    return `Your formula is off by a constant factor${solution ? `, ${factor}` : ''}; its shape is right.`;
  },
  'constant-difference': ({ difference }, { solution }) =>
    `Your formula is off by a constant that is added or subtracted${solution ? `, ${difference}` : ''}; all else is right.`,
  'one-component': ({ component }) =>
    `Your formula is right for component ${component} only; it is asked for every component.`,
  'always-the-same': () =>
    'Your formula always has the same value: what stands in it cancels, so the result does not depend on it.',
  'unused-symbols': ({ symbols, through }) =>
    unusedSymbols(symbols.slice(0, mostNamed).map(quoted), symbols.length, through),
  'these-data-only': () => 'Your formula gives the right value for the data of this problem, but not for other data.',
  'undefined-at': ({ witness }) =>
    `Your formula has no value where it should have one, for example at ${listed(
      Object.entries(witness.values).map(([symbol, value]) => `${symbol} = ${value}`),
    )}.`,
  'wrong-degree': ({ symbol, given }) =>
    `Try it with ${symbol}, and everything of its kind, twice as large: your result ${doubled(given)}, and the right one does not.`,
} as const satisfies Wording['facts'];

/** What becomes of a result that grows with this power when what it is made of is doubled. */
const doubled = (power: string): string => {
  const known: { readonly [power: string]: string } = {
    '0': 'stays the same',
    '1': 'is doubled',
    '2': 'becomes four times as large',
    '3': 'becomes eight times as large',
    '-1': 'is halved',
    '-2': 'becomes a quarter of what it was',
  };
  if (Object.hasOwn(known, power)) return known[power] ?? '';
  const [above = '', below = '1'] = power.split('/');
  const factor = 2 ** (Number(above) / Number(below));
  return `is multiplied by ${Number(factor.toPrecision(3))}`;
};

/** Naming all symbols of the right formula would tell too much of it. */
const mostNamed = 2;

const unusedSymbols = (named: readonly string[], count: number, through: string | undefined): string => {
  if (through !== undefined) {
    return count > named.length
      ? `Several symbols enter your formula only through ${quoted(through)}, ${listed(named)} among them; that is not enough.`
      : `${listed(named)} ${count === 1 ? 'enters' : 'enter'} your formula only through ${quoted(through)}; that is not enough.`;
  }
  return count > named.length
    ? `The result depends on symbols that have no influence on your formula, ${listed(named)} among them.`
    : `The result depends on ${listed(named)}, which ${count === 1 ? 'has' : 'have'} no influence on your formula.`;
};
