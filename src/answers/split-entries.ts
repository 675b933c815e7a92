/** A line of numbers, cut into its entries: what parts them, and which commas are decimal commas. */

import type { FormulaProblem } from '../types.js';

export type Entries =
  | { readonly kind: 'entries'; readonly entries: readonly string[] }
  /** More than one reading gives as many numbers as are asked for. */
  | { readonly kind: 'unclear'; readonly problem: FormulaProblem };

const entries = (parts: readonly string[]): Entries => ({ kind: 'entries', entries: parts });

/**
 * Semicolons part entries before commas, commas before blanks, so that `0,5; 0,7` and `1 / 3, 2 / 3` are two each. Where there are only commas, one
 * between two digits may be a decimal comma (not so where `isWhole`): the one reading that gives as many numbers as are `wanted` is taken,
 * `0,467, 0,533` being two and `1,2,3` three; if several do (`1,2,3` as two), none is.
 */
export const splitEntries = (line: string, wanted: number, isWhole: boolean): Entries => {
  const text = line.trim().replace(/[,;]$/, '');
  if (text.includes(';')) return entries(trimmed(text.split(';')));
  const commas = splitOutside(text, ',');
  const atBlank = text.split(/\s+/);
  if (commas.length === 1) return entries(atBlank);
  if (isWhole || /\d\.|\.\d/.test(text)) return entries(trimmed(commas));
  if (atBlank.length === wanted && atBlank.every((number) => /^[+\-−–]?\d*,\d+$/.test(number))) return entries(atBlank);
  const chains = chainsOf(commas);
  const readings = readingsOf(chains, wanted);
  const [only, other] = readings;
  if (only !== undefined && other === undefined) return entries(only);
  if (only !== undefined && other !== undefined) return unclear(line, only, other);
  const pairs = chains.every((chain) => chain.length === 2) && chains.length > 1;
  return entries(pairs ? chains.map((chain) => chain.join(',')) : chains.flat());
};

const trimmed = (parts: readonly string[]): readonly string[] => parts.map((part) => part.trim());

/** Cut at a sign that stands in no bracket. */
const splitOutside = (text: string, sign: string): readonly string[] => {
  const parts: string[] = [];
  let open = 0;
  let from = 0;
  for (let position = 0; position < text.length; position++) {
    const character = text.charAt(position);
    if ('([{'.includes(character)) open++;
    else if (')]}'.includes(character)) open--;
    else if (character === sign && open <= 0) {
      parts.push(text.slice(from, position));
      from = position + 1;
    }
  }
  return [...parts, text.slice(from)];
};

/** Pieces that commas between two digits join, each of which may be a decimal comma or part two numbers. */
type Chain = readonly string[];

const chainsOf = (pieces: readonly string[]): readonly Chain[] => {
  const chains: string[][] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const mayBeDecimal = before !== undefined && /\d$/.test(before) && /^\d/.test(piece);
    const last = chains.at(-1);
    if (mayBeDecimal && last !== undefined) last.push(piece);
    else chains.push([piece]);
  }
  const cut = chains.flatMap((chain) => atBlanks(chain));
  return cut.map((chain) => trimmed(chain));
};

/** `0,467 0,533`: with decimal commas, blanks part the numbers. */
const atBlanks = (chain: Chain): readonly Chain[] => {
  const numbers = chain.join(',').trim().split(/\s+/);
  const areNumbers = numbers.length > 1 && numbers.every((number) => /^[+\-−–]?\d+(?:,\d+)*$/.test(number));
  return areNumbers ? numbers.map((number) => number.split(',')) : [chain];
};

/** The first two ways to make so many numbers of them. */
const readingsOf = (chains: readonly Chain[], wanted: number): readonly (readonly string[])[] => {
  const found: (readonly string[])[] = [];
  const least = (from: number): number =>
    chains.slice(from).reduce((sum, chain) => sum + Math.ceil(chain.length / 2), 0);
  const most = (from: number): number => chains.slice(from).reduce((sum, chain) => sum + chain.length, 0);
  const go = (at: number, place: number, made: readonly string[]): void => {
    const chain = chains[at];
    if (found.length === 2) return;
    if (chain === undefined) {
      if (made.length === wanted) found.push(made);
      return;
    }
    const left = wanted - made.length;
    const here = chain.length - place;
    if (left < Math.ceil(here / 2) + least(at + 1) || left > here + most(at + 1)) return;
    if (here === 0) return go(at + 1, 0, made);
    const [first = '', second] = chain.slice(place);
    if (second !== undefined) go(at, place + 2, [...made, `${first},${second}`]);
    go(at, place + 1, [...made, first]);
  };
  if (chains.length <= longest && most(0) <= longest) go(0, 0, []);
  return found.length === 0 && most(0) > longest && most(0) === wanted ? [chains.flat()] : found;
};

/** Longer lists are taken comma by comma. */
const longest = 400;

const shown = (reading: readonly string[]): string => `[${reading.map((part) => part.replace(',', '.')).join(', ')}]`;

const unclear = (line: string, first: readonly string[], second: readonly string[]): Entries => {
  const text = line.trim();
  return {
    kind: 'unclear',
    problem: {
      code: 'ambiguous-list',
      at: { start: 0, end: line.length },
      message: `With decimal commas, ${text.length <= 60 ? text : 'this'} can mean ${shown(first)} or ${shown(second)}`,
      fix: 'Write decimal points, or semicolons between the numbers.',
    },
  };
};
