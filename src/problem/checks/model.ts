import { checkModel as problemsOfModel } from '../../em/index.js';
import type { Check } from './check.js';

/** A model that the algorithm can be run on: what the solver itself asks for, and no more components than points. */
export const checkModel: Check = ({ problem: { model }, error }) => {
  for (const { path, code, message, fix } of problemsOfModel(model)) {
    const [field, name, component] = path;
    const where = field === 'start' && typeof component === 'number' ? `In ${name}, component ${component + 1}: ` : '';
    error(code, ['model', ...path], `${where}${message}`, fix, path.length === 0 ? 'key' : 'value');
  }
  const { data, start, responsibilities } = model;
  const components = start?.weights.length ?? responsibilities?.[0]?.length ?? 0;
  if (components > data.length && data.length > 0) {
    error(
      'too-many-components',
      start === undefined ? ['model', 'responsibilities'] : ['model', 'start', 'weights'],
      `There are ${components} components for ${data.length} ${data.length === 1 ? 'point' : 'points'}.`,
      'Take more data or fewer components.',
    );
  }
  for (let k = 0; k < (responsibilities?.[0]?.length ?? 0); k += 1) {
    if (responsibilities?.every((row) => row[k] === 0) !== true) continue;
    error(
      'empty-component',
      ['model', 'responsibilities'],
      `Component ${k + 1} gets no share of any point, so it has no parameters.`,
      'Give it a share of some point.',
    );
  }
};
