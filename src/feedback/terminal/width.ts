/** How many columns a text takes in a terminal, and how to break it into lines. */

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

/** Breaks at spaces into lines of at most `width` columns; a word that is longer is broken where the line ends. Never empty. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  let filled = 0;
  for (const word of text.split(/ +/)) {
    for (const piece of piecesOf(word, width)) {
      const columns = columnsOf(piece);
      if (line === '') {
        line = piece;
        filled = columns;
      } else if (filled + 1 + columns <= width) {
        line += ` ${piece}`;
        filled += 1 + columns;
      } else {
        lines.push(line);
        line = piece;
        filled = columns;
      }
    }
  }
  return [...lines, line];
};

const piecesOf = (word: string, width: number): readonly string[] => {
  if (columnsOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (columnsOf(piece + character) > width && piece !== '') {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
};
