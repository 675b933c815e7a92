import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkAuthored } from '../../src/lint/checks/authored.js';
import { checkConditioning } from '../../src/lint/checks/conditioning.js';
import { checkEdges } from '../../src/lint/checks/edges.js';
import { checkExamples } from '../../src/lint/checks/examples.js';
import { checkNumbersInManyDigits } from '../../src/lint/checks/many-digits.js';
import { checkMaximisers } from '../../src/lint/checks/maximiser.js';
import { checkOwnAnswers } from '../../src/lint/checks/own-answers.js';
import { checkPointsAddUp } from '../../src/lint/checks/points.js';
import { checkTelling } from '../../src/lint/checks/telling.js';
import { checkVariants } from '../../src/lint/checks/variants.js';
import { solve, type Solution } from '../../src/em/index.js';
import { readProblem } from '../../src/problem/index.js';
import type { Problem } from '../../src/types.js';
import { base, broken } from '../problem/base.js';
import { lintProblem } from '../../src/lint/index.js';
import { lintWith, read } from './lint-with.js';

const shipped = (id: string): string =>
  readFileSync(fileURLToPath(new URL(`../../problems/${id}/problem.yaml`, import.meta.url)), 'utf8');
const ids = ['em-two-gaussians', 'em-three-gaussians', 'm-step-by-hand', 'two-coins'];

/** The base with a formula question in place of the mixing weight's. */
const withFormula = (formula: string, states: string, symbols: string): string =>
  broken(
    ['formula: (gamma_k1 + gamma_k2) / 2', `formula: ${formula}\n    states: ${states}`],
    [
      '    symbols: { gamma_k1: [0, 1], gamma_k2: [0, 1], gamma_11: [0, 1], gamma_21: [0, 1] }\n    given: [gamma_11 + gamma_21 = 1]\n    form: { simplified: true, otherwise: 0.5 }\n',
      `    symbols: { ${symbols} }\n`,
    ],
  );
const step =
  'gamma_k1: [0, 1], gamma_k2: [0, 1], x_1: real, x_2: real, hatmu_k: real, mu_k: real, gamma_11: [0, 1], gamma_12: [0, 1]';
const bayes = 'pi_k: [0, 1], pi_1: [0, 1], pi_2: [0, 1], N_k: positive, N_1: positive, N_2: positive';

describe('formulas against the solver', () => {
  it.each([
    ['means', step, '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)'],
    ['variances', step, '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)/(gamma_k1 + gamma_k2)'],
    ['variances', step, '(gamma_k1*x_1^2 + gamma_k2*x_2^2)/(gamma_k1 + gamma_k2) - hatmu_k^2'],
    ['weights', step, '(gamma_k1 + gamma_k2)/2'],
    ['responsibilities', bayes, 'pi_k*N_k/(pi_1*N_1 + pi_2*N_2)'],
  ])('are right where they state %s: %s', async (states, symbols, formula) => {
    expect(await lintWith(checkMaximisers, withFormula(formula, states, symbols))).toEqual([]);
  });

  it.each([
    ['means', step, '(gamma_k1*x_1 + gamma_k2*x_2)/2', 'not divided by the mass'],
    ['means', step, '(x_1 + x_2)/2', 'not weighted'],
    ['means', step, '(gamma_k1*x_2 + gamma_k2*x_1)/(gamma_k1 + gamma_k2)', 'samples exchanged'],
    ['means', step, '(gamma_11*x_1 + gamma_12*x_2)/(gamma_11 + gamma_12)', 'component 1 for all'],
    ['means', step, '(gamma_k1*x_1 + gamma_k2*x_2)/gamma_k1 + gamma_k2', 'a bracket lost'],
    ['variances', step, '(gamma_k1*(x_1 - hatmu_k) + gamma_k2*(x_2 - hatmu_k))/(gamma_k1 + gamma_k2)', 'no square'],
    [
      'variances',
      step,
      'sqrt((gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)/(gamma_k1 + gamma_k2))',
      'a standard deviation',
    ],
    [
      'variances',
      step,
      '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2 - hatmu_k)^2)/(gamma_k1 + gamma_k2 - 1)',
      'one subtracted',
    ],
    ['variances', step, '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)', 'the mean'],
    ['weights', step, 'gamma_k1 + gamma_k2', 'not divided'],
    ['weights', step, '(gamma_k1 + gamma_k2)/3', 'another number of samples'],
    ['responsibilities', bayes, 'N_k/(N_1 + N_2)', 'no prior'],
    ['responsibilities', bayes, 'pi_k*N_k', 'not normalised'],
    ['responsibilities', bayes, '(pi_1*N_1 + pi_2*N_2)/(pi_k*N_k)', 'upside down'],
  ])('are refused where they do not state %s: %s (%s, %s)', async (states, symbols, formula) => {
    expect((await lintWith(checkMaximisers, withFormula(formula, states, symbols))).join()).toMatch(
      /^error not-the-solver questions.1.formula/,
    );
  });

  it('are not checked where a symbol has no meaning, and that is said', async () => {
    const text = withFormula(
      '(gamma_k1*a + gamma_k2*b)/(gamma_k1 + gamma_k2)',
      'means',
      'gamma_k1: [0, 1], gamma_k2: [0, 1], a: real, b: real',
    );
    expect((await lintWith(checkMaximisers, text)).join()).toMatch(/^warning unknown-meaning/);
  });

  it('ask to be tied to a quantity where they are not', async () => {
    expect((await lintWith(checkMaximisers, base)).join()).toMatch(/^note not-tied/);
  });
});

