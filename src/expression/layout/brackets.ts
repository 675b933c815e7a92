import { beside, heightOf, isFlat, textBox, type Box } from './box.js';

/** A column of signs as high as a box: one for a flat box, else top, middle and bottom. */
const column = (box: Box, flat: string, top: string, middle: string, bottom: string): Box => {
  if (isFlat(box)) return textBox(flat);
  const between = Array.from({ length: heightOf(box) - 2 }, () => middle);
  return { lines: [top, ...between, bottom], width: 1, baseline: box.baseline };
};

export const parenthesised = (box: Box, unicode: boolean): Box =>
  unicode
    ? beside(column(box, '(', '⎛', '⎜', '⎝'), box, column(box, ')', '⎞', '⎟', '⎠'))
    : beside(column(box, '(', '/', '|', '\\'), box, column(box, ')', '\\', '|', '/'));

export const barred = (box: Box, unicode: boolean): Box => {
  const bar = column(box, '|', unicode ? '│' : '|', unicode ? '│' : '|', unicode ? '│' : '|');
  return beside(bar, box, bar);
};

/** A root sign round a box of any height; `degree` is a blank for a square root. */
export const rooted = (box: Box, degree: string, unicode: boolean): Box => {
  const [corner, line, stem, hook] = unicode ? ['┌', '─', '│', '╲'] : [' ', '_', '|', '\\'];
  const last = heightOf(box) - 1;
  return {
    lines: [
      `${degree}${corner}${line?.repeat(box.width + 1)}`,
      ...box.lines.map((content, row) => `${row === last ? hook : ' '}${stem} ${content}`),
    ],
    width: box.width + 3,
    baseline: box.baseline + 1,
  };
};
