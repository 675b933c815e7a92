/** How many columns a text takes in a terminal, and how to break it into lines. */

const noWidth = /\p{Mn}|\p{Me}|\p{Cf}/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

const asciiOnly = /^[\u0020-\u007e]*$/;

/** Columns of a text without escape codes: wide letters count two, combining marks none. */
export const columnsOf = (text: string): number => {
  if (asciiOnly.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += noWidth.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
};

/** Breaks at spaces into lines of at most `width` columns; a word that is longer is broken where the line ends. Never empty. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    for (const piece of piecesOf(word, width)) {
      const longer = line === '' ? piece : `${line} ${piece}`;
      if (columnsOf(longer) <= width || line === '') line = longer;
      else {
        lines.push(line);
        line = piece;
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
