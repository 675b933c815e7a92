import { describe, expect, it } from 'vitest';
import { solve } from '../../src/em/index.js';
import { numericMisconceptions } from '../../src/misconceptions/index.js';
import { pictureOf } from '../../src/report/index.js';
import { homework } from '../feedback/fixtures.js';

const problem = await homework();
const { iterates } = solve(problem.model);
const all = (right: boolean) =>
  numericMisconceptions().flatMap(({ id }) => {
    const picture = pictureOf(problem, { ids: [id], right });
    return picture === undefined ? [] : [[id, picture] as const];
  });

describe('a picture of a mistake', () => {
  it('draws what the mistake changes', () => {
    const { theirs } = pictureOf(problem, { ids: ['loop-variance-overwrites-sd'], right: false }) ?? {};
    expect(theirs?.parameters?.['means']?.[1]).toBeCloseTo(0.69307411, 6);
    expect(theirs?.responsibilities).toBeUndefined();
  });

  it('shows the whole course beside the right one where that may be shown', () => {
    const { theirs, right } = pictureOf(problem, { ids: ['loglik-log10'], right: true }) ?? {};
    expect(theirs?.parameters).toBeDefined();
    expect(theirs?.responsibilities).toHaveLength(5);
    expect(right?.logLikelihoods?.[0]).toBeCloseTo(-24.5125, 3);
  });

  it('leaves out what only the log-likelihood got wrong', () => {
    const { theirs } = pictureOf(problem, { ids: ['loglik-log10'], right: false }) ?? {};
    expect(Object.keys(theirs ?? {})).toEqual(['logLikelihoods']);
  });

  it('never draws a right answer before it may be shown, whatever the mistake', () => {
    const pictures = all(false);
    expect(pictures.length).toBeGreaterThan(100);
    for (const [id, { theirs }] of pictures) {
      for (const [iteration, value] of (theirs.logLikelihoods ?? []).entries()) {
        const right = iterates[iteration]?.logLikelihood;
        if (typeof right === 'number')
          expect(Math.abs(value - right) < 0.05, `${id}, iteration ${iteration}`).toBe(false);
      }
      const [means = []] = [theirs.parameters?.['means']];
      const [variances = []] = [theirs.parameters?.['variances']];
      const [weights = []] = [theirs.parameters?.weights];
      const isRight =
        theirs.parameters !== undefined &&
        [means[0], means[1], variances[0], variances[1], weights[0]].every(
          (value, i) => typeof value === 'number' && Math.abs(value - ([5, -0.5, 2 / 3, 0.25, 0.6][i] ?? NaN)) < 0.004,
        );
      expect(isRight, id).toBe(false);
    }
  });
});
