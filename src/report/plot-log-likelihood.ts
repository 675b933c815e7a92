import { at, createPlane, drawFigure, linePath } from './chart.js';
import { markup, trusted, type Markup } from './html.js';
import type { Picture } from './picture.js';

/** Later iterations change nothing that can be seen. */
const mostIterations = 40;

const shown = (values: readonly number[] | undefined): readonly (readonly [number, number])[] =>
  (values ?? []).slice(0, mostIterations + 1).map((value, iteration) => [iteration, value]);

/** The log-likelihood over the iterations. A right EM never lets it fall; a wrong one often does. */
export const plotLogLikelihood = ({ theirs, right }: Picture): Markup | undefined => {
  const wrong = shown(theirs.logLikelihoods);
  const correct = shown(right?.logLikelihoods);
  const values = [...wrong, ...correct].map(([, value]) => value).filter(Number.isFinite);
  if (wrong.filter(([, value]) => Number.isFinite(value)).length < 2) return undefined;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || 1) * 0.08;
  const last = Math.max(wrong.length, correct.length) - 1;
  const plane = createPlane([0, last], [low - room, high + room], 210);
  const falls = wrong.some(([, value], i) => i > 0 && value < (wrong[i - 1]?.[1] ?? NaN) - 1e-9 * Math.abs(value));
  const dots = (points: typeof wrong, className: string): readonly (Markup | false)[] =>
    points.map(
      ([x, y]) =>
        Number.isFinite(y) &&
        markup`<circle class="dot ${className}" cx="${at(plane.x.map(x))}" cy="${at(plane.y.map(y))}" r="2.6"></circle>`,
    );
  return drawFigure({
    plane,
    axes: { xLabel: 'iteration', yLabel: 'log-likelihood', xTicks: Math.min(last, 10) },
    drawing: [
      correct.length > 0 && markup`<path class="line right" d="${trusted(linePath(plane, correct))}"></path>`,
      dots(correct, 'right'),
      markup`<path class="line theirs" d="${trusted(linePath(plane, wrong))}"></path>`,
      dots(wrong, 'theirs'),
    ],
    alternative: `The log-likelihood over ${last} iterations with this mistake${falls ? ': it falls at least once, which a right EM never does' : ''}.`,
    legend: [
      { className: 'theirs', text: 'with the mistake' },
      ...(correct.length > 0 ? [{ className: 'right', text: 'right' }] : []),
    ],
    caption: falls
      ? 'The log-likelihood over the iterations. EM never lets it fall: a step down means that something is wrong.'
      : 'The log-likelihood over the iterations.',
  });
};
