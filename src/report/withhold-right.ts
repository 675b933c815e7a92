import type { Matrix, Parameters } from '../types.js';
import type { Course } from './picture.js';

/** Values that differ by less than this share cannot be told apart in a plot: then what is drawn is the right answer. */
const tellable = 0.02;

const isSame = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  (Object.is(one, other) || Math.abs(one - other) <= tellable * Math.max(Math.abs(one), Math.abs(other)));

/** For shares, which lie between 0 and 1. */
const isSameShare = (one: number, other: number | undefined): boolean =>
  other !== undefined && Math.abs(one - other) <= tellable;

/**
 * The course of a mistake without what it has in common with the right one: a mistake in the M-step does not change the first E-step, and
 * drawing that would tell its answers. Values of the log-likelihood are left out one by one (as NaN), the rest as a whole.
 */
export const withholdRight = (theirs: Course, right: Course): Course => {
  const { parameters, responsibilities, logLikelihoods } = theirs;
  const kept = logLikelihoods?.map((value, iteration) =>
    isSame(value, right.logLikelihoods?.[iteration]) ? NaN : value,
  );
  return {
    ...(parameters === undefined || isSameParameters(parameters, right.parameters) ? {} : { parameters }),
    ...(responsibilities === undefined || isSameMatrix(responsibilities, right.responsibilities)
      ? {}
      : { responsibilities }),
    ...(kept === undefined || kept.every(Number.isNaN) ? {} : { logLikelihoods: kept }),
  };
};

const isSameParameters = (theirs: Parameters, right: Parameters | undefined): boolean =>
  Object.entries(theirs).every(([name, values]) =>
    values.every((value, k) => {
      const other = right?.[name]?.[k];
      return typeof value === 'number' && typeof other === 'number' && isSame(value, other);
    }),
  );

const isSameMatrix = (theirs: Matrix, right: Matrix | undefined): boolean =>
  theirs.every((row, i) => row.every((value, k) => isSameShare(value, right?.[i]?.[k])));
