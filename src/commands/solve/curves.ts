import { weightedDensity } from '../../em/index.js';
import type { Model, Parameters } from '../../types.js';

/** The data on a line, and the parts π_k p(x | k) of a mixture on a grid over it. */
export type Curves = {
  readonly data: readonly number[];
  readonly grid: readonly number[];
  /** One list a component; values may be missing (NaN) where a mixture is not sound. */
  readonly components: readonly (readonly number[])[];
};

/** Room on both sides of the data, as a share of their range. */
const margin = 0.25;

export const rangeOf = (data: readonly number[]): readonly [low: number, high: number] => {
  const low = data.reduce((left, right) => Math.min(left, right), Infinity);
  const high = data.reduce((left, right) => Math.max(left, right), -Infinity);
  const room = (high - low || 2) * margin;
  return [low - room, high + room];
};

/** The curves over the range of the data, at `count` places; at whole numbers for counts. Nothing for data that are no numbers. */
export const curvesOf = (model: Model, parameters: Parameters, count: number): Curves | undefined => {
  const data = model.data.filter((datum) => typeof datum === 'number');
  if (data.length < model.data.length) return undefined;
  const [low, high] = rangeOf(data);
  const places = Array.from({ length: count }, (_, i) => low + ((high - low) * i) / (count - 1));
  const trials = model.constants?.['trials'];
  const grid = trials === undefined ? places : places.map((x) => Math.min(Math.max(Math.round(x), 0), trials));
  const density = weightedDensity(model, parameters);
  const components = parameters.weights.map((_, k) => grid.map((x) => density(x, k)));
  return { data, grid, components };
};

/**
 * The height at which to cut off pictures that share a scale: a component that closed in on a point would otherwise flatten all
 * others to a line.
 */
export const sharedTop = (pictures: readonly Curves[]): number => {
  const peaks = pictures
    .flatMap(({ components }) => components.map((values) => Math.max(0, ...values.filter(Number.isFinite))))
    .filter((peak) => peak > 0)
    .toSorted((left, right) => left - right);
  const middle = peaks[peaks.length >> 1] ?? 1;
  return Math.min(peaks.at(-1) ?? 1, 4 * middle);
};
