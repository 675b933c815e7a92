import type { Parameters } from '../types.js';
import { at, createPlane, drawFigure, linePath, type Plane } from './chart.js';
import { markup, trusted, type Markup } from './html.js';
import { formatSample } from './numbers.js';
import { type Picture, withheldNote } from './picture.js';

type Component = { readonly number: number; readonly weight: number; readonly mean: number; readonly variance: number };

/** The components that can be drawn: finite, with a variance above zero. */
const componentsOf = (parameters: Parameters | undefined): readonly Component[] =>
  parameters === undefined
    ? []
    : parameters.weights
        .map((weight, k) => ({
          number: k + 1,
          weight,
          mean: parameters['means']?.[k] ?? NaN,
          variance: parameters['variances']?.[k] ?? NaN,
        }))
        .filter(
          ({ weight, mean, variance }) =>
            Number.isFinite(weight) && Number.isFinite(mean) && variance > 0 && variance < Infinity,
        );

const density = (components: readonly Component[], x: number): number =>
  components.reduce(
    (sum, { weight, mean, variance }) =>
      sum + (weight / Math.sqrt(2 * Math.PI * variance)) * Math.exp(-((x - mean) ** 2) / (2 * variance)),
    0,
  );

/** Points of the curve: an even grid, and more of them around every mean, so that a narrow peak keeps its height. */
const curve = (components: readonly Component[], low: number, high: number): readonly (readonly [number, number])[] => {
  const grid = Array.from({ length: 161 }, (_, i) => low + ((high - low) * i) / 160);
  const peaks = components.flatMap(({ mean, variance }) =>
    [-3, -2, -1.5, -1, -0.6, -0.3, 0, 0.3, 0.6, 1, 1.5, 2, 3].map((z) => mean + z * Math.sqrt(variance)),
  );
  return [...grid, ...peaks]
    .filter((x) => x >= low && x <= high)
    .sort((a, b) => a - b)
    .map((x) => [x, density(components, x)]);
};

const dataMarks = (plane: Plane, data: readonly number[]): Markup =>
  markup`<g class="data">${data.map((x) => markup`<circle cx="${at(plane.x.map(x))}" cy="${at(plane.y.range[0] - 5)}" r="4.5"></circle>`)}</g>`;

/** What is drawn: the whole mixture, or those of its components that can be. */
const subjectOf = (drawn: readonly Component[], all: number | undefined): string => {
  if (drawn.length === all) return 'The mixture density';
  const names = drawn.map(({ number }) => number).join(' and ');
  return `The density of component ${names}, times its weight,`;
};

/** The mixture densities over the data points: theirs, and the right one. Nothing where theirs cannot be drawn. */
export const plotDensities = ({ data, theirs, right, withheld }: Picture): Markup | undefined => {
  const wrong = componentsOf(theirs.parameters);
  const correct = componentsOf(right?.parameters);
  if (data.length === 0 || wrong.length === 0) return undefined;
  const lowest = Math.min(...data);
  const highest = Math.max(...data);
  const room = (highest - lowest || 2) * 0.25;
  const [low, high] = [lowest - room, highest + room];
  const wrongCurve = curve(wrong, low, high);
  const rightCurve = curve(correct, low, high);
  const inView = Math.max(...wrongCurve.map(([, y]) => y), ...rightCurve.map(([, y]) => y));
  // A peak far above everything else would flatten the rest to a line.
  const usual = correct.length > 0 ? Math.max(...rightCurve.map(([, y]) => y)) * 2.5 : inView;
  const top = Math.min(inView, usual) || 1;
  const plane = createPlane([low, high], [0, top * 1.08], 230);
  const clip = (points: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] =>
    points.map(([x, y]) => [x, Math.min(y, top * 1.08)]);
  const subject = subjectOf(wrong, theirs.parameters?.weights.length);
  return drawFigure({
    plane,
    axes: { xLabel: 'x', yLabel: 'density' },
    drawing: [
      correct.length > 0 && markup`<path class="line right" d="${trusted(linePath(plane, clip(rightCurve)))}"></path>`,
      markup`<path class="line theirs" d="${trusted(linePath(plane, clip(wrongCurve)))}"></path>`,
      dataMarks(plane, data),
    ],
    alternative: `${subject} that this mistake leads to, over the data points ${data.map(formatSample).join(', ')}${correct.length > 0 ? ', and the right one' : ''}.`,
    legend: [
      { className: 'theirs', text: 'with the mistake' },
      ...(correct.length > 0 ? [{ className: 'right', text: 'right' }] : []),
      { className: 'point', text: 'data' },
    ],
    caption: `${subject} over the data points.${withheld?.components === true ? withheldNote : ''}`,
  });
};
