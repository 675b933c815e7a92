import { isFailure, quantity, type Solution } from '../em/index.js';
import type { Matrix, Moment, Precision, Problem } from '../types.js';

/** How near a number may come to another and still pass for it: by so much, or by this share of the larger one. */
export type Nearness = { readonly absolute: number; readonly relative: number };

/** The numbers of a component that a curve is drawn from. */
export const parameterNames = ['weights', 'means', 'variances'] as const;
export type ParameterName = (typeof parameterNames)[number];

type RightComponent = { readonly [Name in ParameterName]: number };

/**
 * The right numbers that a picture of a mistake must not show while they are withheld: those at the moments that are drawn, and
 * at every moment that a question asks about. `asked`: how exactly the questions ask for them.
 */
export type RightNumbers = {
  readonly samples: readonly number[];
  readonly components: readonly RightComponent[];
  readonly responsibilities: readonly Matrix[];
  /** From the start on. */
  readonly course: readonly number[];
  /** Those where the run starts and ends, and those that are asked for. */
  readonly logLikelihoods: readonly number[];
  readonly asked: { readonly [Name in ParameterName | 'responsibilities' | 'log-likelihood']: Nearness };
};

export const rightNumbers = (problem: Problem, solution: Solution, samples: readonly number[]): RightNumbers => {
  const at = (from: string, moment: Moment): unknown => {
    const value = quantity(solution, { from, at: moment });
    return isFailure(value) ? undefined : value;
  };
  const moments = (own: readonly Moment[], ...names: readonly string[]): readonly Moment[] => [
    ...new Set([...own, ...askedOf(problem, names).map(({ moment }) => moment)]),
  ];
  const end = solution.iterates.at(-1)?.iteration ?? 'converged';
  const parameters = moments([end], ...parameterNames, 'standard-deviations')
    // The parameters at the start are given, not asked for.
    .filter((moment) => moment !== 'start' && moment !== 0)
    .map((moment) => parameterNames.map((name) => at(name, moment)));
  return {
    samples,
    components: parameters.flatMap(([weights, means, variances]) =>
      (numbersOf(weights) ?? []).map((weight, k) => ({
        weights: weight,
        means: numbersOf(means)?.[k] ?? NaN,
        variances: numbersOf(variances)?.[k] ?? NaN,
      })),
    ),
    responsibilities: moments(['start'], 'responsibilities').flatMap((moment) => {
      const table = at('responsibilities', moment);
      return table === undefined ? [] : [table as Matrix];
    }),
    course: solution.iterates.map(({ logLikelihood }) => logLikelihood ?? NaN),
    logLikelihoods: moments(['start', end], 'log-likelihood').flatMap((moment) => {
      const value = at('log-likelihood', moment);
      return typeof value === 'number' ? [value] : [];
    }),
    asked: {
      weights: coarsest(problem, 'weights'),
      means: coarsest(problem, 'means'),
      variances: coarsest(problem, 'variances'),
      responsibilities: coarsest(problem, 'responsibilities'),
      'log-likelihood': coarsest(problem, 'log-likelihood'),
    },
  };
};

const numbersOf = (value: unknown): readonly number[] | undefined =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'number') ? value : undefined;

type Asked = { readonly moment: Moment; readonly precision: Precision };

/** What the questions ask of these quantities. */
const askedOf = ({ questions }: Problem, names: readonly string[]): readonly Asked[] =>
  questions.flatMap(({ answer }): readonly Asked[] => {
    if (answer.kind !== 'number' && answer.kind !== 'list' && answer.kind !== 'table') return [];
    const { key, precision } = answer;
    return 'from' in key && names.includes(key.from) ? [{ moment: key.at, precision }] : [];
  });

/** Numbers that round to the same decimals differ by less than a unit of the last. */
const coarsest = (problem: Problem, name: string): Nearness => {
  const precisions = askedOf(problem, [name]).map(({ precision }) => precision);
  const largest = (of: (precision: Precision) => number): number => Math.max(0, ...precisions.map(of));
  return {
    absolute: largest(({ decimals, tolerance = 0 }) =>
      Math.max(tolerance, decimals === undefined ? 0 : 10 ** -decimals),
    ),
    relative: largest(({ relative = 0 }) => relative),
  };
};
