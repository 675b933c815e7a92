import type { Matrix } from '../types.js';
import { at, createPlane, drawFigure } from './chart.js';
import { markup, type Markup } from './html.js';
import type { Picture } from './picture.js';

const share = (matrix: Matrix | undefined, point: number): number | undefined => {
  const value = matrix?.[point]?.[0];
  return value !== undefined && Number.isFinite(value) ? Math.min(Math.max(value, 0), 1) : undefined;
};

/** More bars than this cannot be told apart. */
const mostPoints = 24;

/** How much of each point component 1 takes in the first E-step: theirs, and the right share beside it. */
export const plotResponsibilities = ({ data, theirs, right }: Picture): Markup | undefined => {
  const wrong = theirs.responsibilities;
  if (wrong === undefined || data.length > mostPoints || !data.some((_, i) => share(wrong, i) !== undefined))
    return undefined;
  const plane = createPlane([0.5, data.length + 0.5], [0, 1], 200);
  const [left, end] = plane.x.range;
  const slot = (end - left) / data.length;
  const bar = Math.min(slot * 0.3, 26);
  const base = plane.y.range[0];
  const draw = (value: number | undefined, point: number, className: string, side: number): Markup | undefined => {
    if (value === undefined) return undefined;
    const top = plane.y.map(value);
    return markup`<rect class="bar ${className}" x="${at(left + slot * (point + 0.5) + side)}" y="${at(top)}" width="${at(bar)}" height="${at(Math.max(base - top, 0.8))}"></rect>`;
  };
  return drawFigure({
    plane,
    axes: { xLabel: 'data point', yLabel: 'responsibility of component 1', xTicks: data.length },
    drawing: data.map((_, i) => [
      draw(share(wrong, i), i, 'theirs', right === undefined ? -bar / 2 : -bar - 1),
      draw(share(right?.responsibilities, i), i, 'right', 1),
    ]),
    alternative: `The share of each data point that component 1 takes with this mistake: ${data
      .map((x, i) => `${share(wrong, i)?.toFixed(2) ?? 'not a number'} of ${x}`)
      .join(', ')}.`,
    legend: [
      { className: 'theirs', text: 'with the mistake' },
      ...(right?.responsibilities ? [{ className: 'right', text: 'right' }] : []),
    ],
    caption: `The first E-step: points in the order given, ${data.join(', ')}.`,
  });
};
