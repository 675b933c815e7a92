import { suggestion } from '../../spelling/index.js';
import type { VariantRange } from '../../types.js';
import type { Check } from './check.js';

/** Ranges that hold at least one value, for parameters that exist, and enough values for the data. */
export const checkVariants: Check = ({ problem, solution, error }) => {
  const { variants, model } = problem;
  if (variants === undefined) return;
  const ranges = [
    [['variants', 'data'], variants.data] as const,
    ...Object.entries(variants.start).map(([name, range]) => [['variants', 'start', name], range] as const),
  ];
  for (const [path, range] of ranges) {
    if (range.low > range.high)
      error('range', path, `The range begins at ${range.low} and ends at ${range.high}.`, 'Exchange low and high.');
    else if (size(range) > 100_000)
      error('range', path, `The range holds ${size(range)} values.`, 'Take a larger step; 100000 values are allowed.');
  }
  if (model.start === undefined) {
    error(
      'variants',
      ['variants'],
      'Variants are drawn for a problem with a start, and this one has none.',
      'Give the model a start.',
      'key',
    );
    return;
  }
  const names = Object.keys(model.start);
  for (const [name, range] of Object.entries(variants.start)) {
    const path = ['variants', 'start', name];
    if (!names.includes(name))
      error('unknown-parameter', path, `The start has no “${name}”.`, suggestion(name, names), 'key');
    if (name === 'weights' && (range.low <= 0 || range.high >= 1))
      error('range', path, 'Weights must lie between 0 and 1.', 'Such as { low: 0.2, high: 0.8, step: 0.1 }.');
    if (name === 'variances' && range.low <= 0)
      error('range', path, 'Variances must be positive.', 'Raise low above 0.');
    if (range.count !== undefined && range.count !== model.start.weights.length)
      error(
        'range',
        [...path, 'count'],
        `The problem has ${model.start.weights.length} components, so count is ${model.start.weights.length}.`,
        'Take count out.',
      );
  }
  const points = variants.data.count ?? model.data.length;
  if (points < model.start.weights.length)
    error(
      'range',
      ['variants', 'data'],
      `${points} points are too few for ${model.start.weights.length} components.`,
      'Raise count.',
    );
  // What a family does not take as data at all is said of the data.
  if (solution !== undefined && model.data.some((datum) => typeof datum !== 'number'))
    error('variants', ['variants', 'data'], 'Only data in one dimension can be drawn.', 'Take variants out.');
};

const size = ({ low, high, step }: VariantRange): number => Math.floor((high - low) / step + 1e-9) + 1;
