import type { FunctionName } from '../types.js';

/** Functions as students mean them. Those that are no `FunctionName` are written out on reading. */
export type Spelled = FunctionName | 'sec' | 'csc' | 'cot' | 'pow' | 'root' | 'square' | 'binomial';

/** Every spelling, in lower case, with what it means. */
const spellings: ReadonlyMap<string, Spelled> = new Map<string, Spelled>([
  ['sqrt', 'sqrt'],
  ['cbrt', 'cbrt'],
  ['abs', 'abs'],
  ['exp', 'exp'],
  ['ln', 'ln'],
  ['log', 'ln'],
  ['lg', 'log10'],
  ['log10', 'log10'],
  ['log2', 'log2'],
  ['min', 'min'],
  ['max', 'max'],
  ['factorial', 'factorial'],
  ['sin', 'sin'],
  ['cos', 'cos'],
  ['tan', 'tan'],
  ['asin', 'asin'],
  ['acos', 'acos'],
  ['atan', 'atan'],
  ['arcsin', 'asin'],
  ['arccos', 'acos'],
  ['arctan', 'atan'],
  ['sinh', 'sinh'],
  ['cosh', 'cosh'],
  ['tanh', 'tanh'],
  ['sec', 'sec'],
  ['csc', 'csc'],
  ['cot', 'cot'],
  ['pow', 'pow'],
  ['power', 'pow'],
  ['root', 'root'],
  ['square', 'square'],
  ['binom', 'binomial'],
  ['binomial', 'binomial'],
  ['choose', 'binomial'],
  ['comb', 'binomial'],
  ['combin', 'binomial'],
  ['nchoosek', 'binomial'],
]);

export const functionNamed = (word: string): Spelled | undefined => spellings.get(word);

/** Spellings to compare a mistyped name with. */
export const functionWords = (): readonly string[] => [...spellings.keys()];

/** How many arguments a function takes. */
export const arityOf = (name: Spelled): { readonly least: number; readonly most: number } => {
  if (name === 'min' || name === 'max') return { least: 2, most: Infinity };
  if (name === 'pow' || name === 'root' || name === 'binomial') return { least: 2, most: 2 };
  return { least: 1, most: 1 };
};
