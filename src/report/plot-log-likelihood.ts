import { at, createPlane, drawFigure, linePath } from './chart.js';
import { markup, trusted, type Markup } from './html.js';
import { type Picture, withheldNote } from './picture.js';

/** Later iterations change nothing that can be seen. */
const mostIterations = 40;

const shown = (values: readonly number[] | undefined): readonly (readonly [number, number])[] =>
  (values ?? []).slice(0, mostIterations + 1).map((value, iteration) => [iteration, value]);

/** A curve that moves by less than this share of its values, or by so little, is level: drawn larger, rounding errors would look like moves. */
const leastHeight = 0.01;
const leastMove = 1e-6;

/** Units of the plot that a step down must take for the eye to see it. */
const leastFall = 2;

const levels = (values: readonly number[]): readonly [number, number] => {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const height = Math.max(high - low, leastHeight * Math.max(Math.abs(low), Math.abs(high)), leastMove);
  const room = (1.16 * height - (high - low)) / 2;
  return [low - room, high + room];
};

/** The log-likelihood over the iterations. A right EM never lets it fall; a wrong one often does, but not always so that it can be seen. */
export const plotLogLikelihood = ({ theirs, right, withheld }: Picture): Markup | undefined => {
  const wrong = shown(theirs.logLikelihoods);
  const correct = shown(right?.logLikelihoods);
  const values = [...wrong, ...correct].map(([, value]) => value).filter(Number.isFinite);
  if (wrong.filter(([, value]) => Number.isFinite(value)).length < 2) return undefined;
  const last = Math.max(wrong.length, correct.length) - 1;
  const plane = createPlane([0, last], levels(values), 210);
  const isFalling = wrong.some(([, value], i) => {
    const before = wrong[i - 1]?.[1] ?? NaN;
    return plane.y.map(value) - plane.y.map(before) >= leastFall;
  });
  const dots = (points: typeof wrong, className: string): readonly (Markup | false)[] =>
    points.map(
      ([x, y]) =>
        Number.isFinite(y) &&
        markup`<circle class="dot ${className}" cx="${at(plane.x.map(x))}" cy="${at(plane.y.map(y))}" r="2.6"></circle>`,
    );
  const seen = isFalling
    ? 'EM never lets it fall: a step down means that something is wrong.'
    : 'No step down can be seen; that alone does not make it right.';
  return drawFigure({
    plane,
    axes: { xLabel: 'iteration', yLabel: 'log-likelihood', xTicks: Math.min(last, 10) },
    drawing: [
      correct.length > 0 && markup`<path class="line right" d="${trusted(linePath(plane, correct))}"></path>`,
      dots(correct, 'right'),
      markup`<path class="line theirs" d="${trusted(linePath(plane, wrong))}"></path>`,
      dots(wrong, 'theirs'),
    ],
    alternative: `The log-likelihood over ${last} iterations with this mistake: ${isFalling ? 'it falls at least once, which a right EM never does' : 'no step down can be seen'}.`,
    legend: [
      { className: 'theirs', text: 'with the mistake' },
      ...(correct.length > 0 ? [{ className: 'right', text: 'right' }] : []),
    ],
    caption: `The log-likelihood over the iterations. ${seen}${withheld?.logLikelihoods === true ? withheldNote : ''}`,
  });
};