/** A solver that reads every observation a millionth too large. */
const off = ({ model }: Problem): Solution => solve({ ...model, data: model.data.map((x) => Number(x) * 1.000001) });

describe('numbers in many digits', () => {
  it.each(ids)('come out alike for %s', async (id) => {
    expect(await lintWith(checkNumbersInManyDigits, shipped(id))).toEqual([]);
  });

  it.each([
    ['number', 'number: { from: log-likelihood, at: start, decimals: 1 }'],
    ['list', 'list: { from: means, at: 2, decimals: 2 }'],
    ['table', 'table: { from: responsibilities, at: 1, decimals: 2 }'],
  ])('part from a solver that is a millionth off: a %s', async (kind, asked) => {
    const text = broken(['number: { from: log-likelihood, at: start, decimals: 1 }', asked]);
    const said = await lintWith(checkNumbersInManyDigits, text, undefined, off);
    expect(said.join()).toMatch(new RegExp(`^error second-opinion questions.0.${kind}: In 60 digits`));
    expect(await lintWith(checkNumbersInManyDigits, text)).toEqual([]);
  });
});

describe('the references of a problem', () => {
  it.each(ids)('are right by their own questions, however they are spelled: %s', async (id) => {
    expect(await lintWith(checkOwnAnswers, shipped(id))).toEqual([]);
  });

  it('are refused where the form that is asked for is not their own', async () => {
    const text = broken(['(gamma_k1 + gamma_k2) / 2', '(gamma_k1 + gamma_k2) / (gamma_11 + gamma_21 + 1)']);
    expect((await lintWith(checkOwnAnswers, text)).join()).toMatch(/^error own-answer questions.1.formula: .*partial/);
  });

  it.each([
    [
      'a needless term',
      [['(gamma_k1 + gamma_k2) / 2', 'gamma_k1 + gamma_k1 - gamma_k1 + gamma_k2']],
      /^error own-answer questions.1.formula: .* graded partial. “.*” in it can be written “.*”, and the question asks for/,
    ],
    [
      'symbols that are one in LaTeX',
      [
        ['(gamma_k1 + gamma_k2) / 2', 'alpha_bar + alphabar'],
        ['{ gamma_k1: [0, 1], gamma_k2: [0, 1],', '{ alpha_bar: [0, 1], alphabar: [0, 1],'],
      ],
      /^error own-answer questions.1.formula: .* in LaTeX .* So written, it is read as another formula/,
    ],
  ] as const)('are refused with what is the matter: %s', async (_, edits, words) => {
    expect((await lintWith(checkOwnAnswers, broken(...edits))).join()).toMatch(words);
  });
});

