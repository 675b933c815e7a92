import { describe, expect, test } from 'vitest';
import { parseFormula, printText } from '../../src/expression/index.js';

const symbols = ['gamma_k1', 'gamma_k2', 'x_1', 'x_2', 'hatmu_k', 'pi_k', 'N_k'];

const read = (text: string): string => {
  const reading = parseFormula(text, { symbols });
  return reading.kind === 'formula' ? printText(reading.expr) : reading.problems[0].code;
};

/** Rows of a table: what is written, and what it is read as or why it is refused. */
const each = (rows: readonly (readonly [string, string])[]): void =>
  test.each(rows)('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

describe('programs', () => {
  each([
    ['np.exp(-x_1)', 'exp(-x_1)'],
    ['2*math.sqrt(2*math.pi)', '2*sqrt(2*pi)'],
    ['Math.log(x_1)/Math.PI', 'ln(x_1)/pi'],
    ['numpy.power(x_1, 2)', 'x_1^2'],
    ['np.square(x_1 - hatmu_k)', '(x_1 - hatmu_k)^2'],
    ['math.pow(x_1, 2)', 'x_1^2'],
    ['np.sum([x_1, x_2])', 'stray-comma'],
    ['np.sum(x_1, x_2)', 'x_1 + x_2'],
    ['np.dot(x_1, x_2)', 'stray-dot'],
    ['gamma_k1.*x_1', 'gamma_k1*x_1'],
    ['(gamma_k1.*x_1)./(gamma_k1+gamma_k2);', 'gamma_k1*x_1/(gamma_k1 + gamma_k2)'],
    ['(x_1-hatmu_k).^2', '(x_1 - hatmu_k)^2'],
    ['2.*x_1', '2*x_1'],
    ['=EXP(-x_1)/SQRT(2*PI())', 'exp(-x_1)/sqrt(2*pi)'],
    ['=SUM(x_1, x_2)/2', '(x_1 + x_2)/2'],
    ['POWER(x_1, 2)', 'x_1^2'],
    ['x[1]', 'indexing'],
  ]);
});

describe('what stands around a formula', () => {
  each([
    ['(gamma_k1+gamma_k2)/2;', '(gamma_k1 + gamma_k2)/2'],
    ['(gamma_k1+gamma_k2)/2.', '(gamma_k1 + gamma_k2)/2'],
    ['\\frac{\\gamma_{k1}+\\gamma_{k2}}{2},', '(gamma_k1 + gamma_k2)/2'],
    ['$\\frac{\\gamma_{k1}}{2}$.', 'gamma_k1/2'],
    ['\\[\\frac{\\gamma_{k1}}{2}\\,.\\]', 'gamma_k1/2'],
    ['`gamma_k1/2`', 'gamma_k1/2'],
    ['```gamma_k1/2```', 'gamma_k1/2'],
    ['“gamma_k1/2”', 'gamma_k1/2'],
    ['"gamma_k1/2"', 'gamma_k1/2'],
    ['\\begin{equation} \\frac{\\gamma_{k1}}{2} \\end{equation}', 'gamma_k1/2'],
    ['\\begin{equation}\\label{eq:pi} \\frac{\\gamma_{k1}}{2} \\end{equation}', 'gamma_k1/2'],
    ['\\begin{align*} \\hat\\pi_k &= \\frac{\\gamma_{k1}}{2} \\\\ \\end{align*}', 'gamma_k1/2'],
    ['\\begin{align} \\hat\\pi_k =& \\frac{\\gamma_{k1}}{2}. \\nonumber \\end{align}', 'gamma_k1/2'],
    ['gamma_k1/2 \\tag{3}', 'gamma_k1/2'],
    ['x_1..', 'stray-dot'],
    ['\\left(x_1\\right.', 'unbalanced-open'],
    ['x_1\\,', 'x_1'],
    ['""', 'empty'],
    ['$', 'unknown-character'],
  ]);
});

describe('brackets and fractions of TeX', () => {
  each([
    ['\\left[\\gamma_{k1}+\\gamma_{k2}\\right]^{-1}', '(gamma_k1 + gamma_k2)^(-1)'],
    ['\\gamma_{k1}\\left[x_1-\\hat\\mu_k\\right]^2', 'gamma_k1*(x_1 - hatmu_k)^2'],
    ['\\gamma_{k1}\\bigl[x_1\\bigr]^2', 'gamma_k1*x_1^2'],
    ['gamma_k1[x_1-hatmu_k]^2', 'gamma_k1*(x_1 - hatmu_k)^2'],
    ['x_1[i+1]', 'indexing'],
    ['x_1[1-1]', 'indexing'],
    ['x_1[-1]', 'indexing'],
    ['{\\gamma_{k1}+\\gamma_{k2} \\over 2}', '(gamma_k1 + gamma_k2)/2'],
    ['\\gamma_{k1} \\over 2', 'gamma_k1/2'],
    ['\\gamma_{k1} + \\gamma_{k2} \\over 2', '(gamma_k1 + gamma_k2)/2'],
    ['(\\gamma_{k1} \\over 2)', 'unsupported'],
    ['\\gamma_{k1}\\|x_1\\|^2', 'gamma_k1*abs(x_1)^2'],
    ['\\boxed{\\frac{\\gamma_{k1}}{2}}', 'gamma_k1/2'],
    ['\\frac{\\gamma_{k1}}{2}\\text{.}', 'gamma_k1/2'],
    ['x^{\\left( 1 \\right)}', 'x_1'],
    ['gamma_k1/2, k = 1, 2', 'stray-condition'],
    ['muhatk', 'hatmu_k'],
    ['\\nicefrac{x_1}{2}', 'x_1/2'],
    ['\\binom{5}{2}', 'factorial(5)/(factorial(2)*factorial(5 - 2))'],
    ['\\dbinom52', 'factorial(5)/(factorial(2)*factorial(5 - 2))'],
    ['{5 \\choose 2}', 'factorial(5)/(factorial(2)*factorial(5 - 2))'],
    ['binom(5, 2)', 'factorial(5)/(factorial(2)*factorial(5 - 2))'],
    ['math.comb(5, 2)', 'factorial(5)/(factorial(2)*factorial(5 - 2))'],
    ['nchoosek(5, 2)', 'factorial(5)/(factorial(2)*factorial(5 - 2))'],
    ['\\gamma_{k1} \\bullet x_1', 'gamma_k1*x_1'],
  ]);
});

describe('an index that is written as an exponent or argument', () => {
  const offered = ['gamma_k1', 'gamma_k2', 'x_1', 'x_2', 'N_k'];
  const known = { symbols: [...offered, 'x', 'gamma_k', 'N'], offered };
  test.each([
    ['gamma_k1*x^1', 'ambiguous-index'],
    ['\\gamma_k^2 x_2', 'ambiguous-index'],
    ['\\gamma_{k1} x^{2}', 'ambiguous-index'],
    ['gamma_k1*x(1)', 'indexing'],
    ['gamma_k(1)*x_1', 'indexing'],
    ['\\mathcal{N}(x \\mid \\mu_k)', 'unknown-function'],
  ])('%s is asked back: %s', (text, code) => {
    const reading = parseFormula(text, known);
    expect(reading.kind === 'unreadable' && reading.problems[0].code).toBe(code);
  });
  test.each([
    ['x^3', 'x^3'],
    ['x_1^2', 'x_1^2'],
    ['x^(2)', 'x_2'],
    ['x*(1)', 'x*1'],
  ])('%s is %s', (text, expected) => {
    const reading = parseFormula(text, known);
    expect(reading.kind === 'formula' && printText(reading.expr)).toBe(expected);
  });
});

describe('one line of Word', () => {
  each([
    ['(γ_k1 x_1+γ_k2 x_2)/(γ_k1+γ_k2 )', '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)'],
    ['(γ_k1 (x_1-μ ̂_k )^2)/2', 'gamma_k1*(x_1 - hatmu_k)^2/2'],
    ['exp⁡〖-x_1/2〗', 'exp(-x_1/2)'],
    ['ln⁡(x_1)', 'ln(x_1)'],
    ['∑_(i=1)^2▒〖γ_ki x_i 〗', 'gamma_k1*x_1 + gamma_k2*x_2'],
    ['∑_(i=1)^2▒x_i/2', '(x_1 + x_2)/2'],
    ['√(2π)', 'sqrt(2*pi)'],
    ['x_1⁡x_2', 'invisible-character'],
  ]);
});

describe('digits and signs of other scripts', () => {
  each([
    ['۰٫۵*x_1', '0.5*x_1'],
    ['٢*x_1', '2*x_1'],
    ['x_۱', 'x_1'],
    ['१/२*x_1', '1/2*x_1'],
    ['২*x_1', '2*x_1'],
    ['１２＊ｘ＿１', '12*x_1'],
    ['۱٬۲۳۴٫۵', '1234.5'],
    ['۱٬۲۳۴٬۵۶۷', '1234567'],
    ['۱٬۲', 'unknown-character'],
    ['50٪', '50/100'],
    ['0。5', '0.5'],
    ['24{,}5', '24.5'],
  ]);
  test('are marked where they stand', () => {
    const reading = parseFormula('۱٬۲۳۴ + @');
    expect(reading.kind === 'unreadable' && reading.problems[0].at).toEqual({ start: 8, end: 9 });
  });
});
