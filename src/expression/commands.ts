import { functionNamed } from './functions.js';
import { isGreekName } from './greek.js';
import type { TokenKind } from './tokens.js';

/** What a LaTeX command means to the scanner. */
export type Meaning =
  | { readonly kind: 'token'; readonly token: TokenKind; readonly text: string }
  | { readonly kind: 'blank' }
  /** `\left`, `\big`: only changes the size of the bracket that follows. */
  | { readonly kind: 'size' }
  /** `\mathcal`: only changes the looks of what follows. */
  | { readonly kind: 'font' }
  /** `\text{…}`, `\mathrm{…}`: the letters in braces form one word. */
  | { readonly kind: 'upright' }
  /** Known, and not something a formula may hold: why. */
  | { readonly kind: 'refused'; readonly why: string; readonly fix: string };

const token = (kind: TokenKind, text: string): Meaning => ({ kind: 'token', token: kind, text });
const refused = (why: string, fix: string): Meaning => ({ kind: 'refused', why, fix });
const oneSided = 'A formula here is one expression, with one value.';

/** The meaning of `\name`, if it is known. */
export const meaningOf = (name: string): Meaning | undefined => {
  switch (name) {
    case 'frac':
    case 'dfrac':
    case 'tfrac':
    case 'cfrac':
    case 'nicefrac':
    case 'sfrac':
      return token('frac', 'frac');
    case 'binom':
    case 'dbinom':
    case 'tbinom':
      return token('frac', 'binom');
    case 'over':
      return token('infix', 'frac');
    case 'choose':
      return token('infix', 'binom');
    case 'sqrt':
      return token('root', '2');
    case 'cdot':
    case 'times':
    case 'ast':
    case 'bullet':
    case 'cdotp':
    case 'centerdot':
      return token('*', name);
    case 'div':
    case 'slash':
      return token('/', name);
    case 'hat':
    case 'widehat':
      return token('accent', 'hat');
    case 'bar':
    case 'overline':
      return token('accent', 'bar');
    case 'tilde':
    case 'widetilde':
      return token('accent', 'tilde');
    case 'sum':
      return token('series', 'sum');
    case 'prod':
      return token('series', 'product');
    case '|':
      return token('|', 'vert');
    case 'lVert':
      return token('|', 'lvert');
    case 'rVert':
      return token('|', 'rvert');
    case 'lvert':
    case 'rvert':
    case 'vert':
      return token('|', name);
    case 'lbrace':
    case 'lbrack':
    case '{':
      return token('(', name === 'lbrack' ? '[' : '{');
    case 'rbrace':
    case 'rbrack':
    case '}':
      return token(')', name === 'rbrack' ? ']' : '}');
    case '%':
      return token('%', name);
    case 'varepsilon':
      return token('word', 'epsilon');
    case 'varphi':
      return token('word', 'phi');
    case 'vartheta':
      return token('word', 'theta');
    case 'varpi':
      return token('word', 'pi');
    case 'varrho':
      return token('word', 'rho');
    case 'varsigma':
      return token('word', 'sigma');
    case ',':
    case ';':
    case ':':
    case '!':
    case ' ':
    case '>':
    case 'quad':
    case 'qquad':
    case 'thinspace':
    case 'medspace':
    case 'thickspace':
    case 'enspace':
    case 'limits':
    case 'nolimits':
    case 'displaystyle':
    case 'textstyle':
    case 'scriptstyle':
      return { kind: 'blank' };
    case 'left':
    case 'right':
    case 'big':
    case 'Big':
    case 'bigg':
    case 'Bigg':
    case 'bigl':
    case 'bigr':
    case 'Bigl':
    case 'Bigr':
    case 'biggl':
    case 'biggr':
    case 'Biggl':
    case 'Biggr':
      return { kind: 'size' };
    case 'boxed':
    case 'mathcal':
    case 'mathbf':
    case 'mathbb':
    case 'mathfrak':
    case 'mathscr':
    case 'boldsymbol':
    case 'bm':
      return { kind: 'font' };
    case 'text':
    case 'textrm':
    case 'textit':
    case 'textbf':
    case 'texttt':
    case 'mathrm':
    case 'mathit':
    case 'mathsf':
    case 'mathtt':
    case 'operatorname':
    case 'mbox':
      return { kind: 'upright' };
    case 'pm':
    case 'mp':
      return refused(`\\${name} stands for two signs at once.`, 'Write one formula, with + or with -.');
    case 'mid':
    case 'given':
      return refused(`\\${name} (“given”) cannot be calculated with.`, 'Use the symbols that the question offers.');
    case 'le':
    case 'leq':
    case 'ge':
    case 'geq':
    case 'lt':
    case 'gt':
    case 'ne':
    case 'neq':
    case 'approx':
    case 'sim':
    case 'equiv':
    case 'propto':
    case 'in':
    case 'to':
    case 'rightarrow':
    case 'Rightarrow':
    case 'Leftrightarrow':
      return refused(`\\${name} makes a statement, not a formula.`, oneSided);
    case 'begin':
    case 'end':
    case 'matrix':
    case 'pmatrix':
    case 'cases':
    case '\\':
      return refused('Matrices, cases and several lines are not read here.', oneSided);
    case '(':
    case ')':
    case '[':
    case ']':
      return refused(
        `\\${name} marks where mathematics begins or ends in LaTeX, and stands alone here.`,
        'Put one at both ends of the formula, or leave both out.',
      );
    case 'infty':
      return refused('Infinity is not a number to calculate with.', 'Leave it out, or write a number.');
    case 'int':
    case 'partial':
    case 'lim':
    case 'nabla':
      return refused(`\\${name} is not read here.`, 'Carry it out, and write the result.');
    case 'dots':
    case 'ldots':
    case 'cdots':
      return refused('Dots leave open what stands between.', 'Write all the terms.');
    default:
      if (isGreekName(name) || functionNamed(name)) return token('word', name);
      return undefined;
  }
};

/** Commands to compare a mistyped one with. */
export const commonCommands = [
  'frac',
  'binom',
  'sqrt',
  'cdot',
  'times',
  'div',
  'hat',
  'widehat',
  'bar',
  'tilde',
  'sum',
  'prod',
  'left',
  'right',
  'text',
  'mathrm',
  'mathcal',
  'operatorname',
  'exp',
  'ln',
  'log',
  'min',
  'max',
  'pi',
  'mu',
  'sigma',
  'gamma',
  'theta',
  'alpha',
  'beta',
  'delta',
  'epsilon',
  'lambda',
  'phi',
  'psi',
  'rho',
  'tau',
  'omega',
  'eta',
  'kappa',
  'nu',
  'xi',
  'chi',
] as const;
