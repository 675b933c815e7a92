/** The zeros of the scripts that write numbers in digits of their own, in the order of their codes; the other nine follow each. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
];

/** Signs of Arabic, Persian and East Asian keyboards. */
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
};

/**
 * The same text with ASCII for full-width forms, for digits of other scripts (Arabic-Indic, Persian, Devanagari, …) and for the signs that
 * go with them; a mark that Word sets a blank after its letter stands on it. The length stays the same: where ٬ groups digits, blanks stand before the number instead.
 */
export const narrow = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u0600-\u1819\u3001\u3002\u3010\u3011]/g, (character) => signs[character] ?? digitOf(character))
    .replaceAll(/(?<!\d)\d{1,3}(?:٬\d{3})+(?!\d)/g, (grouped) => {
      const digits = grouped.replaceAll('٬', '');
      return digits.padStart(grouped.length);
    })
    .replaceAll(/([\p{L}]) ([\u0302-\u0305])/gu, '$1$2 ');

const digitOf = (character: string): string => {
  const code = character.charCodeAt(0);
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? character : `${code - zero}`;
};
