import { describe, expect, test } from 'vitest';
import { parseFormula, printText } from '../../src/expression/index.js';
import type { Vocabulary } from '../../src/expression/index.js';

const read = (text: string, vocabulary?: Vocabulary): string => {
  const reading = parseFormula(text, vocabulary);
  return reading.kind === 'formula'
    ? printText(reading.expr)
    : `${reading.problems[0].code}: ${reading.problems[0].message}`;
};

const notesOf = (text: string, vocabulary?: Vocabulary): readonly string[] => {
  const reading = parseFormula(text, vocabulary);
  return reading.kind === 'formula' ? reading.notes.map((note) => note.code) : ['unreadable'];
};

const leftOf = (text: string, vocabulary?: Vocabulary): string | undefined => {
  const reading = parseFormula(text, vocabulary);
  return reading.kind === 'formula' ? reading.leftHandSide : reading.problems[0].code;
};

describe('precedence', () => {
  test.each([
    ['a+b*c', 'a + b*c'],
    ['a-b-c', 'a - b - c'],
    ['a-(b-c)', 'a - (b - c)'],
    ['(a+b)+c', '(a + b) + c'],
    ['a/b/c', 'a/b/c'],
    ['a/(b/c)', 'a/(b/c)'],
    ['a/b*c', 'a/b*c'],
    ['a*(b/c)', 'a*(b/c)'],
    ['a*b/c*d', 'a*b/c*d'],
    ['a^b^c', 'a^b^c'],
    ['(a^b)^c', '(a^b)^c'],
    ['-x^2', '-x^2'],
    ['(-x)^2', '(-x)^2'],
    ['-a*b', '-a*b'],
    ['(-a)*b', '(-a)*b'],
    ['-a/b', '-a/b'],
    ['-a+b', '-a + b'],
    ['a*-b', 'a*(-b)'],
    ['a/-b', 'a/(-b)'],
    ['a*-b^2', 'a*(-b^2)'],
    ['2^-3', '2^(-3)'],
    ['2^-3^2', '2^(-3^2)'],
    ['2^+3', '2^3'],
    ['+a', 'a'],
    ['a+-b', 'a - b'],
    ['a - -b', 'a - (-b)'],
    ['--a', '-(-a)'],
    ['a^2*b', 'a^2*b'],
    ['a**2**b', 'a^2^b'],
    ['x^2²', 'x^2^2'],
    ['2x', '2*x'],
    ['2 pi s', '2*pi*s'],
    ['(a)(b)', 'a*b'],
    ['(a+b)(a-b)', '(a + b)*(a - b)'],
    ['a b/c', 'a*b/c'],
    ['a b c', 'a*b*c'],
    ['x^2y', 'x^2*y'],
    ['x^2 y^3', 'x^2*y^3'],
    ['2(a+b)', '2*(a + b)'],
    ['a(b+c)', 'a*(b + c)'],
    ['gamma_k1 x_1', 'gamma_k1*x_1'],
    ['gamma_k1(x_1-1)', 'gamma_k1*(x_1 - 1)'],
    ['2a^2b', '2*a^2*b'],
    ['a*b c', 'a*b*c'],
    ['n!', 'factorial(n)'],
    ['2^n!', '2^factorial(n)'],
    ['-n!', '-factorial(n)'],
    ['(n+1)!', 'factorial(n + 1)'],
    ['a!b', 'factorial(a)*b'],
    ['50%', '50/100'],
    ['50\\%', '50/100'],
    ['(a-x)^6000', '(a - x)^6000'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('numbers', () => {
  test.each([
    ['0.5', '0.5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['007', '7'],
    ['0.50', '0.50'],
    ['00.5', '0.5'],
    ['1e-30', '1e-30'],
    ['1E+5', '1e5'],
    ['1.5e3', '1.5e3'],
    ['-24.5 ', '-24.5'],
    ['2e', '2*e'],
    ['2e^x', '2*e^x'],
    ['2e3x', '2e3*x'],
    ['0,5', '0.5'],
    ['0,125', '0.125'],
    ['24,5123', '24.5123'],
    ['max(1,2)', 'max(1, 2)'],
    ['max((1,25),2)', 'max(1.25, 2)'],
    ['1/3', '1/3'],
    ['½', '1/2'],
    ['2*½', '2*(1/2)'],
    ['¾x', '3/4*x'],
    ['１２', '12'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  test('a decimal comma is mentioned', () => {
    expect(notesOf('0,5*x')).toEqual(['decimal-comma']);
    expect(notesOf('max(1,2)')).toEqual([]);
  });
});

describe('functions', () => {
  test.each([
    ['sqrt(x)', 'sqrt(x)'],
    ['sqrt x', 'sqrt(x)'],
    ['ln x^2', 'ln(x^2)'],
    ['ln(x)^2', 'ln(x)^2'],
    ['sin^2(x)', 'sin(x)^2'],
    ['sin²(x)', 'sin(x)^2'],
    ['sin^2 x', 'sin(x)^2'],
    ['sin^{-1}(x)', 'asin(x)'],
    ['sin⁻¹(x)', 'asin(x)'],
    ['sin x cos y', 'sin(x)*cos(y)'],
    ['exp(-x^2/2)', 'exp(-x^2/2)'],
    ['exp x', 'exp(x)'],
    ['Exp(x)', 'exp(x)'],
    ['e^x', 'e^x'],
    ['e^(-x)', 'e^(-x)'],
    ['log(x)', 'ln(x)'],
    ['lg(x)', 'log10(x)'],
    ['log10(x)', 'log10(x)'],
    ['log2(x)', 'log2(x)'],
    ['log_10(x)', 'log10(x)'],
    ['log_2 x', 'log2(x)'],
    ['log_3(x)', 'ln(x)/ln(3)'],
    ['log(x, 3)', 'ln(x)/ln(3)'],
    ['log(0,5)', 'ln(0.5)'],
    ['\\log_{10} x', 'log10(x)'],
    ['arcsin(x)', 'asin(x)'],
    ['\\arctan(x)', 'atan(x)'],
    ['sec(x)', '1/cos(x)'],
    ['csc(x)', '1/sin(x)'],
    ['cot(x)', '1/tan(x)'],
    ['pow(a, b)', 'a^b'],
    ['root(a, 3)', 'a^(1/3)'],
    ['abs(x)', 'abs(x)'],
    ['|x|', 'abs(x)'],
    ['|a||b|', 'abs(a)*abs(b)'],
    ['2|x|', '2*abs(x)'],
    ['||x|-1|', 'abs(abs(x) - 1)'],
    ['|(|x|)|', 'abs(abs(x))'],
    ['\\lvert x\\rvert', 'abs(x)'],
    ['\\left|x\\right|', 'abs(x)'],
    ['\\left|\\left|x\\right|-1\\right|', 'abs(abs(x) - 1)'],
    ['|x|^2', 'abs(x)^2'],
    ['\\sqrt{x}', 'sqrt(x)'],
    ['\\sqrt2', 'sqrt(2)'],
    ['\\sqrt 2 x', 'sqrt(2)*x'],
    ['\\sqrt\\pi', 'sqrt(pi)'],
    ['\\sqrt[3]{x}', 'cbrt(x)'],
    ['\\sqrt[4]{x}', 'x^(1/4)'],
    ['\\sqrt[n]{x}', 'x^(1/n)'],
    ['√x', 'sqrt(x)'],
    ['√(2π)', 'sqrt(2*pi)'],
    ['√(2)x', 'sqrt(2)*x'],
    ['∛x', 'cbrt(x)'],
    ['∜(x)', 'x^(1/4)'],
    ['\\exp\\left(-x\\right)', 'exp(-x)'],
    ['\\exp\\{-x\\}', 'exp(-x)'],
    ['\\exp{x}', 'exp(x)'],
    ['exp[-x]', 'exp(-x)'],
    ['\\operatorname{exp}(x)', 'exp(x)'],
    ['\\min(a, b)', 'min(a, b)'],
    ['max(a, b, c)', 'max(a, b, c)'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['log(x)', 'log-as-ln'],
    ['\\log x', 'log-as-ln'],
    ['sin^-1(x)', 'inverse-function'],
    ['ln x/2', 'argument-ends'],
    ['e^2x', 'exponent-ends'],
    ['gamma(2)', 'product-with-brackets'],
    ['x^1/2', 'exponent-ends'],
    ['x^{(3)}', 'raised-index'],
    ['p(x)', 'product-with-brackets'],
    ['5%', 'per-cent'],
  ])('%s carries the note %s', (text, code) => expect(notesOf(text)).toEqual([code]));

  test.each(['(x-mu)^2/2', 'e^(2x)', 'ln(x)/2', 'log10(x)', 'log_2(x)', 'x^2 y', 'x^{2}y', '\\sum_{i=1}^2 x^{(i)}'])(
    '%s carries no note',
    (text) => expect(notesOf(text)).toEqual([]),
  );
});

describe('names', () => {
  test.each([
    ['gamma_k1', 'gamma_k1'],
    ['gamma_{k1}', 'gamma_k1'],
    ['gamma_{k,1}', 'gamma_k1'],
    ['gamma_{k 1}', 'gamma_k1'],
    ['gamma_{ki}', 'gamma_ki'],
    ['\\gamma_{ki}', 'gamma_ki'],
    ['\\gamma_k1', 'gamma_k1'],
    ['\\gamma_12', 'gamma_12'],
    ['\\pi_kN_k', 'pi_k*N_k'],
    ['N_k\\pi_k', 'N_k*pi_k'],
    ['x_12', 'x_12'],
    ['x_{12}', 'x_12'],
    ['x₁₂', 'x_12'],
    ['N_1e2', 'N_1e2'],
    ['sigma2_k', 'sigma2_k'],
    ['sigma_k^2', 'sigma_k^2'],
    ['\\sigma_k^2', 'sigma_k^2'],
    ['\\sigma^2_k', 'sigma_k^2'],
    ['\\sigma^{2}_{k}', 'sigma_k^2'],
    ['sigma^2_k', 'sigma_k^2'],
    ['σ²_k', 'sigma_k^2'],
    ['σ²ₖ', 'sigma_k^2'],
    ['σₖ²', 'sigma_k^2'],
    ['\\hat\\mu_k', 'hatmu_k'],
    ['\\hat{\\mu}_k', 'hatmu_k'],
    ['\\hat{\\mu_k}', 'hatmu_k'],
    ['\\hat{\\mu}_{k}', 'hatmu_k'],
    ['\\widehat{\\mu}_k', 'hatmu_k'],
    ['\\hat x', 'hatx'],
    ['\\hat{x}^2', 'hatx^2'],
    ['\\hat\\sigma^2_k', 'hatsigma_k^2'],
    ['\\bar{x}', 'barx'],
    ['\\overline{x}', 'barx'],
    ['\\tilde x_1', 'tildex_1'],
    ['μ̂_k', 'hatmu_k'],
    ['μ̂ₖ', 'hatmu_k'],
    ['µ̂ₖ', 'hatmu_k'],
    ['x̄', 'barx'],
    ['x̃', 'tildex'],
    ['ŷ', 'haty'],
    ['xhat', 'hatx'],
    ['mu_hat', 'hatmu'],
    ['hatmu_k', 'hatmu_k'],
    ['hat mu_k', 'hatmu_k'],
    ['hat(mu_k)', 'hatmu_k'],
    ['what', 'hatw'],
    ['that_k', 'hatt_k'],
    ['chat_1', 'hatc_1'],
    ['\\theta_{\\text{new}}', 'theta_new'],
    ['\\theta_{\\mathrm{old}}', 'theta_old'],
    ['\\theta_\\mu', 'theta_mu'],
    ['θ_μ', 'theta_mu'],
    ['\\mathcal{N}_k', 'N_k'],
    ['\\mathcal N_k', 'N_k'],
    ['\\boldsymbol{\\mu}_k', 'mu_k'],
    ['\\mathbf{x}_1', 'x_1'],
    ['\\text{hatmu}_k', 'hatmu_k'],
    ['\\mathrm{total}_k', 'total_k'],
    ['\\mathrm{sigma\\_1\\_new}', 'sigma_1_new'],
    ['\\text{hatmu_k}', 'hatmu_k'],
    ['{\\mu}_k', 'mu_k'],
    ['\\hat mu_k', 'hatmu_k'],
    ['bar x', 'barx'],
    ['tilde mu_1', 'tildemu_1'],
    ['mubar', 'barmu'],
    ['mu_bar_k', 'barmu_k'],
    ['mu_khat', 'hatmu_k'],
    ['mu_k1bar', 'barmu_k1'],
    ['hat_k_1', 'hatk_1'],
    ['hat_3', 'hat_3'],
    ['rehat', 'rehat'],
    ['hatch', 'hatch'],
    ['x_phat', 'hatx_p'],
    ['\\frac{lnx}{barx}', 'l*n*x/barx'],
    ['\\frac{sum_{i=1}^2 x_i}{prod_{i=1}^2 x_i}', '(x_1 + x_2)/(x_1*x_2)'],
    ['\\frac{exp(x)}{ab}', 'exp(x)/(a*b)'],
    ['\\frac{xhat}{a}', 'hatx/a'],
    ['\\mathrm e^x', 'e^x'],
    ['\\mathrm{d}x', 'd*x'],
    ['\\text{\\pi}_k', 'pi_k'],
    ['\\left | x \\right |', 'abs(x)'],
    ['\\frac pi 2', 'pi/2'],
    ['mû_k', 'hatmu_k'],
    ['μhat_k', 'hatmu_k'],
    ['x_{(1)}', 'x_1'],
    ['\\gamma_{k_1}', 'gamma_k1'],
    ['\\gamma_{k~1}', 'gamma_k1'],
    ['\\alpha~x', 'alpha*x'],
    ['\\varepsilon', 'epsilon'],
    ['ϕ_1', 'phi_1'],
    ['ϵ', 'epsilon'],
    ['Σ', 'Sigma'],
    ['pi', 'pi'],
    ['π', 'pi'],
    ['\\pi', 'pi'],
    ['pi_k', 'pi_k'],
    ['ab', 'ab'],
    ['\\frac{ab}{c}', 'a*b/c'],
    ['\\alpha x y', 'alpha*x*y'],
    ['x^{(1)}', 'x_1'],
    ['x^{(i)}', 'x_i'],
    ['x^{ ( i ) }', 'x_i'],
    ['x⁽¹⁾', 'x_1'],
    ['x^(1)', 'x^1'],
    ['e^{(x)}', 'e^x'],
    ['(a+b)^{(2)}', '(a + b)^2'],
    ['x_1^{(2)}', 'x_1^2'],
    ['constructor', 'constructor'],
    ['toString', 'toString'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));

  test.each([
    ['pi', 'constant'],
    ['e', 'constant'],
    ['pi_k', 'symbol'],
    ['e_1', 'symbol'],
    ['E', 'symbol'],
  ])('%s alone is a %s', (text, kind) => {
    const reading = parseFormula(text);
    expect(reading.kind === 'formula' && reading.expr.kind).toBe(kind);
  });
});

describe('with the symbols that a question offers', () => {
  test.each([
    [['pi'], 'pi', 'symbol'],
    [['e'], '\\mathrm{e}', 'symbol'],
    [['pi_k'], 'pi', 'constant'],
    [['min'], 'min', 'symbol'],
  ])('%j makes of %s a %s', (symbols, text, kind) => {
    const reading = parseFormula(text, { symbols });
    expect(reading.kind === 'formula' && reading.expr.kind).toBe(kind);
  });

  test.each([
    [['x_1', 'x_2'], 'x^(1)', 'x_1'],
    [['x_1', 'x_2'], 'x^{(1)}', 'x_1'],
    [['x'], 'x^{(2)}', 'x^2'],
    [['x'], 'x^(2)', 'x^2'],
    [['x', 'x_1'], 'x^(1)', 'x^1'],
    [['x', 'x_1'], 'x^{(1)}', 'x_1'],
    [['x_1'], 'x1', 'x_1'],
    [['gamma_k1'], 'gammak1', 'gamma_k1'],
    [['x_12'], 'x12', 'x_12'],
    [['x_i'], 'xi', 'xi'],
    [['x_1', 'x1'], 'x1', 'x1'],
    [['sigma_1_new'], 'sigma_1_new', 'sigma_1_new'],
    [['hat_mu_k'], 'hatmu_k', 'hat_mu_k'],
    [['mu_hat_k'], '\\hat\\mu_k', 'mu_hat_k'],
    [['gamma_k1', 'x_1'], '\\gamma_k1x_1', 'gamma_k1*x_1'],
    [['gamma_ki', 'x_i'], '\\gamma_kix_i', 'gamma_ki*x_i'],
    [['gamma_k1', 'x_1'], 'gamma_k1x_1', 'gamma_k1x_1'],
    [['mu_k'], 'muk', 'mu_k'],
    [['sigma_k', 'x'], '\\sigma_k^2x', 'sigma_k^2*x'],
    [['foo', 'x'], '\\frac{foo}{x}', 'foo/x'],
    [['f'], 'f(2)', 'f*2'],
    [['rate'], 'rate(2)', 'rate*2'],
    [['x_1', 'x_2'], '\\sum_{i=1}^2 x_i', 'x_1 + x_2'],
    [['hatmu_1', 'hatmu_2'], '\\sum_{k=1}^2 \\hat\\mu_k', 'hatmu_1 + hatmu_2'],
    [['hat'], 'hat x', 'hat*x'],
    [['total_x', 'a'], '\\frac{total_x}{a}', 'total_x/a'],
    [['total', 'a'], '\\frac{total a}{a}', 'total*a/a'],
    [['total_1'], '\\frac{to}{al}', 't*o/(a*l)'],
    [['x_1', 'x1'], 'x_1 + x1', 'x_1 + x1'],
    [['gamma_1k', 'gamma_1', 'k'], 'gamma1k', 'gamma_1k'],
    [['a_b1', 'ab_1'], 'ab1', 'ab1'],
    [['hat_mu_k', 'mu'], 'muhat_k', 'hat_mu_k'],
    [['x_12'], 'x_1_2', 'x_12'],
    [['gamma_k1'], 'gamma_k,1', 'gamma_k1'],
    [['gamma_k1'], '\\gamma_k,1', 'gamma_k1'],
    [['gamma_k1'], 'γk1', 'gamma_k1'],
    [['gamma_k1'], '\\gamma_k^{(1)}', 'gamma_k1'],
    [['gamma_k1', 'gamma_k2'], '\\sum_{i=1}^2 \\gamma_k^{(i)}', 'gamma_k1 + gamma_k2'],
    [['gamma_k', 'i'], '\\gamma_k^{(i)}', 'gamma_k^i'],
    [['Sigma_1'], 'Σ_1', 'Sigma_1'],
    [['sum_x'], 'sum_x', 'sum_x'],
  ])('%j reads %s as %s', (symbols, text, expected) => expect(read(text, { symbols })).toBe(expected));

  test('a missing underscore is mentioned', () => {
    expect(notesOf('x1', { symbols: ['x_1'] })).toEqual(['missing-underscore']);
    expect(notesOf('x_1', { symbols: ['x_1'] })).toEqual([]);
  });
});

describe('sums and products of many terms', () => {
  test.each([
    ['\\sum_{i=1}^3 x_i', 'x_1 + x_2 + x_3'],
    ['\\sum_{i=1}^3 i', '1 + 2 + 3'],
    ['\\sum_{i=0}^2 i^2', '0^2 + 1^2 + 2^2'],
    ['\\sum_{i=1}^1 x_i', 'x_1'],
    ['\\sum_{i=1}^2 x_i + y', '(x_1 + x_2) + y'],
    ['\\sum_{i=1}^2 a x_i / b', '(a*x_1 + a*x_2)/b'],
    ['2\\sum_{i=1}^2 x_i', '2*(x_1 + x_2)'],
    ['\\sum_{i=1}^2\\sum_{j=1}^2 a_{ij}', '(a_11 + a_12) + (a_21 + a_22)'],
    ['\\prod_{i=1}^2 x_i', 'x_1*x_2'],
    ['\\sum_{i=1}^{10} 1', '1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1'],
    ['\\sum_{k=1}^2 (x-\\mu_k)^2', '(x - mu_1)^2 + (x - mu_2)^2'],
    ['∏_{i=1}^2 x_i', 'x_1*x_2'],
    ['prod_{i=1}^2 x_i', 'x_1*x_2'],
    ['Sigma_1', 'Sigma_1'],
  ])('%s is %s', (text, expected) => expect(read(text)).toBe(expected));
});

describe('a left-hand side', () => {
  test.each<[string, readonly string[] | undefined, string | undefined]>([
    ['hatmu_k = x_1', ['hatmu_k'], 'hatmu_k'],
    ['\\hat\\mu_k = x_1', ['hatmu_k'], 'hatmu_k'],
    ['mu_hat_k = x_1', ['\\hatmu_k', 'hatmu_k'], 'hatmu_k'],
    ['μ̂ₖ = x_1', ['hatmu_k'], 'hatmu_k'],
    ['hatmu_k := x_1', ['hatmu_k'], 'hatmu_k'],
    ['hatmu_k == x_1', ['hatmu_k'], 'hatmu_k'],
    ['hatsigma_k^2 = x_1', ['hatsigma_k^2'], 'hatsigma_k^2'],
    ['σ̂ₖ² = x_1', ['hatsigma_k^2'], 'hatsigma_k^2'],
    ['p(y=k|x) = x_1', ['p(y=k|x)'], 'p(y=k|x)'],
    ['p(y = k \\mid x; \\theta) = x_1', ['p(y=k|x)'], 'p(y=k|x;\\theta)'],
    ['a = b', ['a'], 'a'],
    ['mu_k = x_1', ['hatmu_k'], 'wrong-left-hand-side'],
    ['p(y=k|x) = x_1', ['hatmu_k'], 'wrong-left-hand-side'],
    ['hatmu_k = x_1', [], 'wrong-left-hand-side'],
    ['x_1', ['hatmu_k'], undefined],
    ['hatmu_k = x_1', undefined, 'hatmu_k'],
    ['p(y=k|x) = x_1', undefined, 'p(y=k|x)'],
    ['a = b', undefined, 'unexpected-equals'],
    ['a_1 = a_1 + 1', undefined, 'unexpected-equals'],
    ['a_1 = b = c', undefined, 'unexpected-equals'],
    ['a + b = c', ['a'], 'unexpected-equals'],
    ['2 = x_1', undefined, 'unexpected-equals'],
    ['x_1 = hatmu_k', ['hatmu_k'], 'wrong-left-hand-side'],
    ['hatmu_k =', ['hatmu_k'], 'missing-operand'],
    ['= x_1', ['hatmu_k'], 'unexpected-equals'],
  ])('of %s where %j is asked for', (text, leftHandSide, expected) => {
    expect(leftOf(text, leftHandSide ? { leftHandSide } : {})).toBe(expected);
  });

  test('without a list is no symbol that the question offers', () => {
    expect(leftOf('x_1 = x_2', { symbols: ['x_1', 'x_2'] })).toBe('unexpected-equals');
  });
});
