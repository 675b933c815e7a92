import {
  componentFor,
  isFailure,
  quantity,
  quantityShapes,
  type QuantityFailure,
  type Solution,
} from '../../em/index.js';
import { didYouMean, nearest } from '../../spelling/index.js';
import type { ComponentCriterion, QuantityReference } from '../../types.js';
import type { Path } from '../source.js';
import type { Check, Inspection } from './check.js';

/**
 * Every answer left to the solver must be there: a quantity it knows, at a moment the run reaches, of the shape that is asked. Of a model that cannot be
 * run, the names of its quantities are known all the same.
 */
export const checkQuantities: Check = (inspection) => {
  const { problem, solution } = inspection;
  for (const [index, { answer }] of problem.questions.entries()) {
    const path = ['questions', index, answer.kind];
    if (answer.kind === 'choice' && !('stated' in answer.key)) {
      const where = [...path, 'answer'];
      if (solution === undefined) checkName(inspection, answer.key.of, [...where, 'of']);
      else checkCriterion(inspection, solution, answer.key, answer.options, where);
    } else if (answer.kind !== 'formula' && answer.kind !== 'choice' && 'from' in answer.key) {
      if (solution === undefined) checkName(inspection, answer.key.from, [...path, 'from']);
      else checkReference(inspection, solution, answer.kind, answer.key, path);
    }
  }
};

const checkName = ({ problem, error }: Inspection, name: string, path: Path): void => {
  const known = Object.keys(quantityShapes(problem.model.family));
  if (known.length > 0 && !known.includes(name)) sayUnknown(error, name, known, path);
};

const sayUnknown = (error: Inspection['error'], name: string, known: readonly string[], path: Path): void => {
  const near = nearest(name, known);
  error(
    'unknown-quantity',
    path,
    `The solver has no quantity “${name}”.`,
    near === undefined ? `It has ${known.join(', ')}.` : didYouMean(near),
  );
};

const wanted = {
  number: 'one number',
  list: 'a list of numbers',
  table: 'a table of numbers',
  assignments: 'a component for each point',
} as const;

const checkReference = (
  { problem, error }: Inspection,
  solution: Solution,
  kind: keyof typeof wanted,
  key: QuantityReference,
  path: Path,
): void => {
  const value = quantity(solution, key);
  if (isFailure(value)) {
    sayFailure(error, value, key.from, problem.model.family, path, 'from');
    return;
  }
  const shape =
    typeof value === 'number'
      ? 'one number'
      : typeof value[0] === 'number'
        ? 'a list of numbers'
        : 'a table of numbers';
  if (kind === 'assignments' ? key.from !== 'assignments' : shape !== wanted[kind]) {
    error(
      'shape',
      [...path, 'from'],
      `“${key.from}” is ${shape}, and the question asks for ${wanted[kind]}.`,
      kind === 'number'
        ? 'Add component: 1 or point: 0 to pick one, or ask for a list or a table.'
        : `Ask for ${kindFor[shape]} instead, or for another quantity.`,
    );
  }
};

const kindFor: { readonly [shape: string]: string } = {
  'one number': 'a number',
  'a list of numbers': 'a list',
  'a table of numbers': 'a table',
};

const checkCriterion = (
  { problem, error }: Inspection,
  solution: Solution,
  key: ComponentCriterion,
  options: { readonly [key: string]: string },
  path: Path,
): void => {
  const moments = key.componentWith.startsWith('largest-')
    ? ([key.since ?? 'start', key.at] as const)
    : ([key.at] as const);
  for (const [index, at] of moments.entries()) {
    const value = quantity(solution, { from: key.of, at });
    if (!isFailure(value)) continue;
    sayFailure(error, value, key.of, problem.model.family, path, index === 0 && moments.length === 2 ? 'since' : 'of');
    return;
  }
  const choice = componentFor(solution, key);
  if (choice.kind === 'failure') {
    error(
      'shape',
      [...path, 'of'],
      choice.message,
      'Compare something each component has, such as means or variances.',
    );
  } else if (choice.kind === 'tie') {
    error(
      'tie',
      path,
      `Components ${choice.components.join(' and ')} tie: no option is right.`,
      'Ask for something that differs, or change the data or the start.',
    );
  } else if (!Object.hasOwn(options, String(choice.component))) {
    error(
      'no-option',
      path,
      `The right component is ${choice.component}, and there is no option “${choice.component}”.`,
      `Key the options by the numbers of the components: { 1: …, 2: … }.`,
    );
  }
};

const sayFailure = (
  error: Inspection['error'],
  { code, message }: QuantityFailure,
  name: string,
  family: string,
  path: Path,
  field: 'from' | 'of' | 'since',
): void => {
  if (code === 'unknown-quantity') {
    sayUnknown(error, name, Object.keys(quantityShapes(family)), [...path, field]);
    return;
  }
  const where = code === 'no-such-entry' ? path : [...path, field === 'since' ? 'since' : 'at'];
  error(
    `no-value-${code}`,
    where,
    `There is no answer: ${message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}`,
    mends[code] ?? 'Ask for another moment, or change the data or the start.',
  );
};

const mends: { readonly [code in QuantityFailure['code']]?: string } = {
  'no-such-entry': 'Components count from 1, points from 0.',
  'no-start': 'Ask at: 1, for the one M-step.',
  'single-step': 'Ask at: 1, for the one M-step.',
  'variance-zero': 'Take another start, or data in which no component ends on one point.',
  'empty-component': 'Take another start.',
};
