const small =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma_ sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );
const smallAlpha = 0x3b1;

/** Capitals that do not look like Latin ones, by code point. */
const capitals: readonly (readonly [number, string])[] = [
  [0x393, 'Gamma'],
  [0x394, 'Delta'],
  [0x398, 'Theta'],
  [0x39b, 'Lambda'],
  [0x39e, 'Xi'],
  [0x3a0, 'Pi'],
  [0x3a3, 'Sigma'],
  [0x3a6, 'Phi'],
  [0x3a8, 'Psi'],
  [0x3a9, 'Omega'],
];

/** `pi` for π; the variants ϕ, ϵ, … must have been normalised. Letters that look Latin (ο, Ν, …) have no name here. */
export const greekName = (code: number): string | undefined => {
  if (code >= smallAlpha && code <= 0x3c9) {
    if (code === 0x3bf) return undefined;
    return code === 0x3c2 ? 'sigma' : small[code - smallAlpha];
  }
  return capitals.find(([capital]) => capital === code)?.[1];
};

/** π for `pi`, where the word names a Greek letter. */
export const greekLetter = (name: string): string | undefined => {
  const index = small.indexOf(name);
  if (index >= 0 && name !== 'sigma_') return String.fromCharCode(smallAlpha + index);
  const capital = capitals.find(([, word]) => word === name);
  return capital && String.fromCharCode(capital[0]);
};

export const isGreekName = (word: string): boolean => word !== 'omicron' && greekLetter(word) !== undefined;
