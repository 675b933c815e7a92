import { describe, expect, it } from 'vitest';
import { quantity, solve } from '../../src/em/index.js';
import { numericMisconceptions } from '../../src/misconceptions/index.js';
import { type Picture, pictureOf } from '../../src/report/index.js';
import { renderPicture } from '../../src/report/render-picture.js';
import type { Matrix, Moment } from '../../src/types.js';
import { homework } from '../feedback/fixtures.js';

const problem = await homework();
const solution = solve(problem.model);
const { iterates } = solution;
const all = (right: boolean) =>
  numericMisconceptions().flatMap(({ id }) => {
    const picture = pictureOf(problem, { ids: [id], right });
    return picture === undefined ? [] : [[id, picture] as const];
  });

const drawn = (picture: Picture | undefined): string =>
  picture === undefined ? '' : (renderPicture(picture)?.markup ?? '');
const askedAt = (from: string, at: Moment): readonly number[] => quantity(solution, { from, at }) as readonly number[];

/** What the figure of the responsibilities says in words, where the right ones may be shown. */
const labels = (id: string): string =>
  /aria-label="The share[^:]*: ([^"]*)"/.exec(drawn(pictureOf(problem, { ids: [id], right: true })))?.[1] ?? '';
const curve = (logLikelihoods: readonly number[]): string =>
  renderPicture({ data: [1, 2], theirs: { samples: [1, 2], logLikelihoods } })?.markup ?? '';

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
    expect(Object.keys(theirs ?? {})).toEqual(['samples', 'logLikelihoods']);
  });

  it('never draws a right answer before it may be shown, whatever the mistake', () => {
    const pictures = all(false);
    expect(pictures.length).toBeGreaterThan(100);
    for (const [id, { theirs }] of pictures) {
      for (const [iteration, value] of (theirs.logLikelihoods ?? []).entries()) {
        const { logLikelihood: last } = iterates.at(-1) ?? {};
        for (const right of [iterates[iteration]?.logLikelihood, iterates[0]?.logLikelihood, last])
          expect(Math.abs(value - (right ?? NaN)) < 0.1, `${id}, iteration ${iteration}`).toBe(false);
      }
      for (const [name, values] of Object.entries(theirs.parameters ?? {})) {
        for (const right of [...askedAt(name, 1), ...askedAt(name, 'converged')])
          for (const value of values)
            expect(typeof value === 'number' && Math.abs(value - right) < 0.01, `${id}, ${name}`).toBe(false);
      }
      const rightShares = quantity(solution, { from: 'responsibilities', at: 'start' }) as Matrix;
      for (const [row, shares] of (theirs.responsibilities ?? []).entries()) {
        const sample = problem.model.data.indexOf(theirs.samples[row] ?? NaN);
        for (const right of rightShares[sample] ?? [])
          expect(Math.abs((shares[0] ?? NaN) - right) < 0.01, `${id}, sample ${theirs.samples[row]}`).toBe(false);
      }
    }
  });

  it.each(['data-duplicate-point', 'data-drop-first', 'data-drop-last', 'data-zero-dropped'])(
    'hides the shares of samples that %s leaves as they are, wherever they stand',
    (id) => {
      expect(pictureOf(problem, { ids: [id], right: false })?.theirs.responsibilities).toBeUndefined();
      expect(drawn(pictureOf(problem, { ids: [id], right: false }))).not.toContain('responsibility');
    },
  );

  it('leaves out the component that is right, and says so', () => {
    const picture = pictureOf(problem, { ids: ['loop-variance-overwrites-sd'], right: false });
    expect(picture?.theirs.parameters?.['means']).toEqual([NaN, expect.closeTo(0.69307411, 6)]);
    expect(drawn(picture)).toContain('The density of component 2, times its weight,');
    expect(drawn(picture)).toContain('What is right is not drawn.');
  });

  it('says where a curve lacks what is right, and draws none of a few dots', () => {
    let gaps = 0;
    for (const [id, picture] of all(false)) {
      const values = picture.theirs.logLikelihoods;
      if (values === undefined || picture.withheld?.logLikelihoods !== true) continue;
      gaps += 1;
      expect(values.filter(Number.isFinite).length, id).toBeGreaterThan(5);
      expect(drawn(picture).split('<figure>').at(-1), id).toContain('What is right is not drawn.');
    }
    expect(gaps).toBeGreaterThan(5);
  });

  it('puts every share at its own sample', () => {
    expect(labels('data-drop-first')).toBe('none of −1, 0.00 of 0, 0.45 of 4, 0.67 of 5, 0.69 of 6.');
    expect(labels('data-zero-dropped')).toBe('0.00 of −1, none of 0, 0.45 of 4, 0.67 of 5, 0.69 of 6.');
    expect(labels('data-duplicate-point')).toBe('0.00 of −1, 0.00 of 0, 0.45 of 4, 0.67 of 5, 0.69 of 6, 0.69 of 6.');
  });

  it('is no picture where nothing is left to draw', () => {
    expect(pictureOf(problem, { ids: ['loop-one-iteration'], right: false })).toBeUndefined();
    const empty: Picture = { data: [1, 2], theirs: { samples: [1, 2], logLikelihoods: [NaN, 3] } };
    expect(renderPicture(empty)).toBeUndefined();
  });
});

describe('the figure of the log-likelihood', () => {
  it.each([
    ['a step down that can be seen', [-20, -10, -12, -9], true],
    ['a step down that cannot', [-20, -10, -10 - 4e-7, -10], false],
    ['a tremor of a level curve', [-12.2222, -12.2221, -12.2223], false],
    ['rounding errors around zero', [-1e-16, 0, 1e-16, -2e-16, 0], false],
    ['a rise', [-20, -10, -9], false],
    ['a gap', [-9, NaN, -20, -19], false],
  ])('speaks of a fall for what is seen only: %s', (_, values, isFalling) => {
    expect(curve(values).includes('a step down means')).toBe(isFalling);
    expect(curve(values).includes('it falls at least once')).toBe(isFalling);
    expect(curve(values).includes('No step down can be seen')).toBe(!isFalling);
  });

  it('and every other has marks that can be told apart, whatever the mistake', () => {
    for (const [id, picture] of all(false)) {
      for (const figure of drawn(picture).split('<figure>').slice(1)) {
        const marks = [...figure.matchAll(/text-anchor="end">([^<]*)</g)].map(([, label]) => label);
        expect(new Set(marks).size, id).toBe(marks.length);
      }
    }
  });
});
