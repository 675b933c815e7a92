import type { Expr, FunctionName } from '../types.js';
import { greekLetter } from './greek.js';
import { hasManyIndices, partsOf } from './name-parts.js';
import { tightness } from './print-text.js';

/** LaTeX for display and for reading again: `\frac` for quotients, `\cdot` for products, `\hat{\mu}_k` for hatmu_k. */
export const printLatex = (expr: Expr): string => write('', expr, latexName);

/** The same for many formulas in the same names, which are taken apart once. */
export const createLatexPrinter = (): ((expr: Expr) => string) => {
  const names = new Map<string, string>();
  const nameOf: NameOf = (name) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    if (names.size >= mostNames) names.clear();
    const latex = latexName(name);
    names.set(name, latex);
    return latex;
  };
  return (expr) => write('', expr, nameOf);
};

const mostNames = 1000;

type NameOf = (name: string) => string;

/** Goes on with a text that has begun: one text that grows is put together faster than many short ones. */
const write = (before: string, expr: Expr, nameOf: NameOf): string => {
  switch (expr.kind) {
    case 'number':
      return before + latexNumber(expr.text);
    case 'constant':
      return before + (expr.name === 'pi' ? '\\pi' : 'e');
    case 'symbol':
      return before + nameOf(expr.name);
    case 'negate':
      return within(`${before}-`, expr.argument, 3, nameOf);
    case 'sum':
      return expr.terms.reduce((text, term, index) => writeTerm(text, term, index, nameOf), before);
    case 'product':
      return expr.factors.reduce(
        (text, factor, index) => within(index === 0 ? text : `${text} \\cdot `, factor, 4, nameOf),
        before,
      );
    case 'quotient': {
      const above = write(`${before}\\frac{`, expr.numerator, nameOf);
      return `${write(`${above}}{`, expr.denominator, nameOf)}}`;
    }
    case 'power': {
      const base = within(before, expr.base, isPlain(expr.base) ? 5 : 6, nameOf);
      return `${write(`${base}^{`, expr.exponent, nameOf)}}`;
    }
    case 'call':
      return before + latexCall(expr.name, expr.arguments, nameOf);
  }
};

const bracketed = (text: string): string => `\\left(${text}\\right)`;

/** As in plain text, but a fraction line groups by itself. */
const within = (before: string, expr: Expr, least: number, nameOf: NameOf): string => {
  const own = expr.kind === 'quotient' && least <= 4 ? 4 : isScientific(expr) ? 3 : tightness(expr);
  return own < least ? `${write(`${before}\\left(`, expr, nameOf)}\\right)` : write(before, expr, nameOf);
};

const isPlain = (expr: Expr): boolean => expr.kind !== 'call' || expr.name === 'abs';

const isScientific = (expr: Expr): boolean => expr.kind === 'number' && expr.text.includes('e');

const latexNumber = (text: string): string => {
  const e = text.indexOf('e');
  return e < 0 ? text : `${text.slice(0, e)} \\cdot 10^{${text.slice(e + 1)}}`;
};

const writeTerm = (before: string, term: Expr, index: number, nameOf: NameOf): string =>
  term.kind === 'negate' && index > 0
    ? within(`${before} - `, term.argument, 3, nameOf)
    : within(index === 0 ? before : `${before} + `, term, 2, nameOf);

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

const latexCall = (name: FunctionName, args: readonly Expr[], nameOf: NameOf): string => {
  const inner = args.map((argument) => write('', argument, nameOf)).join(', ');
  switch (name) {
    case 'sqrt':
      return `\\sqrt{${inner}}`;
    case 'cbrt':
      return `\\sqrt[3]{${inner}}`;
    case 'abs':
      return `\\left|${inner}\\right|`;
    case 'factorial':
      return `${args.map((argument) => within('', argument, argument.kind === 'call' ? 6 : 5, nameOf)).join('')}!`;
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
