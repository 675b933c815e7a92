import { describe, expect, it } from 'vitest';

import { formulaMisconceptions } from '../../src/misconceptions/index.js';
import type { FormulaFact } from '../../src/types.js';
import { spellings } from './formula-spellings.js';
import { classroom, homework, mStepByHand, rightFormulas, threeGaussians, twoCoins } from './students.js';

const room = classroom(homework);

const rows = Object.entries(spellings).flatMap(([question, list]) =>
  Object.entries(list).flatMap(([id, texts]) => texts.map((text) => [id, question, text] as const)),
);

describe('A wrong formula', () => {
  it('is in the table with three spellings, whichever it is', () => {
    const written = Object.values(spellings).flatMap((list) => Object.keys(list));
    expect(new Set(written)).toEqual(new Set(formulaMisconceptions.map(({ id }) => id)));
  });

  it.each(rows)('shows %s in %s: %s', (id, question, text) => {
    const { causes, unexplained } = room.explain({ [question]: text });
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ certain: true, explains: [question] });
    expect(causes[0]?.ids).toContain(id);
    expect(unexplained).toEqual([]);
  });
});

describe('A right formula', () => {
  it.each([
    ['responsibility', '1/(1+(pi_1*N_1+pi_2*N_2-pi_k*N_k)/(pi_k*N_k))'],
    ['responsibility', 'exp(ln(pi_k)+ln(N_k)-ln(pi_1*N_1+pi_2*N_2))'],
    ['responsibility', 'pi_k*N_k/(pi_1*N_1+(1-pi_1)*N_2)'],
    ['mean', 'x_1+(x_2-x_1)*gamma_k2/(gamma_k1+gamma_k2)'],
    ['variance', '(gamma_k1*(hatmu_k-x_1)^2+gamma_k2*(hatmu_k-x_2)^2)/(gamma_k2+gamma_k1)'],
    ['mixing-weight', 'gamma_k2/2+0.5*gamma_k1'],
    ['mixing-weight', '(gamma_k1+gamma_k2)/(gamma_11+gamma_21+gamma_12+gamma_22)'],
  ])('of %s has no cause: %s', (question, text) => {
    expect(room.explain({ [question]: text }).causes).toEqual([]);
  });

  it('has no cause in any problem, as its author wrote it', () => {
    for (const problem of [homework, threeGaussians, twoCoins, mStepByHand]) {
      expect(classroom(problem).explain(rightFormulas(problem)).causes).toEqual([]);
    }
  });
});

const facts: readonly (readonly [question: string, text: string, facts: readonly Partial<FormulaFact>[]])[] = [
  ['responsibility', '3*pi_k*N_k/(pi_1*N_1+pi_2*N_2)', [{ code: 'constant-factor', factor: '3' }]],
  [
    'responsibility',
    'pi_k*N_k/(pi_1*N_1+pi_2*N_2)/sqrt(2*pi)',
    [{ code: 'constant-factor', factor: '(1)/sqrt(2*pi)' }],
  ],
  [
    'variance',
    '(gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2)/(3*(gamma_k1+gamma_k2))',
    [{ code: 'constant-factor', factor: '1/3' }],
  ],
  [
    'mean',
    '(gamma_k1*x_1+gamma_k2*x_2)/(gamma_k1+gamma_k2)-1/2',
    [{ code: 'constant-difference', difference: '-1/2' }],
  ],
  ['responsibility', '0.5*N_k/(pi_1*N_1+pi_2*N_2)', [{ code: 'these-data-only' }]],
  [
    'mean',
    '(gamma_k1*x_1^2+gamma_k2*x_2^2)/(gamma_k1+gamma_k2)',
    [{ code: 'wrong-degree', symbol: 'x_1', given: '2', asked: '1' }],
  ],
  [
    'mixing-weight',
    '(gamma_k1^2+gamma_k2^2)/2',
    [{ code: 'wrong-degree', symbol: 'gamma_k1', given: '2', asked: '1' }],
  ],
  ['mean', '(gamma_k1*x_k+gamma_k2*x_2)/(gamma_k1+gamma_k2)', [{ code: 'unused-symbols', symbols: ['x_1'] }]],
  ['mixing-weight', '(gamma_k1+gamma_k2)^999999999/2', []],
  ['responsibility', '1', [{ code: 'unused-symbols', symbols: ['pi_k', 'N_k', 'pi_1', 'N_1', 'pi_2', 'N_2'] }]],
  [
    'variance',
    'gamma_k1*(x_1-hatmu_k)^2/(gamma_k1+gamma_k2)',
    [{ code: 'unused-symbols', symbols: ['x_2'], through: 'hatmu_k' }],
  ],
  // The mean is made of both samples and their weights: with it in its place, this is the variance but for its sign.
  ['variance', '(x_1-hatmu_k)*(x_2-hatmu_k)', [{ code: 'constant-factor', factor: '-1' }]],
  [
    'variance',
    'gamma_k1*gamma_k2*(x_1-x_2)^2/(gamma_k1+gamma_k2)',
    [{ code: 'wrong-degree', symbol: 'gamma_k1', given: '1', asked: '0' }],
  ],
  ['mixing-weight', '1-(gamma_21+gamma_22)/2', [{ code: 'one-component', component: '1' }]],
  ['mixing-weight', '1-(gamma_11+gamma_12)/2', [{ code: 'one-component', component: '2' }]],
  ['mixing-weight', '(gamma_11+gamma_21)/2', [{ code: 'always-the-same' }]],
  ['mixing-weight', '-(gamma_k1+gamma_k2)/2', [{ code: 'constant-factor', factor: '-1' }]],
  ['mixing-weight', '(gamma_11+gamma_22)/2', []],
  ['mixing-weight', 'gamma_k1/2', [{ code: 'unused-symbols', symbols: ['gamma_k2'] }]],
  ['mixing-weight', 'N_k/N', [{ code: 'unused-symbols', symbols: ['gamma_k1', 'gamma_k2'] }]],
];

