import type { Matrix, Parameters } from '../types.js';
import type { Course, Withheld } from './picture.js';
import { type Nearness, parameterNames, type RightNumbers } from './right-numbers.js';

/** Shares of the whole and of a plot's width that cannot be told apart in a plot. */
const tellable = 0.02;
const tellableOfWidth = 0.01;

/** Dots fewer than these, with others left out between them, make no curve. */
const fewestDots = 6;

const isNear = (one: number, other: number, ...nearness: readonly Nearness[]): boolean =>
  nearness.some(
    ({ absolute, relative }) =>
      Math.abs(one - other) <= Math.max(absolute, relative * Math.max(Math.abs(one), Math.abs(other))),
  );

/**
 * The course of a mistake without the numbers that are right: a mistake in the M-step does not change the first E-step, and
 * drawing that would tell its answers. A component is left out (as NaN) as soon as one of its numbers is right, and so is each
 * log-likelihood. The responsibilities stay only where none is right: a gap among them would tell which assignments are.
 */
export const withholdRight = (
  theirs: Course,
  right: RightNumbers,
): { readonly kept: Course; readonly withheld: Withheld } => {
  const { samples, parameters, responsibilities, logLikelihoods } = theirs;
  const components = parameters && withoutRightComponents(parameters, right);
  const values = logLikelihoods && withoutRightValues(logLikelihoods, right);
  const isHidden = responsibilities !== undefined && tellsShares(samples, responsibilities, right);
  return {
    kept: {
      samples,
      ...(components?.kept !== undefined && { parameters: components.kept }),
      ...(responsibilities !== undefined && !isHidden && { responsibilities }),
      ...(values?.kept !== undefined && { logLikelihoods: values.kept }),
    },
    withheld: { components: components?.isLess === true, logLikelihoods: values?.isLess === true },
  };
};

/** What is left of a part; nothing where that shows nothing any more. */
type Left<Part> = { readonly kept: Part | undefined; readonly isLess: boolean };

const withoutRightComponents = (parameters: Parameters, right: RightNumbers): Left<Parameters> => {
  const width = Math.max(...right.samples) - Math.min(...right.samples);
  const visible = {
    weights: { absolute: tellable, relative: 0 },
    means: { absolute: tellableOfWidth * width, relative: tellable },
    variances: { absolute: 0, relative: tellable },
  } as const;
  const isRight = parameters.weights.map((_, k) =>
    right.components.some((component) =>
      parameterNames.some((name) => {
        const value = parameters[name]?.[k];
        return typeof value === 'number' && isNear(value, component[name], visible[name], right.asked[name]);
      }),
    ),
  );
  const isLess = isRight.includes(true);
  if (!isLess) return { kept: parameters, isLess };
  const rest = (name: string): readonly number[] =>
    (parameters[name] ?? []).map((value, k) => (isRight[k] === true || typeof value !== 'number' ? NaN : value));
  const kept = { weights: rest('weights'), means: rest('means'), variances: rest('variances') };
  return { kept: kept.means.every(Number.isNaN) ? undefined : kept, isLess };
};

/** Whether a share that is drawn is right of its sample: of one with the same value, wherever it stands, or in the same place. */
const tellsShares = (samples: readonly number[], theirs: Matrix, right: RightNumbers): boolean =>
  theirs.some(([share = NaN], i) =>
    right.responsibilities.some((rows) =>
      rows.some((row, j) => {
        const isOfIt = right.samples[j] === samples[i] || (j === i && rows.length === theirs.length);
        // Whoever knows one of two shares knows the other.
        const isRight = row.some((value) =>
          isNear(share, value, { absolute: tellable, relative: 0 }, right.asked.responsibilities),
        );
        return isOfIt && isRight;
      }),
    ),
  );

const withoutRightValues = (values: readonly number[], right: RightNumbers): Left<readonly number[]> => {
  const finite = values.filter(Number.isFinite);
  const height = Math.max(...finite) - Math.min(...finite);
  const visible = { absolute: tellableOfWidth * height, relative: tellable };
  const isRight = (value: number, iteration: number): boolean =>
    [...right.logLikelihoods, right.course[iteration] ?? NaN].some((other) =>
      isNear(value, other, visible, right.asked['log-likelihood']),
    );
  const kept = values.map((value, iteration) => (isRight(value, iteration) ? NaN : value));
  const left = kept.filter(Number.isFinite).length;
  const isLess = left < finite.length;
  return { kept: isLess && left < fewestDots ? undefined : kept, isLess };
};
