import type { FunctionName } from '../types.js';

/** Functions as students spell them, in lower case. `sec`, `csc`, `cot`, `pow` and `root` are written out on reading. */
export type Spelled = FunctionName | 'sec' | 'csc' | 'cot' | 'pow' | 'root';

export const functionNamed = (word: string): Spelled | undefined => {
  switch (word) {
    case 'sqrt':
    case 'cbrt':
    case 'abs':
    case 'exp':
    case 'ln':
    case 'log10':
    case 'log2':
    case 'min':
    case 'max':
    case 'factorial':
    case 'sin':
    case 'cos':
    case 'tan':
    case 'asin':
    case 'acos':
    case 'atan':
    case 'sinh':
    case 'cosh':
    case 'tanh':
    case 'sec':
    case 'csc':
    case 'cot':
    case 'pow':
    case 'root':
      return word;
    case 'log':
      return 'ln';
    case 'lg':
      return 'log10';
    case 'arcsin':
      return 'asin';
    case 'arccos':
      return 'acos';
    case 'arctan':
      return 'atan';
    default:
      return undefined;
  }
};

/** Spellings to compare a mistyped name with. */
export const functionWords = [
  'sqrt',
  'cbrt',
  'abs',
  'exp',
  'ln',
  'log',
  'log10',
  'log2',
  'min',
  'max',
  'factorial',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'sec',
  'csc',
  'cot',
  'pow',
  'root',
] as const;

/** How many arguments a function takes. */
export const arityOf = (name: Spelled): { readonly least: number; readonly most: number } => {
  if (name === 'min' || name === 'max') return { least: 2, most: Infinity };
  if (name === 'pow' || name === 'root') return { least: 2, most: 2 };
  return { least: 1, most: 1 };
};
