import { parseFormula, printLatex } from '../expression/index.js';
import { markup, type Markup } from './html.js';
import type { RenderFormula } from './mathml.js';

/** Written as students write formulas, not as LaTeX: signs of multiplication and division, names of several letters. */
const isOurs = (text: string): boolean => !text.includes('\\') && /[*/]|[a-z]{2}/.test(text);

/** Where a name stands before a parenthesis, and is no function that a formula may hold: `p(x)`, `N(x; mu, sigma^2)`. */
const otherFunction = /(?:^|[^A-Za-z])(?!(?:sqrt|exp|ln|log|abs)\()[A-Za-z]\w*\(/;

/** Equations and inequalities, whose sides are formulas each. */
const relation = /\s*(<=|>=|≤|≥|<|>|=)\s*/;
const relations: { readonly [sign: string]: string } = { '<=': '\\le', '>=': '\\ge', '≤': '\\le', '≥': '\\ge' };

const toLatex = (text: string): string =>
  isOurs(text)
    ? text
        .split(relation)
        .map((part, i) => (i % 2 === 0 ? sideToLatex(part) : (relations[part] ?? part)))
        .join(' ')
    : text;

const sideToLatex = (text: string): string => {
  const reading = otherFunction.test(text) ? undefined : parseFormula(text);
  return reading?.kind === 'formula' ? printLatex(reading.expr) : inSigns(text);
};

const functions: ReadonlySet<string> = new Set(['log', 'ln', 'exp']);

/** What is no formula to us, with its names and products set all the same. */
const inSigns = (text: string): string =>
  text
    .replace(/[A-Za-z]+(?:_[A-Za-z0-9]+)?/g, (name) => {
      const reading = parseFormula(name);
      if (reading.kind === 'formula') return printLatex(reading.expr);
      return functions.has(name) ? `\\${name}` : name;
    })
    .replace(/\s*\*\s*/g, ' \\cdot ');

/** An author's text: paragraphs end at empty lines, and what stands between dollar signs is a formula, in LaTeX or as students write it. */
export const renderProse = (text: string, renderFormula: RenderFormula): Markup => {
  const paragraphs = text.trim().split(/\n\s*\n/);
  return markup`${paragraphs.map(
    (paragraph) =>
      markup`<p>${paragraph
        .replace(/\s*\n\s*/g, ' ')
        .split(/\$([^$]+)\$/)
        .map((part, i) => (i % 2 === 0 ? part : renderFormula(toLatex(part), 'sentence')))}</p>`,
  )}`;
};
