import { greekLetter } from './greek.js';
import { hasManyIndices, partsOf } from './name-parts.js';

const lowered: { readonly [character: string]: string } = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  a: 'ₐ',
  e: 'ₑ',
  h: 'ₕ',
  i: 'ᵢ',
  j: 'ⱼ',
  k: 'ₖ',
  l: 'ₗ',
  m: 'ₘ',
  n: 'ₙ',
  o: 'ₒ',
  p: 'ₚ',
  r: 'ᵣ',
  s: 'ₛ',
  t: 'ₜ',
  u: 'ᵤ',
  v: 'ᵥ',
  x: 'ₓ',
};
const raised: { readonly [character: string]: string } = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
};
const marks: { readonly [accent: string]: string } = { hat: '\u0302', bar: '\u0304', tilde: '\u0303' };

/** The text in small characters, if there are such for all of it. */
const inAll = (text: string, small: { readonly [character: string]: string }): string | undefined => {
  let result = '';
  for (const character of text) {
    const one = Object.hasOwn(small, character) ? small[character] : undefined;
    if (one === undefined) return undefined;
    result += one;
  }
  return result;
};

/** `²` for 2 and `⁻¹` for -1, where the exponent is a whole number. */
export const raisedText = (exponent: string): string | undefined => inAll(exponent, raised);

/** μ̂ₖ for hatmu_k, as far as Unicode has the letters. */
export const prettyName = (name: string): string => {
  if (hasManyIndices(name)) return name;
  const { accent, base, index } = partsOf(name);
  const letter = greekLetter(base) ?? base;
  const mark = letter.length === 1 ? marks[accent] : undefined;
  const dressed = mark === undefined ? `${accent}${letter}` : `${letter}${mark}`;
  if (index === '') return dressed;
  const greek = greekLetter(index);
  if (greek !== undefined) return `${dressed}_${greek}`;
  return `${dressed}${inAll(index, lowered) ?? `_${index}`}`;
};
