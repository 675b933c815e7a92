export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
export const isWordPart = (code: number): boolean => isLetter(code) || isDigit(code);

/** Blanks that stand for a space, those of Unicode too. */
export const isSpace = (code: number): boolean =>
  code < 128 ? code === 32 || (code >= 9 && code <= 13) : isWideSpace(code);

/** ▒ and U+2061 only part the bounds of a sum and the name of a function from what follows, as Word writes them on one line. */
const isWideSpace = (code: number): boolean =>
  code === 0xa0 ||
  code === 0x2592 ||
  code === 0x2061 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/** ₀ … ₜ and the few lowered letters elsewhere. */
export const isSubscript = (code: number): boolean =>
  (code >= 0x2080 && code <= 0x209c) || (code >= 0x1d62 && code <= 0x1d6a) || code === 0x2c7c;

/** ² ³ ¹ ⁰ … ⁿ and raised letters. */
export const isSuperscript = (code: number): boolean =>
  code === 0xb2 ||
  code === 0xb3 ||
  code === 0xb9 ||
  (code >= 0x2070 && code <= 0x207f) ||
  (code >= 0x2b0 && code <= 0x2b8) ||
  (code >= 0x2e1 && code <= 0x2e3) ||
  (code >= 0x1d2c && code <= 0x1d61) ||
  (code >= 0x1d9b && code <= 0x1dbf);

/** A raised or lowered character on the line: `2` for ², `k` for ₖ, `-` for ⁻. */
export const onTheLine = (character: string): string => {
  const plain = character.normalize('NFKD');
  return plain === '\u2212' ? '-' : plain;
};

/** ½, ⅓ and the like: `1⁄2` after normalisation. */
export const isVulgarFraction = (code: number): boolean =>
  (code >= 0xbc && code <= 0xbe) || (code >= 0x2150 && code <= 0x215e) || code === 0x2189;

/** Marks that stand over a letter, as the prefix they give its name: hatmu for μ̂. */
export const accentOf = (code: number): 'hat' | 'bar' | 'tilde' | undefined =>
  code === 0x302 ? 'hat' : code === 0x304 || code === 0x305 ? 'bar' : code === 0x303 ? 'tilde' : undefined;

export const isCombining = (code: number): boolean => code >= 0x300 && code <= 0x36f;

/** Characters that show nothing, steer a terminal, turn the direction of text, or are halves of a pair. */
export const isHidden = (character: string): boolean =>
  /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u.test(character);

/** `U+0430`, for characters that a terminal may not show. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
