/** The zeros of the scripts that write numbers in digits of their own, in the order of their codes; the other nine follow each. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];

/** Signs of Arabic, Persian and East Asian keyboards, and those that define what stands before them. */
const signs: { readonly [sign: string]: string } = {
  '٫': '.',
  '،': ',',
  '؛': ';',
  '٪': '%',
  '٭': '*',
  '、': ',',
  '。': '.',
  '【': '[',
  '】': ']',
  '≔': '=',
  '≜': '=',
  '≝': '=',
  '←': '=',
};

/**
 * The same text with ASCII for full-width forms, for digits of other scripts (Arabic-Indic, Persian, Devanagari, …) and for the signs that
 * go with them; a mark that Word sets a blank after its letter stands on it. The length stays the same: where ٬ groups digits, blanks stand before the number instead.
 */
export const narrow = (text: string): string => {
  const plain = text.replaceAll(/[\uff01-\uff5e\u0600-\u1819\u3001\u3002\u3010\u3011≔≜≝←]/g, plainOf);
  const ungrouped = plain.includes('٬') ? plain.replaceAll(/(?<!\d)\d{1,3}(?:٬\d{3})+(?!\d)/g, withoutGroups) : plain;
  return / [\u0302-\u0305]/.test(ungrouped) ? ungrouped.replaceAll(/(\p{L}) ([\u0302-\u0305])/gu, '$1$2 ') : ungrouped;
};

const plainOf = (character: string): string =>
  character >= '\uff01'
    ? String.fromCharCode(character.charCodeAt(0) - 0xfee0)
    : (signs[character] ?? digitOf(character));

const withoutGroups = (grouped: string): string => grouped.replaceAll('٬', '').padStart(grouped.length);

const digitOf = (character: string): string => {
  const code = character.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? character : `${code - zero}`;
};
