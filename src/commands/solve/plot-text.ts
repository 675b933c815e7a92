import type { Model, Parameters } from '../../types.js';
import { type Curves, curvesOf, rangeOf, sharedTop } from './curves.js';
import { formatNumber } from './format-number.js';

const height = 10;

/** The signs of the components: their numbers, as far as one digit goes. */
const signs = '123456789abcdefghijklmnopqrstuvwxyz';

/** Rows of a grid, from the top: each component's curve, drawn with its number, without gaps where it is steep. */
const drawCurves = ({ components }: Curves, width: number, top: number): readonly string[] => {
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => ' '));
  for (const [k, values] of components.entries()) {
    const levels = values.map((value) => Math.round((Math.min(value, top) / top) * (height - 1)));
    for (const [column, level] of levels.entries()) {
      const next = levels[column + 1] ?? level;
      // The higher of two neighbours comes down to just above the other.
      const from = Math.min(level, Math.max(1, Math.min(next, levels[column - 1] ?? level) + 1));
      for (let row = from; row <= level; row += 1)
        if (row > 0) rows[height - 1 - row]?.splice(column, 1, signs[k] ?? '?');
    }
  }
  return rows.map((row) => row.join('').trimEnd());
};

const drawData = (data: readonly number[], width: number, dot: string): string => {
  const [low, high] = rangeOf(data);
  const line = Array.from({ length: width }, () => ' ');
  for (const x of data) line[Math.round(((x - low) / (high - low)) * (width - 1))] = dot;
  return line.join('').trimEnd();
};

const drawScale = (data: readonly number[], width: number): string => {
  const [low, high] = rangeOf(data);
  const [left, right] = [low, high].map((value) => String(Number(formatNumber(value))));
  return `${left}${' '.repeat(Math.max(1, width - (left?.length ?? 0) - (right?.length ?? 0)))}${right}`;
};

export type Panel = { readonly title: string; readonly parameters: Parameters };

/**
 * Pictures for the terminal, one below the other on the same scales: the data on a line, and above it the parts of the
 * mixture, each drawn with the number of its component.
 */
export const plotText = (
  model: Model,
  panels: readonly Panel[],
  style: { readonly width: number; readonly unicode: boolean },
): readonly string[] => {
  const width = Math.max(10, style.width - 2);
  const drawn = panels.flatMap(({ title, parameters }) => {
    const curves = curvesOf(model, parameters, width);
    return curves === undefined ? [] : [{ title, curves }];
  });
  const top = sharedTop(drawn.map(({ curves }) => curves));
  const [dot, rule] = style.unicode ? ['●', '─'] : ['o', '-'];
  return drawn.flatMap(({ title, curves }) => [
    title,
    ...drawCurves(curves, width, top),
    rule.repeat(width),
    drawData(curves.data, width, dot),
    drawScale(curves.data, width),
    '',
  ]);
};
