/** How many columns a text takes in a terminal. */

const noWidth = (): RegExp => /\p{Mn}|\p{Me}|\p{Cf}/u;
const wide = (): RegExp =>
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

const ascii = /^[ -~]*$/;

/** Columns of a text without escape codes: wide letters count two, combining marks none. */
export const columnsOf = (text: string): number => {
  if (ascii.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
};

/** Latin and Greek letters and mathematical signs are told by their place: compiling the expressions above takes longer than printing a report. */
const widthOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (
    code < 0x300 ||
    (code >= 0x370 && code < 0x400) ||
    (code >= 0x2010 && code < 0x2028) ||
    (code >= 0x2070 && code < 0x2e80)
  )
    return 1;
  if (code < 0x370) return 0;
  return noWidth().test(character) ? 0 : wide().test(character) ? 2 : 1;
};
