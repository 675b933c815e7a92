import { parseFormula, printLatex } from '../expression/index.js';
import { markup, type Markup } from './html.js';
import type { RenderFormula } from './mathml.js';

/** Written as students write formulas, not as LaTeX: signs of multiplication and division, names of several letters. */
const isOurs = (text: string): boolean => !text.includes('\\') && /[*/]|[a-z]{2}/.test(text);

const toLatex = (text: string): string => {
  if (!isOurs(text)) return text;
  const reading = parseFormula(text);
  return reading.kind === 'formula' ? printLatex(reading.expr) : text;
};

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
