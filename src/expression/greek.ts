/** The alphabet from α on, with the final sigma in its place; omicron looks like o and is none of ours. */
const small =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega';
const alpha = 0x3b1;

/** Capitals that do not look like Latin ones. */
const capitals: readonly (readonly [string, string])[] = [
  ['Γ', 'Gamma'],
  ['Δ', 'Delta'],
  ['Θ', 'Theta'],
  ['Λ', 'Lambda'],
  ['Ξ', 'Xi'],
  ['Π', 'Pi'],
  ['Σ', 'Sigma'],
  ['Φ', 'Phi'],
  ['Ψ', 'Psi'],
  ['Ω', 'Omega'],
];

const pairs: readonly (readonly [string, string])[] = [
  ...small.split(' ').map((name, index): readonly [string, string] => [String.fromCharCode(alpha + index), name]),
  ...capitals,
].filter(([, name]) => name !== 'omicron');

const names: ReadonlyMap<string, string> = new Map(pairs);
const letters: ReadonlyMap<string, string> = new Map(pairs.map(([letter, name]) => [name, letter]));

/** `pi` for π; the variants ϕ, ϵ, … must have been normalised. Letters that look Latin (ο, Ν, …) have no name here. */
export const greekName = (letter: string): string | undefined => names.get(letter);

/** π for `pi`, where the word names a Greek letter. */
export const greekLetter = (name: string): string | undefined => letters.get(name);

export const isGreekName = (word: string): boolean => letters.has(word);
