import { suggestion } from '../../spelling/index.js';
import type { Model } from '../../types.js';
import type { Check, Say } from './check.js';

/** A model that the algorithm can be run on at all: shapes, ranges, and no more components than points. */
export const checkModel: Check = ({ problem: { model }, error }) => {
  const path = ['model'];
  if (model.start !== undefined && model.responsibilities !== undefined) {
    error(
      'model',
      [...path, 'responsibilities'],
      'The model has both a start and responsibilities.',
      'Keep the start for a whole run, the responsibilities for one M-step.',
      'key',
    );
  }
  if (model.start === undefined && model.responsibilities === undefined) {
    error(
      'model',
      path,
      'The model has neither a start nor responsibilities.',
      'Add start: { weights: …, means: …, variances: … }.',
      'key',
    );
  }
  checkData(model, error);
  if (model.start !== undefined) checkStart(model, model.start, error);
  if (model.responsibilities !== undefined) checkResponsibilities(model, model.responsibilities, error);
};

const checkData = (model: Model, error: Say): void => {
  const shape = (datum: Model['data'][number] | undefined): number => (typeof datum === 'object' ? datum.length : 0);
  for (const [index, datum] of model.data.entries()) {
    const path = ['model', 'data', index];
    if (![datum].flat().every((value) => Number.isFinite(value)))
      error('model', path, `Point ${index} of the data is not finite.`, 'Write a number.');
    if (shape(datum) !== shape(model.data[0]))
      error(
        'model',
        path,
        `Point ${index} of the data has another shape than point 0.`,
        'Give every point the same number of coordinates.',
      );
  }
};

const checkStart = (model: Model, start: NonNullable<Model['start']>, error: Say): void => {
  const components = start.weights.length;
  for (const [name, values] of Object.entries(start)) {
    const path = ['model', 'start', name];
    if (values.length !== components) {
      error(
        'model',
        path,
        `“${name}” has ${values.length} ${values.length === 1 ? 'entry' : 'entries'}, but there are ${components} weights.`,
        'Give one entry for each component.',
      );
    }
    for (const [k, value] of values.entries()) {
      if (!Number.isFinite(value))
        error('model', [...path, k], `“${name}” of component ${k + 1} is not finite.`, 'Write a number.');
    }
  }
  const weights = ['model', 'start', 'weights'];
  const total = start.weights.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) > 1e-9)
    error(
      'model',
      weights,
      `The weights sum to ${Number(total.toPrecision(6))}, but must sum to 1.`,
      'Fractions such as 1/3 are allowed.',
    );
  for (const [k, weight] of start.weights.entries()) {
    if (!(weight > 0))
      error(
        'model',
        [...weights, k],
        `The weight of component ${k + 1} is ${weight}: the component can never come to life.`,
        'Weights must be above 0.',
      );
  }
  for (const [k, variance] of (start['variances'] ?? []).entries()) {
    if (!(variance > 0))
      error(
        'model',
        ['model', 'start', 'variances', k],
        `The variance of component ${k + 1} is ${variance}: a singular Gaussian has no density.`,
        'Variances must be above 0.',
      );
  }
  if (components > model.data.length) {
    error(
      'model',
      weights,
      `There are ${components} components for ${model.data.length} ${model.data.length === 1 ? 'point' : 'points'}.`,
      'Take more data or fewer components.',
    );
  }
  for (const [index, name] of (model.fixed ?? []).entries()) {
    if (!(name in start))
      error(
        'unknown-parameter',
        ['model', 'fixed', index],
        `The start has no “${name}” to keep fixed.`,
        suggestion(name, Object.keys(start)),
      );
  }
};

const checkResponsibilities = (model: Model, rows: NonNullable<Model['responsibilities']>, error: Say): void => {
  const path = ['model', 'responsibilities'];
  if (rows.length !== model.data.length) {
    error(
      'model',
      path,
      `There are ${rows.length} rows of responsibilities for ${model.data.length} points.`,
      'Give one row for each point.',
    );
  }
  const components = rows[0]?.length ?? 0;
  for (const [index, row] of rows.entries()) {
    if (row.length !== components)
      error(
        'model',
        [...path, index],
        `Row ${index} has ${row.length} entries, row 0 has ${components}.`,
        'Give one entry for each component.',
      );
    const total = row.reduce((sum, share) => sum + share, 0);
    if (Math.abs(total - 1) > 1e-9)
      error(
        'model',
        [...path, index],
        `Row ${index} sums to ${Number(total.toPrecision(6))}, but must sum to 1.`,
        'The responsibilities of a point are shares of it.',
      );
    if (row.some((share) => share < 0 || share > 1))
      error(
        'model',
        [...path, index],
        `Row ${index} has a responsibility outside 0 … 1.`,
        'The responsibilities of a point are shares of it.',
      );
  }
  for (let k = 0; k < components; k += 1) {
    if (rows.every((row) => row[k] === 0))
      error(
        'model',
        path,
        `Component ${k + 1} gets no share of any point: it has no mean.`,
        'Give it a share of some point.',
      );
  }
  if (components > model.data.length)
    error(
      'model',
      path,
      `There are ${components} components for ${model.data.length} points.`,
      'Take more data or fewer components.',
    );
};
