import { checkModel as problemsOfModel } from '../../em/index.js';
import type { Path } from '../source.js';
import type { Check, Inspection } from './check.js';

/** A model that the algorithm can be run on: what the solver itself asks for, and no more components than points. */
export const checkModel: Check = (inspection) => {
  const { problem, error } = inspection;
  const { model } = problem;
  const hasCommas = checkDecimalCommas(inspection);
  for (const { path, code, message, fix } of problemsOfModel(model)) {
    // Lists of twice as many numbers fit nothing.
    if (hasCommas && path[0] === 'start') continue;
    const [field, name, component] = path;
    const where = field === 'start' && typeof component === 'number' ? `In ${name}, component ${component + 1}: ` : '';
    error(code, ['model', ...path], `${where}${message}`, fix, path.length === 0 ? 'key' : 'value');
  }
  const { data, start, responsibilities } = model;
  if (hasCommas) return;
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

/** `[0,4, 0,6]`, in which YAML sees four numbers. In the start they cannot be meant so; of data it is not known. */
const checkDecimalCommas = ({ problem: { model }, textOf, error, warn }: Inspection): boolean => {
  const withCommas = Object.keys(model.start ?? {}).filter((name) =>
    decimalCommas.test(textOf(['model', 'start', name])),
  );
  const isOdd = withCommas.some((name) => model.start?.[name]?.length !== model.start?.weights.length);
  const isStartMistaken = withCommas.length > 0 && (isOdd || withCommas.includes('weights'));
  const say = (path: Path, report: Inspection['error']): void =>
    report(
      'decimal-comma',
      path,
      `“${textOf(path)}” seems to be written with decimal commas, but a comma ends a number.`,
      'Write a point: [0.4, 0.6]. Where the commas part numbers, put a blank after each.',
    );
  if (isStartMistaken) for (const name of withCommas) say(['model', 'start', name], error);
  if (decimalCommas.test(textOf(['model', 'data']))) say(['model', 'data'], warn);
  return isStartMistaken;
};

/** Pairs of whole numbers that no blank parts, with a blank between one pair and the next. */
const decimalCommas = /^\[\s*[-+]?\d+,\d+(,\s+[-+]?\d+,\d+)+\s*\]$/;
