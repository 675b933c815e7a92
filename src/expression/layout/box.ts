import { columnsOf } from '../columns.js';

/** A rectangle of text: lines of equal width, and the line that stands level with what is beside it. */
export type Box = { readonly lines: readonly string[]; readonly width: number; readonly baseline: number };

export const textBox = (text: string): Box => ({ lines: [text], width: columnsOf(text), baseline: 0 });

export const heightOf = (box: Box): number => box.lines.length;

export const isFlat = (box: Box): boolean => box.lines.length === 1;

/** Boxes from left to right, level with each other. */
export const beside = (...boxes: readonly Box[]): Box => {
  const above = Math.max(...boxes.map((box) => box.baseline));
  const below = Math.max(...boxes.map((box) => heightOf(box) - box.baseline));
  const lines = Array.from({ length: above + below }, (_, row) =>
    boxes.map((box) => box.lines[row - above + box.baseline] ?? ' '.repeat(box.width)).join(''),
  );
  return { lines, width: boxes.reduce((width, box) => width + box.width, 0), baseline: above };
};

/** One over the other, centred, with a bar between that juts out on both sides. */
export const stack = (top: Box, bottom: Box, bar: string): Box => {
  const width = Math.max(top.width, bottom.width) + 2;
  return {
    lines: [...centred(top, width), bar.repeat(width), ...centred(bottom, width)],
    width,
    baseline: heightOf(top),
  };
};

const centred = (box: Box, width: number): readonly string[] => {
  const left = Math.floor((width - box.width) / 2);
  const right = width - box.width - left;
  return box.lines.map((line) => `${' '.repeat(left)}${line}${' '.repeat(right)}`);
};

/** The second box to the upper right of the first: its last line above the first's first. */
export const raise = (base: Box, exponent: Box): Box => ({
  lines: [
    ...exponent.lines.map((line) => `${' '.repeat(base.width)}${line}`),
    ...base.lines.map((line) => `${line}${' '.repeat(exponent.width)}`),
  ],
  width: base.width + exponent.width,
  baseline: base.baseline + heightOf(exponent),
});