/** The values at which a wrong formula is shown to differ. */
const witnessTo = (question: string, text: string): { readonly [symbol: string]: string } => {
  const { remarks } = room.grade({ [question]: text }).questions.find(({ id }) => id === question) ?? {
    remarks: [],
  };
  const found = remarks.find(({ code }) => code === 'witness');
  return found?.code === 'witness' ? found.witness.values : {};
};
const valueOf = (text = ''): number => {
  const [above = NaN, below = 1] = text.split('/').map(Number);
  return above / below;
};

describe('A wrong formula that no mistake explains', () => {
  it.each(facts)('has these facts, in %s: %s', (question, text, expected) => {
    const diagnosis = room.explainWithPairs({ [question]: text });
    expect(diagnosis.causes).toEqual([]);
    expect(diagnosis.unexplained).toEqual([question]);
    expect(diagnosis.questions[question]?.facts).toMatchObject(expected);
  });

  it.each([
    ['mean', 'x_1/gamma_k1+x_2/gamma_k2', { gamma_k1: '0' }],
    ['mean', '(gamma_k1*x_1+gamma_k2*x_2)/x_1', { x_1: '0' }],
  ])('is told the symbols that make the gap, in %s: %s', (question, text, values) => {
    const told = room.explain({ [question]: text }).questions[question]?.facts;
    expect(told?.find(({ code }) => code === 'undefined-at')).toMatchObject({ witness: { values } });
  });

  it('is shown at values that the problem allows: a new mean is that of the samples, a weight that of some component', () => {
    const { gamma_k1, gamma_k2, x_1, x_2, hatmu_k } = witnessTo('variance', 'gamma_k1*(x_1-hatmu_k)^2');
    const [g1, g2] = [valueOf(gamma_k1), valueOf(gamma_k2)];
    expect(valueOf(hatmu_k)).toBeCloseTo((g1 * valueOf(x_1) + g2 * valueOf(x_2)) / (g1 + g2), 12);
    const weights = witnessTo('mixing-weight', '(gamma_k1+gamma_22)/(gamma_11+gamma_21+1)');
    expect([weights['gamma_11'], weights['gamma_21']]).toContain(weights['gamma_k1']);
  });

  it('is told where it has no value', () => {
    const { questions } = room.explain({ mean: 'sqrt(x_1*x_2)' });
    const told = questions['mean']?.facts.find(({ code }) => code === 'undefined-at');
    expect(told).toMatchObject({ witness: { left: 'undefined' } });
  });
});

