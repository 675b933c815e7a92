import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFormula, prepareVocabulary, type Vocabulary } from '../../src/expression/index.js';

const symbols = [
  'gamma_k1',
  'x_1',
  'x_2',
  'hatmu_k',
  'x',
  'p',
  'mu_k',
  'pi_k',
  'sum_1',
  'log_2',
  'hat_x',
  'np',
  'LN',
  'g_k_1',
];
const vocabulary: Vocabulary = { symbols, offered: symbols.slice(0, 6), leftHandSide: ['hatmu_k'] };
const prepared = prepareVocabulary(vocabulary);

/** What is read, or why not; where something stands may be said of a whole name instead of its letter. */
const read = (text: string, known: Vocabulary): unknown => {
  const reading = parseFormula(text, known);
  return reading.kind === 'formula'
    ? { expr: reading.expr, left: reading.leftHandSide, notes: reading.notes.map(({ code }) => code) }
    : reading.problems.map(({ code, fix }) => ({ code, fix }));
};

describe('a vocabulary that was prepared reads every text as before', () => {
  test.each([
    ['a name as offered', 'gamma_k1*x_1'],
    ['a name with more letters', 'gamma_k12 + x_1a'],
    ['a name that goes on after a blank', 'x_1 _2 + x _2'],
    ['a name with small indices', 'x₁ + x_1₂'],
    ['a mark over a name', 'x\u0302_1 + mu\u0302_k'],
    ['an index after a comma', 'gamma_k,1 + x_1'],
    ['a name with three parts', 'g_k_1*x'],
    ['an accent before a name', 'hat mu_k + hat(mu_k) + hat_x'],
    ['a name of a function with an index', 'log_2(x) + log_2'],
    ['a name that is a function in capitals', 'LN(x)'],
    ['a sum', 'sum_(i=1)^2 x_i + sum_1'],
    ['a library', 'np.exp(x)'],
    ['square brackets', 'x_1[2]'],
    ['brackets after a name', 'x_1(x+1) + x(2)'],
    ['a raised index', 'x^{(1)} + x^(1)'],
    ['a left-hand side', 'hatmu_k = x_1'],
    ['a probability on the left', 'p(y=k|x) = x_1'],
    ['a short exponent', 'x_1^2x_2'],
    ['LaTeX', '\\frac{x_1}{\\gamma_{k1}} x_2'],
  ])('%s', (_, text) => {
    expect(read(text, prepared)).toEqual(read(text, vocabulary));
  });

  const pieces = fc.constantFrom(...symbols, ...Array.from('_^()[]{}+-*/,.=|! 12ekμ₁²'), 'hat', '\\mu', 'ln', '0.5');
  test('whatever is put together of names and signs', () => {
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(read(text, prepared)).toEqual(read(text, vocabulary));
      }),
      { seed: 20160817, numRuns: 3000 },
    );
  });

  test('and leaves the vocabulary it was made from as it was', () => {
    expect(vocabulary.names).toBeUndefined();
    expect([...(prepared.names?.plain.keys() ?? [])]).toEqual(
      symbols.filter((name) => !['sum_1', 'log_2', 'hat_x', 'LN', 'g_k_1'].includes(name)),
    );
  });
});
