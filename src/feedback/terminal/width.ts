import { columnsOf } from '../../expression/index.js';

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
