import { markup, trusted, type Content, type Markup } from './html.js';
import { linearScale, textWidth, type Tick, ticks, type Scale } from './scale.js';

/** The plane a plot draws in: 420 × `height` units, scaled to the page; axes at the left and below. */
export type Plane = { readonly x: Scale; readonly y: Scale; readonly width: number; readonly height: number };

const width = 420;
const margin = { left: 44, right: 12, top: 26, bottom: 38 };

/** A label, and the room beside it. */
const labelWidth = (label: string): number => 10 + textWidth(label);

export const createPlane = (x: readonly [number, number], y: readonly [number, number], height: number): Plane => {
  const scale = linearScale(y, [height - margin.bottom, margin.top]);
  const labels = ticks(scale.domain, usualTicks).map(({ label }) => labelWidth(label));
  return {
    width,
    height,
    x: linearScale(x, [Math.max(margin.left, ...labels), width - margin.right]),
    y: scale,
  };
};

/** Marks on the axis at the left, about. */
const usualTicks = 4;

/** Coordinates with a tenth of a unit: finer is not seen, and would only make the page heavier. */
export const at = (value: number): string => String(Math.round(value * 10) / 10);

/** A line through points given in data units. Points that are not finite break it. */
export const linePath = (plane: Plane, points: readonly (readonly [number, number])[]): string => {
  let path = '';
  let pen = 'M';
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = 'M';
      continue;
    }
    path += `${pen}${at(plane.x.map(x))} ${at(plane.y.map(y))}`;
    pen = 'L';
  }
  return path;
};

type Axes = {
  readonly xLabel: string;
  readonly yLabel?: string;
  /** About how many; or the very marks, where they are names. */
  readonly xTicks?: number;
  readonly xMarks?: readonly Tick[];
  readonly yTicks?: number;
};

const drawAxes = (plane: Plane, axes: Axes): Markup => {
  const bottom = plane.y.range[0];
  const [left, right] = plane.x.range;
  const xTicks = axes.xMarks ?? ticks(plane.x.domain, axes.xTicks ?? 7);
  const yTicks = axes.yTicks === 0 ? [] : ticks(plane.y.domain, axes.yTicks ?? usualTicks);
  return markup`<g class="axis">${yTicks.map(
    ({ value, label }) =>
      markup`<path class="grid" d="${trusted(`M${at(left)} ${at(plane.y.map(value))}H${at(right)}`)}"></path><text x="${at(left - 6)}" y="${at(plane.y.map(value) + 4)}" text-anchor="end">${label}</text>`,
  )}<path d="${trusted(`M${at(left)} ${at(bottom)}H${at(right)}`)}"></path>${xTicks.map(
    ({ value, label }) =>
      markup`<path d="${trusted(`M${at(plane.x.map(value))} ${at(bottom)}v5`)}"></path><text x="${at(plane.x.map(value))}" y="${at(bottom + 18)}" text-anchor="middle">${label}</text>`,
  )}<text class="label" x="${at(right)}" y="${at(bottom + 34)}" text-anchor="end">${axes.xLabel}</text>${
    axes.yLabel !== undefined && markup`<text class="label" x="4" y="${at(margin.top - 12)}">${axes.yLabel}</text>`
  }</g>`;
};

export type Legend = readonly { readonly className: string; readonly text: string }[];

/** A figure: the drawing with its axes, a text for those who cannot see it, a legend and a caption. */
export const drawFigure = (options: {
  readonly plane: Plane;
  readonly axes: Axes;
  readonly drawing: Content;
  readonly alternative: string;
  readonly legend: Legend;
  readonly caption: string;
}): Markup => {
  const { plane, axes, drawing, alternative, legend, caption } = options;
  return markup`<figure><svg viewBox="0 0 ${plane.width} ${plane.height}" role="img" aria-label="${alternative}">${drawAxes(plane, axes)}${drawing}</svg><figcaption>${
    legend.length > 0 &&
    markup`<span class="legend">${legend.map(({ className, text }) => markup`<span class="key ${className}">${text}</span> `)}</span>`
  }${caption}</figcaption></figure>`;
};
