/** Whether a model can be solved: everything wrong with it, each with its place. */

import type { Datum, Matrix, Model, Parameters } from '../types.js';
import { checkProbability } from './check-entry.js';
import { familyNames, isFamily, withFamily } from './families.js';
import type { EntryProblem, Family } from './family.js';

/** Where in the model (`['start', 'variances', 1]`), what, and the mend. */
export type ModelProblem = EntryProblem & { readonly path: readonly (string | number)[] };

// Authors write 0.33 three times over; more than this is no rounding.
const weightTolerance = 1e-6;

const checkSum = (values: readonly number[], path: ModelProblem['path'], what: string): readonly ModelProblem[] => {
  const total = values.reduce((left, right) => left + right, 0);
  if (Math.abs(total - 1) <= weightTolerance) return [];
  return [
    {
      path,
      code: 'sum-not-one',
      message: `${what} sum to ${Number(total.toPrecision(9))}, not to 1.`,
      fix: 'Write them as fractions, such as 1/3, or change one of them.',
    },
  ];
};

const checkData = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  model: Model,
): readonly ModelProblem[] => {
  if (model.data.length === 0) {
    return [{ path: ['data'], code: 'no-data', message: 'There are no data.', fix: 'Give at least one observation.' }];
  }
  return model.data.flatMap((datum, index) => {
    const problem = family.checkDatum(datum, model);
    return problem === undefined ? [] : [{ path: ['data', index], ...problem }];
  });
};

const checkStart = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  start: NonNullable<Model['start']>,
): readonly ModelProblem[] => {
  const names: readonly string[] = family.parameters;
  const foreign = Object.keys(start)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      path: ['start', name],
      code: 'unknown-parameter',
      message: `The ${family.name} family has no ${name}.`,
      fix: `Its parameters are ${names.join(', ')}.`,
    }));
  const missing = names
    .filter((name) => !Object.hasOwn(start, name))
    .map((name) => ({
      path: ['start'],
      code: 'missing-parameter',
      message: `The start gives no ${name}.`,
      fix: `Add ${name}: one for each component.`,
    }));
  if (foreign.length + missing.length > 0) return [...foreign, ...missing];

  const size = start.weights.length;
  if (size === 0) {
    return [
      {
        path: ['start', 'weights'],
        code: 'no-components',
        message: 'The mixture has no components.',
        fix: 'Give at least one weight.',
      },
    ];
  }
  const lengths = Object.entries(start)
    .filter(([, list]) => list.length !== size)
    .map(([name, list]) => ({
      path: ['start', name],
      code: 'wrong-length',
      message: `There are ${list.length} ${name} for ${size} weights.`,
      fix: 'Give one entry for each component in every list.',
    }));
  const entries = Object.entries(start).flatMap(([name, list]) =>
    list.flatMap((entry, k) => {
      const problem = name === 'weights' ? checkWeight(entry) : family.checkParameter(name, entry);
      return problem === undefined ? [] : [{ path: ['start', name, k], ...problem }];
    }),
  );
  return [
    ...lengths,
    ...entries,
    ...(entries.length > 0 ? [] : checkSum(start.weights, ['start', 'weights'], 'The weights')),
  ];
};

const checkWeight = (value: Datum): EntryProblem | undefined =>
  checkProbability(value) ??
  (value === 0
    ? {
        code: 'zero-weight',
        message: 'A component of weight 0 never gets an observation.',
        fix: 'Give it a positive weight, or leave it out.',
      }
    : undefined);

const checkResponsibilities = (rows: Matrix, model: Model): readonly ModelProblem[] => {
  const size = rows[0]?.length ?? 0;
  if (rows.length !== model.data.length || size === 0 || rows.some((row) => row.length !== size)) {
    return [
      {
        path: ['responsibilities'],
        code: 'wrong-length',
        message: `The responsibilities are no table of ${model.data.length} rows with one entry for each component.`,
        fix: 'Give a row for each observation, all rows of one length.',
      },
    ];
  }
  return rows.flatMap((row, i) => {
    const entries = row.flatMap((entry, k) => {
      const problem = checkProbability(entry);
      return problem === undefined ? [] : [{ path: ['responsibilities', i, k], ...problem }];
    });
    return entries.length > 0
      ? entries
      : checkSum(row, ['responsibilities', i], `The responsibilities of observation ${i + 1}`);
  });
};

const checkConstants = (names: readonly string[], model: Model): readonly ModelProblem[] =>
  names.flatMap((name) => {
    const value = model.constants?.[name];
    if (value !== undefined && Number.isInteger(value) && value >= 1) return [];
    return [
      {
        path: ['constants', name],
        code: 'missing-constant',
        message: `The ${model.family} family needs the number of ${name}.`,
        fix: `Add constants: { ${name}: … }, a whole number from 1.`,
      },
    ];
  });

const checkStop = ({ stop }: Model): readonly ModelProblem[] => {
  if (stop === undefined || (stop.tolerance > 0 && Number.isInteger(stop.iterations) && stop.iterations >= 1))
    return [];
  return [
    {
      path: ['stop'],
      code: 'bad-stop-rule',
      message: 'The stop rule never ends a run.',
      fix: 'Give a tolerance above 0 and a whole number of iterations from 1.',
    },
  ];
};

/** Everything that is wrong with a model; empty when `solve` takes it. */
export const checkModel = (model: Model): readonly ModelProblem[] => {
  if (!isFamily(model.family)) {
    return [
      {
        path: ['family'],
        code: 'unknown-family',
        message: `No family of mixtures is called ${JSON.stringify(model.family)}.`,
        fix: `Known are ${familyNames.join(' and ')}.`,
      },
    ];
  }
  return withFamily(model.family, (family) => [
    ...checkConstants(family.constants ?? [], model),
    ...checkData(family, model),
    ...checkGiven(family, model),
    ...checkFixed(family, model),
    ...checkStop(model),
  ]);
};

const checkGiven = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  model: Model,
): readonly ModelProblem[] => {
  if ((model.start === undefined) === (model.responsibilities === undefined)) {
    return [
      {
        path: [],
        code: 'start-or-responsibilities',
        message: 'A model starts from parameters or from responsibilities: from one of the two.',
        fix: 'Give start or responsibilities.',
      },
    ];
  }
  if (model.start !== undefined) return checkStart(family, model.start);
  return checkResponsibilities(model.responsibilities ?? [], model);
};

const checkFixed = <X extends Datum, T extends Parameters<Datum>>(
  family: Family<X, T>,
  { fixed = [] }: Model,
): readonly ModelProblem[] => {
  const names: readonly string[] = family.parameters;
  return fixed.flatMap((name, index) =>
    names.includes(name)
      ? []
      : [
          {
            path: ['fixed', index],
            code: 'unknown-parameter',
            message: `The ${family.name} family has no ${name}.`,
            fix: `Its parameters are ${names.join(', ')}.`,
          },
        ],
  );
};
