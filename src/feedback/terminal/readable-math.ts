import { parseFormula, printText, printUnicode } from '../../expression/index.js';
import type { Style } from '../style.js';

/** Where a name stands before a parenthesis, and is no function that a formula may hold: `p(x)`, `N(x; mu, sigma^2)`. */
const otherFunction = /(?:^|[^A-Za-z\\])(?!(?:sqrt|exp|ln|log)\()[A-Za-z]\w*\(/;

/** Text with mathematics between dollar signs, as authors write it, with the mathematics in letters a terminal has. */
export const readableMath = (text: string, style: Style): string =>
  text.replace(/\$([^$]+)\$/g, (_, math: string) => printed(math, style) ?? letters(math));

/** A formula as our own printers write it; nothing for what is no formula (equations, sums over i, densities). */
const printed = (math: string, style: Style): string | undefined => {
  if (otherFunction.test(math) || /[|;<>]|\\sum/.test(math)) return undefined;
  const reading = parseFormula(math);
  if (reading.kind === 'unreadable') return undefined;
  const print = style.unicode && !style.plain ? printUnicode : printText;
  const side = reading.leftHandSide === undefined ? '' : `${print({ kind: 'symbol', name: reading.leftHandSide })} = `;
  return `${side}${print(reading.expr)}`;
};

const commands: { readonly [name: string]: string } = {
  pi: 'π',
  mu: 'μ',
  sigma: 'σ',
  gamma: 'γ',
  lambda: 'λ',
  theta: 'θ',
  alpha: 'α',
  beta: 'β',
  sum: 'Σ',
  cdot: '·',
  log: 'log',
  ln: 'ln',
  exp: 'exp',
};

const letters = (math: string): string =>
  math
    .replace(/\\([a-zA-Z]+)/g, (_, name: string) => commands[name] ?? name)
    .replace(/_\{([^{}]*)\}/g, '_$1')
    .replace(/\^\{([^{}]*)\}/g, '^$1');