describe('A formula that a mistake would give only after something cancels', () => {
  it.each([
    [twoCoins, 'update', '(x_1+x_2)/n', 'mu-product-of-sums'],
    [homework, 'mean', 'x_1+x_2', 'mu-product-of-sums'],
  ])('is not told as that for certain: %#', (problem, question, text, id) => {
    const { causes } = classroom(problem).explainWithPairs({ [question]: text });
    expect(causes.map(({ certain }) => certain)).toEqual([false]);
    expect(causes[0]?.ids).toContain(id);
  });
});

describe('The same mistake in a formula and in numbers', () => {
  it('is one cause', () => {
    const { causes } = room.explain({
      variance: '(gamma_k1*(x_1-mu_k)^2+gamma_k2*(x_2-mu_k)^2)/(gamma_k1+gamma_k2)',
      'log-likelihood': -24.5,
      'first-step-means': [5.13, 1.47],
      'first-step-variances': [1.36946, 37.53651],
    });
    expect(causes).toHaveLength(1);
    expect(causes[0]).toMatchObject({ ids: ['var-old-mean'], certain: true, leaves: [] });
    expect(new Set(causes[0]?.explains)).toEqual(new Set(['variance', 'first-step-variances']));
  });

  it('and another one elsewhere are two', () => {
    const { causes } = room.explain({
      mean: 'gamma_k1*x_1+gamma_k2*x_2',
      'log-likelihood': -10.645657528,
    });
    expect(causes.map(({ ids }) => ids)).toEqual([['loglik-log10'], ['mu-no-denominator']]);
    expect(causes.map(({ leaves }) => leaves)).toEqual([['mean'], ['log-likelihood']]);
  });
});

describe('In other problems', () => {
  it('a parameter of the density is not taken for a prior', () => {
    const coins = classroom(twoCoins);
    for (const text of ['p_k/(p_1+p_2)', 'p_k', '1/2']) {
      const ids = coins.explainWithPairs({ responsibility: text }).causes.flatMap((cause) => cause.ids);
      expect(ids.filter((id) => id.includes('prior'))).toEqual([]);
    }
  });

  it.each([
    ['resp-no-prior', threeGaussians, 'responsibility', 'N_k/(N_1+N_2+N_3)'],
    ['resp-missing-parentheses', threeGaussians, 'responsibility', 'pi_k*N_k/pi_1*N_1+pi_2*N_2+pi_3*N_3'],
    ['resp-denominator-averaged', threeGaussians, 'responsibility', '3*pi_k*N_k/(pi_1*N_1+pi_2*N_2+pi_3*N_3)'],
    ['resp-component-fixed', threeGaussians, 'responsibility', 'pi_3*N_3/(pi_1*N_1+pi_2*N_2+pi_3*N_3)'],
    ['resp-denominator-crossed', threeGaussians, 'responsibility', 'pi_k*N_k/(pi_1*N_2+pi_2*N_3+pi_3*N_1)'],
    ['mu-divided-by-n', mStepByHand, 'mean-formula', '(gamma_k1*x_1+gamma_k2*x_2+gamma_k3*x_3)/3'],
    ['mu-unweighted', mStepByHand, 'mean-formula', '(x_1+x_2+x_3)/3'],
    [
      'mu-missing-parentheses',
      mStepByHand,
      'mean-formula',
      'gamma_k1*x_1+gamma_k2*x_2+gamma_k3*x_3/(gamma_k1+gamma_k2+gamma_k3)',
    ],
    ['mu-no-denominator', mStepByHand, 'mean-formula', 'x_1*gamma_k1+x_2*gamma_k2+x_3*gamma_k3'],
    [
      'mu-points-crossed',
      mStepByHand,
      'mean-formula',
      '(gamma_k2*x_1+gamma_k3*x_2+gamma_k1*x_3)/(gamma_k1+gamma_k2+gamma_k3)',
    ],
    ['mu-divided-by-n', twoCoins, 'update', '(gamma_k1*x_1+gamma_k2*x_2)/(2*n)'],
    ['mu-no-denominator', twoCoins, 'update', 'gamma_k1*x_1+gamma_k2*x_2'],
  ] as const)('%s is named, too', (id, problem, question, text) => {
    const { causes } = classroom(problem).explain({ [question]: text });
    expect(causes).toHaveLength(1);
    expect(causes[0]?.ids).toContain(id);
  });
});