const withExample = (example: string): string => broken(['    form: {', `    examples: [${example}]\n    form: {`]);

describe('examples', () => {
  it.each([
    ['{ answer: (gamma_k2 + gamma_k1)/2, verdict: correct }', ''],
    ['{ answer: (gamma_k1 + gamma_k2)/(gamma_11 + gamma_21 + 1), verdict: partial }', ''],
    ['{ answer: gamma_k1, verdict: correct }', 'should be correct, but is incorrect'],
    ['{ answer: (gamma_k1 + gamma_k2, verdict: incorrect }', 'should be incorrect, but is ungradable'],
    ['{ answer: gamma_k1 + gamma_k2, verdict: incorrect, cause: resp-no-prior }', 'should show resp-no-prior'],
  ])('come out as they say, or it is said: %s', async (example, words) => {
    const said = (await lintWith(checkExamples, withExample(example))).join();
    if (words === '') expect(said).toBe('');
    else expect(said).toMatch(new RegExp(`^error example questions.1.examples.0.*${words}`));
  });
});

const withPrediction = (predicts: string): string =>
  broken(['questions:', `misconceptions:\n  - { id: mine, message: No., predicts: { ${predicts} } }\nquestions:`]);

describe('misconceptions of the author’s', () => {
  it.each([
    ['log-likelihood: -20', ''],
    ['log-likelihood: -24.51', 'warning predicts-right'],
    ['log-likelihood: many', 'error prediction'],
    ['larger: 1', 'warning predicts-right'],
  ])('must predict a wrong answer: %s', async (predicts, said) => {
    const found = (await lintWith(checkAuthored, withPrediction(predicts))).join();
    if (said === '') expect(found).toBe('');
    else expect(found).toMatch(new RegExp(`^${said}`));
  });
});

describe('numbers', () => {
  it('within a hair of a rounding edge or of a tie are told', async () => {
    const text = broken(
      ['data: [-1, 0, 4, 5, 6]', 'data: [-3, -1, 0, 5, 7, 8]'],
      ['weights: [0.5, 0.5]', 'weights: [0.3, 0.7]'],
      ['means: [6, 7]', 'means: [1, 4]'],
      ['variances: [1, 4]', 'variances: [2, 5]'],
      [
        'number: { from: log-likelihood, at: start, decimals: 1 }',
        'table: { from: responsibilities, at: start, decimals: 2 }',
      ],
    );
    expect((await lintWith(checkEdges, text)).map((line) => line.split(':')[0])).toEqual([
      'warning rounding-edge questions.0.table',
      'warning rounding-edge questions.0.table',
      'warning near-tie questions.2.choice',
    ]);
  });

  it('near a tie of two components are told with the sample', async () => {
    const text = broken(
      ['number: { from: log-likelihood, at: start, decimals: 1 }', 'assignments: { at: start }'],
      ['data: [-1, 0, 4, 5, 6]', 'data: [-1, 0, 4.1525, 5, 6]'],
    );
    expect((await lintWith(checkEdges, text)).join()).toMatch(
      /near-tie questions.0.assignments: The two likeliest components of point 2/,
    );
  });

  it('clear of all edges are not mentioned', async () => {
    expect(await lintWith(checkEdges, base)).toEqual([]);
  });

  it('on which a rounding error decides are told', async () => {
    const text = broken(
      ['means: [6, 7]', 'means: [3, 3]'],
      ['variances: [1, 4]', 'variances: [4, 4]'],
      [
        '    choice:\n      options: { 1: the first, 2: the second }\n      answer: { component-with: largest, of: variance, at: converged }',
        '    list: { from: means, at: converged, decimals: 2 }',
      ],
    );
    expect((await lintWith(checkConditioning, text)).join()).toMatch(/ill-conditioned questions.2/);
  });

  it('of a start that collapses a component are told, even where nobody asks for the end', async () => {
    const text = broken(
      ['means: [6, 7]', 'means: [-1, 6]'],
      ['variances: [1, 4]', 'variances: [0.001, 4]'],
      ['largest, of: variance, at: converged', 'largest, of: mean, at: start'],
    );
    expect((await lintWith(checkConditioning, text)).join()).toMatch(
      /^warning collapse model.start: Component 1 collapses/,
    );
  });

  it('of a sound run are not mentioned', async () => {
    expect(await lintWith(checkConditioning, base)).toEqual([]);
  });
});

