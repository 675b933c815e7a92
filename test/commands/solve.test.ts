import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findMistakes } from '../../src/commands/solve/find-mistakes.js';
import { layOutTable } from '../../src/commands/solve/layout-table.js';
import { drawSolution, renderSolution, type SolveRequest } from '../../src/commands/solve/render-solution.js';
import { columnsOf } from '../../src/expression/index.js';
import { type Style } from '../../src/feedback/index.js';
import { numericMisconceptions } from '../../src/misconceptions/index.js';
import type { Model, Problem } from '../../src/types.js';

const style: Style = { width: 80, colour: false, unicode: true, plain: false };

const problemOf = (model: Model): Problem => ({
  id: 'trial',
  title: 'A trial <of> “runs”',
  model,
  policy: {
    attempts: 1,
    late: { kind: 'accept' },
    keep: 'best',
    hints: 'always',
    causes: 'always',
    explanations: 'always',
    solutions: 'always',
    followThrough: 0,
  },
  questions: [
    {
      id: 'first-means',
      prompt: '',
      points: 1,
      answer: { kind: 'list', key: { from: 'means', at: 1 }, precision: { decimals: 2 } },
    },
    {
      id: 'widest',
      prompt: '',
      points: 1,
      answer: {
        kind: 'choice',
        options: { 1: 'a', 2: 'b' },
        key: { componentWith: 'largest', of: 'variances', at: 'converged' },
      },
    },
    { id: 'stated', prompt: '', points: 1, answer: { kind: 'number', key: { stated: '3' }, precision: {} } },
  ],
});

const homework: Model = {
  family: 'gaussian',
  data: [-1, 0, 4, 5, 6],
  start: { weights: [0.5, 0.5], means: [6, 7], variances: [1, 4] },
};
const none: SolveRequest = { as: [], plot: false };
const named = (...ids: readonly string[]): SolveRequest => ({
  as: numericMisconceptions().filter(({ id }) => ids.includes(id)),
  plot: true,
});

describe('The reference run as text', () => {
  it('shows every iterate, the responsibilities and the answers that follow', () => {
    expect(renderSolution(problemOf(homework), none, { ...style, width: 120 })).toBe(`A trial <of> “runs”
gaussian family, 5 observations, 2 components

Iterates
                     objective             weights                means           variances
n  log-likelihood  lower bound         1         2         1          2         1         2
0      -24.512532   -24.512532  0.500000  0.500000  6.000000   7.000000  1.000000  4.000000
1      -10.955912   -11.079494  0.363037  0.636963  5.131728   1.471031  0.615563  6.967022
2      -10.746386   -10.845233  0.431733  0.568267  5.139790   1.022375  0.599621  5.880785
3      -10.511846   -10.631792  0.488898  0.511102  5.115462   0.585126  0.618551  4.557092
4      -10.111430   -10.328679  0.540269  0.459731  5.073421   0.128312  0.640660  2.914749
5       -9.157718    -9.603503  0.584280  0.415720  5.023144  -0.324546  0.659486  1.030404
6       -8.465276    -8.469567  0.599971  0.400029  5.000048  -0.499674  0.666651  0.251450
7       -8.465259    -8.465259  0.600000  0.400000  5.000000  -0.500000  0.666667  0.250000
8       -8.465259    -8.465259  0.600000  0.400000  5.000000  -0.500000  0.666667  0.250000
9       -8.465259    -8.465259  0.600000  0.400000  5.000000  -0.500000  0.666667  0.250000

Converged: after 9 iterations no parameter moves any more.

At the start
                 responsibilities
 x          1         2  given to
-1  1.3651e-7  1.000000         2
 0   0.000014  0.999986         2
 4   0.454662  0.545338         2
 5   0.666667  0.333333         1
 6   0.693843  0.306157         1

At convergence
                    responsibilities
 x           1           2  given to
-1  2.8465e-12    1.000000         2
 0   1.0895e-8    1.000000         2
 4    1.000000  5.9386e-18         1
 5    1.000000  5.7820e-27         1
 6    1.000000  4.6209e-37         1

Answers
  first-means: 5.131728, 1.471031
  widest: 1
`);
  });

  it('says what became of a run that has no limit', () => {
    const collapsing = problemOf({
      family: 'gaussian',
      data: [0, 5, 6, 7],
      start: { weights: [0.5, 0.5], means: [0, 6], variances: [0.01, 1] },
    });
    expect(renderSolution(collapsing, none, style)).toMatch(
      /Collapsed: in iteration \d+ component 1 closes in on a single value/u,
    );
    const restless = problemOf({ ...homework, stop: { tolerance: 1e-13, iterations: 2 } });
    expect(renderSolution(restless, none, style)).toContain(
      'Not converged: after 2 iterations a parameter still moves by',
    );
  });

  it('knows one M-step, and coins', () => {
    const step = renderSolution(
      problemOf({
        family: 'gaussian',
        data: [1, 10, 20],
        responsibilities: [
          [1, 0],
          [0.4, 0.6],
          [0, 1],
        ],
      }),
      { as: [], plot: true },
      style,
    );
    expect(step).toContain('One M-step from the given responsibilities');
    expect(step).toContain('3.571429  16.250000');
    expect(step).toContain('After the M-step');
    const coins: Model = {
      family: 'binomial',
      data: [5, 9, 8, 4, 7],
      start: { weights: [0.5, 0.5], probabilities: [0.6, 0.5] },
      fixed: ['weights'],
      constants: { trials: 10 },
    };
    expect(renderSolution(problemOf(coins), none, style)).toContain('0.713012  0.581339');
  });
});

