import { isFailure, quantity, type Solution, solve } from '../em/index.js';
import { applies, numericMisconceptions, perform } from '../misconceptions/index.js';
import type { Matrix, Problem } from '../types.js';
import type { Course, Picture } from './picture.js';
import { rightNumbers } from './right-numbers.js';
import { withholdRight } from './withhold-right.js';

/** Which picture to show: the mistakes that were made together, and whether the right course may be shown beside theirs. */
export type PictureRequest = { readonly ids: readonly string[]; readonly right: boolean };

/** Iterations drawn at most. */
const mostIterations = 40;

/** The two mistakes of a pair are joined by this. */
const joint = '+';

/**
 * The picture of a mistake on a problem's data: the course of the procedure that it makes of the right one. Nothing for
 * mistakes in formulas alone, for models other than Gaussian mixtures, and where there is nothing to draw. Where the right course may
 * not be shown, what of theirs is right stays out, too.
 */
export const pictureOf = (problem: Problem, { ids, right }: PictureRequest): Picture | undefined => {
  const { model } = problem;
  const data = model.data.filter((datum) => typeof datum === 'number');
  const named = (ids[0] ?? '').split(joint);
  const mistakes = numericMisconceptions().filter(({ id }) => named.includes(id));
  if (model.family !== 'gaussian' || data.length !== model.data.length) return undefined;
  if (mistakes.length !== named.length || mistakes.some((mistake) => !applies(mistake, model))) return undefined;
  const performance = perform(model, mistakes);
  const samples = performance.data.filter((datum) => typeof datum === 'number');
  const theirs: Course = {
    samples,
    ...optional('parameters', performance.trajectory.at(-1)),
    ...optional('responsibilities', matrix(performance.answer({ from: 'responsibilities', at: 'start' }), samples)),
    logLikelihoods: performance.trajectory.slice(0, mostIterations + 1).map((_, iteration) => {
      const value = performance.answer({ from: 'log-likelihood', at: iteration });
      return typeof value === 'number' ? value : NaN;
    }),
  };
  const solution = solve(model);
  if (right) return { data, theirs, right: rightCourse(solution, data) };
  const { kept, withheld } = withholdRight(theirs, rightNumbers(problem, solution, data));
  const { samples: _, ...parts } = kept;
  return Object.keys(parts).length === 0 ? undefined : { data, theirs: kept, withheld };
};

const rightCourse = (solution: Solution, samples: readonly number[]): Course => {
  const responsibilities = quantity(solution, { from: 'responsibilities', at: 'start' });
  return {
    samples,
    ...optional('parameters', solution.iterates.at(-1)?.parameters),
    ...optional('responsibilities', isFailure(responsibilities) ? undefined : matrix(responsibilities, samples)),
    logLikelihoods: solution.iterates.slice(0, mostIterations + 1).map(({ logLikelihood }) => logLikelihood ?? NaN),
  };
};

const optional = <K extends string, T>(key: K, value: T | undefined): { readonly [_ in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [_ in K]: T });

/** Rows that stand for the samples. */
const matrix = (reading: unknown, samples: readonly number[]): Matrix | undefined =>
  Array.isArray(reading) && reading.length === samples.length && reading.every((row) => Array.isArray(row))
    ? (reading as Matrix)
    : undefined;
