import type { Model } from '../types.js';

/** A model close by, and what is different in it. */
export type Nearby = { readonly model: Model; readonly change: string };

/** Starts and data a little off the given ones: other weights, a mean or a variance moved, a point moved. */
export const nearbyModels = (model: Model): readonly Nearby[] => {
  const { start } = model;
  if (start === undefined) return [];
  const withStart = (name: string, values: readonly number[]): Nearby => ({
    model: { ...model, start: { ...start, [name]: values } },
    change: `${name}: [${values.map((value) => String(Number(value.toPrecision(4)))).join(', ')}]`,
  });
  const size = start.weights.length;
  const weights =
    model.fixed?.includes('weights') === true || size < 2
      ? []
      : unequal(size).map((values) => withStart('weights', values));
  const moves = Object.entries(start)
    .filter(([name]) => name !== 'weights')
    .flatMap(([name, values]) =>
      values.flatMap((value, k) => moved(name, value).map((changed) => withStart(name, values.with(k, changed)))),
    );
  const points =
    model.family !== 'gaussian'
      ? []
      : model.data
          .slice(0, 3)
          .flatMap((datum, index) => (typeof datum === 'number' ? [movePoint(model, index, datum + 0.5)] : []));
  return [...weights, ...moves.slice(0, mostMoves), ...points];
};

/** Each costs a run for every known mistake. */
const mostMoves = 4;

/** Weights that grow from component to component, and the same the other way round. */
const unequal = (size: number): readonly (readonly number[])[] => {
  const total = (size * (size + 5)) / 2;
  const rising = Array.from({ length: size }, (_, k) => Number(((k + 3) / total).toFixed(2)));
  const rest = rising.slice(1).reduce((sum, value) => sum + value, 0);
  const whole = [Number((1 - rest).toFixed(2)), ...rising.slice(1)];
  return [whole, whole.toReversed()];
};

const moved = (name: string, value: number): readonly number[] => {
  if (name === 'variances') return [value * 1.5];
  if (name === 'probabilities') return [Math.min(0.95, value + 0.1)];
  return [value + 0.5];
};

const movePoint = (model: Model, index: number, value: number): Nearby => {
  const data = model.data.with(index, value);
  return { model: { ...model, data }, change: `data: [${data.map(String).join(', ')}]` };
};