describe('A mistake beside the right run', () => {
  it('marks the answers in which it shows', () => {
    const text = renderSolution(problemOf(homework), named('loop-variance-overwrites-sd'), style);
    expect(text).toContain(
      'right: Converged: after 9 iterations no parameter moves any more.\nloop-variance-overwrites-sd: Settles: after 42 iterations',
    );
    expect(text).toContain(
      '  first-means\n    right: 5.131728, 1.471031\n    loop-variance-overwrites-sd: 5.131728, 1.471031',
    );
    expect(text).toContain('* widest\n    right: 1\n    loop-variance-overwrites-sd: 2');
  });

  it('leaves out what a mistake does for thousands of iterations, and says so', () => {
    const text = renderSolution(problemOf(homework), named('mu-increment'), style);
    expect(text).toContain('(2960 iterations before the last are left out.)');
    expect(text.split('\n').length).toBeLessThan(300);
  });

  it('shows two mistakes made together, and numbers that are none', () => {
    expect(renderSolution(problemOf(homework), named('report-sd-for-variance', 'loglik-sign'), style)).toContain(
      'loglik-sign + report-sd-for-variance',
    );
    expect(renderSolution(problemOf(homework), named('data-drop-first'), style)).toMatch(
      /Breaks down: after \d+ iterations a number is none any more/u,
    );
  });

  it.each([
    [undefined, 'found', 0],
    ['var-bessel', 'found', 1],
    ['var-bessel+report-sd-for-variance', 'found', 2],
  ])('--as %s names known mistakes', (text, kind, count) => {
    const found = findMistakes(text, homework);
    expect(found).toMatchObject({ kind });
    expect(found.kind === 'found' && found.mistakes.length).toBe(count);
  });

  it.each([
    ['var-besel', homework, 'Did you mean “var-bessel”?'],
    ['__proto__', homework, 'Known: '],
    ['', homework, 'Known: '],
    ['var-bessel+var-bessel', homework, 'named twice'],
    [
      'resp-hard-assignment',
      { family: 'gaussian', data: [1], responsibilities: [[1]] } satisfies Model,
      'no such step',
    ],
  ])('--as “%s” is refused with a reason', (text, model, reason) => {
    const found = findMistakes(text, model);
    expect(found.kind === 'usage' && found.message).toContain(reason);
  });
});

const numbers = (low: number, high: number, size: number): fc.Arbitrary<readonly number[]> =>
  fc.array(
    fc.integer({ min: low * 10, max: high * 10 }).map((value) => value / 10),
    { minLength: size, maxLength: size },
  );

describe('Whatever is solved', () => {
  const models: fc.Arbitrary<Model> = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
    .chain(([size, count]) =>
      fc.record({
        family: fc.constant('gaussian'),
        data: numbers(-99, 99, count),
        start: fc.record({
          weights: fc.constant(Array.from({ length: size }, () => 1 / size)),
          means: numbers(-99, 99, size),
          variances: numbers(0.1, 50, size),
        }),
        stop: fc.constant({ tolerance: 1e-9, iterations: 12 }),
      }),
    );

  it('No line of a table or picture is wider than the screen, unless one group alone is', () => {
    fc.assert(
      fc.property(
        models,
        fc.constantFrom(...numericMisconceptions()),
        fc.integer({ min: 60, max: 100 }),
        (model, mistake, width) => {
          const text = renderSolution(problemOf(model), { as: [mistake], plot: true }, { ...style, width });
          const widest = 12 + 5 * 14 + mistake.id.length;
          for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(Math.max(width, widest));
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });

  it('Without Unicode there is only ASCII', () => {
    expect(renderSolution(problemOf(homework), named('var-bessel'), { ...style, unicode: false })).toMatch(
      /^[\n -~]*$/u,
    );
  });

  it('The SVG is one drawing with escaped texts and finite coordinates', () => {
    fc.assert(
      fc.property(models, fc.constantFrom(...numericMisconceptions()), (model, mistake) => {
        const svg = drawSolution(problemOf(model), { as: [mistake], plot: false });
        expect(svg).toMatch(/^<svg [^>]*>\n<title>A trial &lt;of&gt; “runs”<\/title>[^]*<\/svg>\n$/u);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/u);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

const column = (label: string) => ({ label, cells: ['1.5', '20'] });

describe('A table', () => {
  it('goes on below where the width is used up, and keeps groups whole', () => {
    expect(
      layOutTable(
        { label: 'n', cells: ['0', '1'] },
        [
          { title: 'one', columns: [column('a'), column('b')] },
          { title: 'another', columns: [column('c')] },
        ],
        14,
      ),
    ).toEqual([
      '        one',
      'n    a    b',
      '0  1.5  1.5',
      '1   20   20',
      '',
      '   another',
      'n        c',
      '0      1.5',
      '1       20',
    ]);
  });
});