describe('points', () => {
  it('for assignments are shared out evenly', async () => {
    const text = broken(['number: { from: log-likelihood, at: start, decimals: 1 }', 'assignments: { at: start }']);
    expect((await lintWith(checkPointsAddUp, text)).join()).toMatch(
      /^warning uneven-points questions.0.points: 1 point for 5 assignments makes 0.2 each/,
    );
    expect(await lintWith(checkPointsAddUp, shipped('em-two-gaussians'))).toEqual([]);
  });
});

describe('telling mistakes apart', () => {
  it('says which mistakes the homework cannot show, and that unequal weights would show a forgotten prior', async () => {
    const said = (await lintWith(checkTelling, shipped('em-two-gaussians'))).join('\n');
    expect(said).toMatch(
      /note invisible model.start: \d+ known mistakes cannot show on these numbers: .*resp-no-prior/,
    );
    expect(said).toMatch(/note proposal model.start: Close by, weights: \[0\.\d+, 0\.\d+\] shows .*resp-no-prior/);
  });
});

describe('what would take too long or concerns nobody', () => {
  it('is not tried: mistakes on many points', async () => {
    const data = Array.from({ length: 61 }, (_, index) => (index < 30 ? 0 : 20) + (index % 7));
    const said = await lintWith(checkTelling, broken(['[-1, 0, 4, 5, 6]', JSON.stringify(data)]));
    expect(said.join()).toMatch(/^note many-points/);
  });

  it('is not said: how a run goes that no question asks about', async () => {
    const text = broken(
      ['means: [6, 7]', 'means: [-1, 6]'],
      ['variances: [1, 4]', 'variances: [0.001, 4]'],
      ['{ component-with: largest, of: variance, at: converged }', '1'],
      ['from: log-likelihood, at: start', 'answer: 1'],
    );
    expect(await lintWith(checkConditioning, text)).toEqual([]);
    expect(await lintWith(checkTelling, text)).toEqual([]);
  });
});

describe('the shipped problems', () => {
  it.each([...ids, 'em-your-own-numbers'])('have nothing to mend: %s', async (id) => {
    for (const check of [
      checkMaximisers,
      checkEdges,
      checkConditioning,
      checkPointsAddUp,
      checkAuthored,
      checkExamples,
    ]) {
      expect(await lintWith(check, shipped(id))).toEqual([]);
    }
  });

  it.each([...ids, 'em-your-own-numbers'])('are read without a warning: %s', async (id) => {
    expect(await readProblem(shipped(id), 'problem.yaml')).toMatchObject({ kind: 'problem', warnings: [] });
  });

  it('are linted with all checks in one go, with notes at most', async () => {
    const findings = await lintProblem(await read(shipped('m-step-by-hand')));
    expect(findings.filter(({ level }) => level !== 'note')).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('alike');
  });
});

describe('variants', () => {
  const variants =
    'variants: { data: { low: -6, high: 12, step: 1 }, start: { means: { low: -4, high: 10, step: 1 } }, min-margin: MARGIN }\nquestions:';
  it('whose conditions no draw can meet are refused', async () => {
    expect((await lintWith(checkVariants, broken(['questions:', variants.replace('MARGIN', '1000')]))).join()).toMatch(
      /^error variants variants: For 8 of 8/,
    );
    expect(await lintWith(checkVariants, broken(['questions:', variants.replace('MARGIN', '0.1')]))).toEqual([]);
  });
});
