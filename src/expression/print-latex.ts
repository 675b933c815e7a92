import type { Expr, FunctionName } from '../types.js';
import { greekLetter } from './greek.js';
import { hasManyIndices, partsOf } from './name-parts.js';
import { tightness } from './print-text.js';

/** LaTeX for display and for reading again: `\frac` for quotients, `\cdot` for products, `\hat{\mu}_k` for hatmu_k. */
export const printLatex = (expr: Expr): string => {
  switch (expr.kind) {
    case 'number':
      return latexNumber(expr.text);
    case 'constant':
      return expr.name === 'pi' ? '\\pi' : 'e';
    case 'symbol':
      return latexName(expr.name);
    case 'negate':
      return `-${within(expr.argument, 3)}`;
    case 'sum':
      return expr.terms.map((term, index) => latexTerm(term, index)).join('');
    case 'product':
      return expr.factors.map((factor) => within(factor, 4)).join(' \\cdot ');
    case 'quotient':
      return `\\frac{${printLatex(expr.numerator)}}{${printLatex(expr.denominator)}}`;
    case 'power':
      return `${within(expr.base, isPlain(expr.base) ? 5 : 6)}^{${printLatex(expr.exponent)}}`;
    case 'call':
      return latexCall(expr.name, expr.arguments);
  }
};

const bracketed = (text: string): string => `\\left(${text}\\right)`;

/** As in plain text, but a fraction line groups by itself. */
const within = (expr: Expr, least: number): string => {
  const text = printLatex(expr);
  const own = expr.kind === 'quotient' && least <= 4 ? 4 : isScientific(expr) ? 3 : tightness(expr);
  return own < least ? bracketed(text) : text;
};

const isPlain = (expr: Expr): boolean => expr.kind !== 'call' || expr.name === 'abs';

const isScientific = (expr: Expr): boolean => expr.kind === 'number' && expr.text.includes('e');

const latexNumber = (text: string): string => {
  const [digits = '', exponent] = text.split('e');
  return exponent === undefined ? digits : `${digits} \\cdot 10^{${exponent}}`;
};

const latexTerm = (term: Expr, index: number): string => {
  if (term.kind === 'negate' && index > 0) return ` - ${within(term.argument, 3)}`;
  const text = within(term, 2);
  return index === 0 ? text : ` + ${text}`;
};

/** `\gamma_{k1}` for gamma_k1; names that are no letter stand upright. */
const latexName = (name: string): string => {
  if (hasManyIndices(name)) return `\\mathrm{${name.replaceAll('_', '\\_')}}`;
  const { accent, base, index } = partsOf(name);
  const letter = latexWord(base);
  const dressed = accent === '' ? letter : `\\${accent}{${letter}}`;
  if (index === '') return dressed;
  if (index.length === 1) return `${dressed}_${index}`;
  const isUpright = index.length > 3 || greekLetter(index) !== undefined;
  return `${dressed}_{${isUpright ? latexWord(index) : index}}`;
};

const latexWord = (word: string): string => {
  if (word.length === 1) return word;
  return greekLetter(word) === undefined ? `\\mathrm{${word}}` : `\\${word}`;
};

const latexCall = (name: FunctionName, args: readonly Expr[]): string => {
  const inner = args.map((argument) => printLatex(argument)).join(', ');
  switch (name) {
    case 'sqrt':
      return `\\sqrt{${inner}}`;
    case 'cbrt':
      return `\\sqrt[3]{${inner}}`;
    case 'abs':
      return `\\left|${inner}\\right|`;
    case 'factorial':
      return `${args.map((argument) => within(argument, argument.kind === 'call' ? 6 : 5)).join('')}!`;
    case 'log10':
    case 'log2':
      return `\\log_{${name.slice(3)}}${bracketed(inner)}`;
    case 'asin':
    case 'acos':
    case 'atan':
      return `\\arc${name.slice(1)}${bracketed(inner)}`;
    case 'exp':
    case 'ln':
    case 'min':
    case 'max':
    case 'sin':
    case 'cos':
    case 'tan':
    case 'sinh':
    case 'cosh':
    case 'tanh':
      return `\\${name}${bracketed(inner)}`;
  }
};
