import { describe, expect, test } from 'vitest';
import { parseFormula, printText } from '../../src/expression/index.js';
import type { Vocabulary } from '../../src/expression/index.js';

const read = (text: string, vocabulary: Vocabulary = {}): string => {
  const reading = parseFormula(text, vocabulary);
  return reading.kind === 'formula' ? printText(reading.expr) : reading.problems[0].code;
};

const markOf = (text: string, vocabulary: Vocabulary = {}): readonly [string, string] => {
  const reading = parseFormula(text, vocabulary);
  if (reading.kind === 'formula') return ['read', printText(reading.expr)];
  const [{ code, at }] = reading.problems;
  return [code, text.slice(at.start, at.end)];
};

const notesOf = (text: string, vocabulary: Vocabulary = {}): readonly string[] => {
  const reading = parseFormula(text, vocabulary);
  return reading.kind === 'formula' ? reading.notes.map(({ code }) => code) : ['unreadable'];
};

describe('a sum or product extends over the factors and divisions that follow', () => {
  test.each([
    ['\\sum_{i=1}^{3} 1/i', '1/1 + 1/2 + 1/3'],
    ['\\sum_{i=1}^{3} 1/i^2', '1/1^2 + 1/2^2 + 1/3^2'],
    ['\\sum_{i=1}^{2} i/(i+1) - 1', '(1/(1 + 1) + 2/(2 + 1)) - 1'],
    ['\\sum_{i=1}^{2} a_i b_i / c', '(a_1*b_1 + a_2*b_2)/c'],
    ['\\sum_{i=1}^{2} a_i / b_i * c_i', 'a_1/b_1*c_1 + a_2/b_2*c_2'],
    ['\\sum_{i=1}^{2} a_i / c / d', '(a_1 + a_2)/c/d'],
    ['\\sum_{i=1}^{2} \\frac{a_i}{c}', 'a_1/c + a_2/c'],
    ['\\sum_{i=1}^{2} a_i + b', '(a_1 + a_2) + b'],
    ['\\sum_{i=1}^{2} (a_i + b)', '(a_1 + b) + (a_2 + b)'],
    ['\\frac{1}{N}\\sum_{n=1}^2 \\gamma_n x_n / 2', '1/N*((gamma_1*x_1 + gamma_2*x_2)/2)'],
    ['\\sum_{i=1}^2\\sum_{j=1}^2 i/j', '(1/1 + 1/2) + (2/1 + 2/2)'],
    ['\\sum_{i=1}^2 a_i \\sum_{j=1}^2 b_j / c_i', 'a_1*((b_1 + b_2)/c_1) + a_2*((b_1 + b_2)/c_2)'],
    ['\\prod_{i=1}^{3} i/2', '1/2*(2/2)*(3/2)'],
    ['\\prod_{i=1}^{2} i/(i+1)', '1/(1 + 1)*(2/(2 + 1))'],
    ['\\prod_{i=1}^2\\prod_{j=1}^2 y_{ij}', '(y_11*y_12)*(y_21*y_22)'],
    ['sum_(i=1)^3 1/i', '1/1 + 1/2 + 1/3'],
    ['∑ᵢ₌₁³ 1/i', '1/1 + 1/2 + 1/3'],
    ['Σ_{i=1}^3 1/i', '1/1 + 1/2 + 1/3'],
    ['prod_{i=1}^2 1/i', '1/1*(1/2)'],
    ['∏_{i=1}^2 1/i', '1/1*(1/2)'],
    ['a_1/\\sum_{i=1}^2 a_i', 'a_1/(a_1 + a_2)'],
    ['a_1/\\sum_{i=1}^2 a_i*b_i', 'a_1/(a_1*b_1 + a_2*b_2)'],
    ['\\log\\sum_{i=1}^2 a_i b_i', 'ln(a_1*b_1 + a_2*b_2)'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['\\prod_{i=1}^{3} i/2', ['product-extends']],
    ['\\prod_{i=1}^{3} \\frac{i}{2}', []],
    ['\\prod_{i=1}^{3} 2 i', []],
    ['\\sum_{i=1}^{3} i/2', []],
  ])('%s carries the notes %j', (text, codes) => expect(notesOf(text)).toEqual(codes));

  test.each([
    ['a/\\sum_{i=1}^2 b_i/2', '/2'],
    ['a/\\sum_{i=1}^2 b_i * c', '* c'],
    ['a \\div \\sum_{i=1}^2 b_i * c', '* c'],
    ['\\log\\sum_{i=1}^2 b_i/2', '/2'],
    ['\\prod_{i=1}^2 a_i \\prod_{j=1}^2 b_j', '\\prod_{j=1}^2 b_j'],
  ])('%s is asked back at “%s”', (text, marked) => expect(markOf(text)).toEqual(['ambiguous-series', marked]));
});

describe('the bounds of a sum', () => {
  test.each([
    '\\sum_{i=1}^{2} a_i',
    '\\sum_{i=1..2} a_i',
    '\\sum_{i=1,\\dots,2} a_i',
    '\\sum_{i = 1, …, 2} a_i',
    '\\sum_{i=1:2} a_i',
    '\\sum_{i=1,2} a_i',
    '\\sum_{i\\in\\{1,2\\}} a_i',
    '∑_{i∈{1,2}} a_i',
    '\\sum_{1\\le i\\le 2} a_i',
    '\\sum_i=1^2 a_i',
    'sum_i=1^2 a_i',
    'sum(i=1..2) a_i',
    'sum(i=1..2)(a_i)',
    'sum(i = 1 to 2) a_i',
    'sum(a_i, i=1..2)',
    'sum(a_i, i, 1, 2)',
    'Sum(a_i, (i, 1, 2))',
    'Sum(a_i, {i, 1, 2})',
    'sum(a_i for i in range(1,3))',
    'sum(a_i for i in [1, 2])',
    'sum(a_i for i=1..2)',
    'sum from i=1 to 2 of a_i',
    'sum i=1 to 2 a_i',
    'SUM(a_1, a_2)',
    '∑_(i=1)^2▒〖a_i 〗',
  ])('%s', (text) => expect(read(text)).toBe('a_1 + a_2'));

  test('a prime makes another letter', () => {
    expect(read("a_k/\\sum_{k'=1}^2 a_{k'}")).toBe('a_k/(a_1 + a_2)');
    expect(read('a_k/\\sum_{k^{\\prime}=1}^2 a_{k^\\prime}')).toBe('a_k/(a_1 + a_2)');
    expect(read("a_k/sum_(k'=1)^2 a_k'")).toBe('a_k/(a_1 + a_2)');
  });

  test.each([
    ['sum(a_1)', 'unknown-function'],
    ['sum(a_i, i=2..1)', 'series-bounds'],
    ['sum(i=1..9999) i', 'series-bounds'],
    ['\\sum_{i=1}^{i} i', 'series-bounds'],
    ['\\sum_{i,j} a_{ij}', 'series-bounds'],
    ['\\sum_{i=1.5}^{2} a_i', 'series-bounds'],
    ['sum(i=1..2)', 'missing-operand'],
  ])('%s is refused: %s', (text, code) => expect(read(text)).toBe(code));
});

describe('without bounds, the symbols of the question say what a sum runs over', () => {
  const moments: Vocabulary = {
    symbols: ['gamma_k1', 'gamma_k2', 'x_1', 'x_2', 'N'],
    offered: ['gamma_k1', 'gamma_k2', 'x_1', 'x_2'],
  };
  const pairs: Vocabulary = { symbols: ['gamma_11', 'gamma_12', 'gamma_21', 'gamma_22', 'pi_k', 'pi_1', 'pi_2'] };
  test.each<[string, Vocabulary, string]>([
    ['\\sum_i \\gamma_{ki} x_i', moments, 'gamma_k1*x_1 + gamma_k2*x_2'],
    ['\\sum_{n=1}^N \\gamma_{kn} x_n', moments, 'gamma_k1*x_1 + gamma_k2*x_2'],
    ['\\sum_{n} \\gamma_{kn} x^{(n)}', moments, 'gamma_k1*x_1 + gamma_k2*x_2'],
    ['\\sum_i^2 x_i', moments, 'x_1 + x_2'],
    ['\\sum_{i\\in D} x_i', moments, 'x_1 + x_2'],
    ['Σ_i γ_ki x_i', moments, 'gamma_k1*x_1 + gamma_k2*x_2'],
    ['sum over i of gamma_ki*x_i', moments, 'gamma_k1*x_1 + gamma_k2*x_2'],
    ['\\sum_i\\sum_k \\gamma_{ki}', pairs, '(gamma_11 + gamma_21) + (gamma_12 + gamma_22)'],
    ['\\pi_k/\\sum_k \\pi_k', pairs, 'pi_k/(pi_1 + pi_2)'],
    ["\\pi_k/\\sum_{k'} \\pi_{k'}", pairs, 'pi_k/(pi_1 + pi_2)'],
    ['\\sum_k w_k', { symbols: ['w_a'], index: { k: [1, 2, 3] } }, 'w_1 + w_2 + w_3'],
  ])('%s', (text, vocabulary, expected) => {
    expect(read(text, vocabulary)).toBe(expected);
    expect(notesOf(text, vocabulary)).toContain('series-range');
  });

  test.each<[string, Vocabulary]>([
    ['\\sum_i x_i', {}],
    ['\\sum_{i=1}^N x_i', {}],
    ['\\sum_i 2', moments],
    ['\\sum_{i=0}^N x_i', moments],
    ['\\sum_i^3 x_i', moments],
    ['\\sum_i x_i y_i', { symbols: ['x_1', 'x_2', 'y_1', 'y_2', 'y_3'] }],
    ['\\sum_i x_i', { symbols: ['x_1', 'x_3'] }],
    ['\\sum_{j=1}^k \\pi_j', pairs],
  ])('%s is refused where they do not', (text, vocabulary) => expect(read(text, vocabulary)).toBe('series-bounds'));
});

describe('a sum over the second of two indices', () => {
  const vocabulary: Vocabulary = {
    symbols: ['gamma_k1', 'gamma_k2', 'x_1', 'x_2', 'gamma_k'],
    offered: ['gamma_k1', 'gamma_k2', 'x_1', 'x_2'],
  };
  test.each([
    '\\sum_{i=1}^2 \\gamma_ki x_i',
    '\\sum_{i=1}^2 \\gamma_kix_i',
    '∑_(i=1)^2▒γ_ki x_i',
    '∑_{i=1}^2 γ_{ki} x_i',
    'Σ_{i=1}^2 γₖᵢ xᵢ',
    'sum_{i=1}^2 gamma_ki x_i',
  ])('%s', (text) => expect(read(text, vocabulary)).toBe('gamma_k1*x_1 + gamma_k2*x_2'));
});

describe('an index outside of its sum', () => {
  const symbols = ['x_1', 'x_2', 'pi_k', 'pi_1', 'pi_2'];
  test.each<[string, Vocabulary, string]>([
    ['\\sum_{i=1}^5 1/i + i', {}, 'i'],
    ['i*\\sum_{i=1}^5 1/i', {}, 'i'],
    ['\\sum_{i=1}^2 x_i - x_i', { symbols }, 'x_i'],
    ['sum(i=1..2) x_i - mu_i', { symbols }, 'mu_i'],
    ['sum(x_i, i=1..2) + i', { symbols }, 'i'],
  ])('%s is told', (text, vocabulary, marked) => expect(markOf(text, vocabulary)).toEqual(['index-outside', marked]));

  test('is mentioned where nobody says what is known', () => {
    expect(notesOf('\\sum_{i=1}^2 x_i - y_i')).toEqual(['index-outside']);
  });
  test('may be the letter of a symbol that is known', () => {
    expect(read('\\pi_k/\\sum_{k=1}^2 \\pi_k', { symbols })).toBe('pi_k/(pi_1 + pi_2)');
    expect(notesOf('\\pi_k/\\sum_{k=1}^2 \\pi_k', { symbols })).toEqual([]);
  });
});
