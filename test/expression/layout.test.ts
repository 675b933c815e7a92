import { describe, expect, test } from 'vitest';
import { layOut, parseFormula, printLatex, printUnicode } from '../../src/expression/index.js';
import type { Expr } from '../../src/types.js';

const exprOf = (text: string): Expr => {
  const reading = parseFormula(text);
  if (reading.kind !== 'formula') throw new Error(reading.problems[0].message);
  return reading.expr;
};

const drawn = (text: string, unicode: boolean): string =>
  `\n${layOut(exprOf(text), { unicode })
    .map((line) => line.trimEnd())
    .join('\n')}\n`;

describe('laid out with Unicode', () => {
  test.each([
    [
      'pi_k*N_k/(pi_1*N_1+pi_2*N_2)',
      `
     πₖ·Nₖ
───────────────
 π₁·N₁ + π₂·N₂
`,
    ],
    [
      '(gamma_k1*(x_1-hatmu_k)^2+gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+gamma_k2)',
      `
 γₖ₁·(x₁ − μ̂ₖ)² + γₖ₂·(x₂ − μ̂ₖ)²
─────────────────────────────────
            γₖ₁ + γₖ₂
`,
    ],
    [
      '1/sqrt(2*pi*sigma^2)*exp(-(x-mu)^2/(2*sigma^2))',
      `
     1           ⎛   (x − μ)² ⎞
─────────── · exp⎜− ──────────⎟
 √(2·π·σ²)       ⎝     2·σ²   ⎠
`,
    ],
    [
      'e^(-x/2)',
      `
    x
 − ───
    2
e
`,
    ],
    [
      '(a/b)^2',
      `
     2
⎛ a ⎞
⎜───⎟
⎝ b ⎠
`,
    ],
    [
      'x_N + theta_new - x_12',
      `
x_N + θ_new − x₁₂
`,
    ],
    [
      'x^-1 + x^10 + x^n + 2^3',
      `
             n
x⁻¹ + x¹⁰ + x  + 2³
`,
    ],
    [
      'log10(x)*log2(y)',
      `
log₁₀(x)·log₂(y)
`,
    ],
    [
      'n! + (n+1)! + (n!)!',
      `
n! + (n + 1)! + (n!)!
`,
    ],
    [
      'abs(x)*abs(a/b)',
      `
      │ a │
|x| · │───│
      │ b │
`,
    ],
    [
      'cbrt(x) + sqrt(ln(x))',
      `
∛x + √(ln(x))
`,
    ],
    [
      '-(a+b)*c',
      `
−(a + b)·c
`,
    ],
  ])('%s', (text, expected) => expect(drawn(text, true)).toBe(expected));

  test('a root of something tall', () => {
    expect(layOut(exprOf('sqrt(1/2)'), { unicode: true })).toEqual([' ┌────', ' │  1 ', ' │ ───', '╲│  2 ']);
    expect(layOut(exprOf('cbrt(1/2)'), { unicode: true })[0]).toBe('3┌────');
  });
});

describe('laid out in ASCII', () => {
  test.each([
    [
      '(gamma_k1*(x_1-hatmu_k)^2)/2',
      `
                           2
 gamma_k1 * (x_1 - hatmu_k)
-----------------------------
              2
`,
    ],
    [
      'exp(-a/b)',
      `
   /   a \\
exp|- ---|
   \\   b /
`,
    ],
    [
      'sqrt(a/b)+sqrt(a)+cbrt(a)',
      `
  ____
 |  a
 | --- + sqrt(a) + cbrt(a)
\\|  b
`,
    ],
    [
      '2*pi',
      `
2*pi
`,
    ],
    [
      'max(a, 1/b)',
      `
   /    1 \\
max|a, ---|
   \\    b /
`,
    ],
  ])('%s', (text, expected) => expect(drawn(text, false)).toBe(expected));
});

describe('in LaTeX', () => {
  test.each([
    ['pi_k*N_k/(pi_1*N_1+pi_2*N_2)', '\\frac{\\pi_k \\cdot N_k}{\\pi_1 \\cdot N_1 + \\pi_2 \\cdot N_2}'],
    ['gamma_k1*(x_1-hatmu_k)^2', '\\gamma_{k1} \\cdot \\left(x_1 - \\hat{\\mu}_k\\right)^{2}'],
    ['a/b*c', '\\frac{a}{b} \\cdot c'],
    ['(a/b)^2', '\\left(\\frac{a}{b}\\right)^{2}'],
    ['-(a+b)', '-\\left(a + b\\right)'],
    ['a*(-b)', 'a \\cdot \\left(-b\\right)'],
    ['sqrt(x)^2', '\\left(\\sqrt{x}\\right)^{2}'],
    ['cbrt(x)', '\\sqrt[3]{x}'],
    ['abs(x)^2', '\\left|x\\right|^{2}'],
    ['ln(x)*log10(x)', '\\ln\\left(x\\right) \\cdot \\log_{10}\\left(x\\right)'],
    ['asin(x)', '\\arcsin\\left(x\\right)'],
    ['n!', 'n!'],
    ['(n+1)!', '\\left(n + 1\\right)!'],
    ['1e-30*x', '\\left(1 \\cdot 10^{-30}\\right) \\cdot x'],
    ['theta_new', '\\theta_{new}'],
    ['theta_final', '\\theta_{\\mathrm{final}}'],
    ['total_k', '\\mathrm{total}_k'],
    ['sigma_1_new', '\\mathrm{sigma\\_1\\_new}'],
    ['e^(2*pi)', 'e^{2 \\cdot \\pi}'],
    ['-a + b', '-a + b'],
    ['x_ab', 'x_{ab}'],
    ['x_mu', 'x_{\\mu}'],
    ['x_theta', 'x_{\\theta}'],
    ['n!^2', '\\left(n!\\right)^{2}'],
    ['max(a, b)', '\\max\\left(a, b\\right)'],
  ])('%s is %s', (text, expected) => expect(printLatex(exprOf(text))).toBe(expected));
});

describe('in one line of Unicode', () => {
  test.each([
    ['pi_k*N_k/(pi_1*N_1+pi_2*N_2)', 'πₖ·Nₖ/(π₁·N₁ + π₂·N₂)'],
    ['(x_1 - hatmu_k)^2', '(x₁ − μ̂ₖ)²'],
    ['-x^2', '−x²'],
    ['x^(-1)', 'x⁻¹'],
    ['x^n', 'x^n'],
    ['e^(-x)', 'e^(−x)'],
    ['sqrt(2*pi)*sqrt(2)', '√(2·π)·√2'],
    ['sqrt(x)^2', '(√x)²'],
    ['abs(x)', '|x|'],
    ['n!', 'n!'],
    ['a/b*c*(a/b)', 'a/b·c·(a/b)'],
    ['log2(x)', 'log₂(x)'],
    ['x_0 + x_123456789', 'x₀ + x₁₂₃₄₅₆₇₈₉'],
    ['x_aehijklm', 'xₐₑₕᵢⱼₖₗₘ'],
    ['x_noprstuvx', 'xₙₒₚᵣₛₜᵤᵥₓ'],
    ['x^1234567890', 'x¹²³⁴⁵⁶⁷⁸⁹⁰'],
    ['x_b', 'x_b'],
    ['x_mu', 'x_μ'],
    ['sin(x)^2', 'sin(x)²'],
    ['sqrt(ln(x)) + ln(x)!', '√(ln(x)) + (ln(x))!'],
    ['(-a)*b - (-c)', '(−a)·b − (−c)'],
    ['barx + tildex', 'x̄ + x̃'],
    ['hatfoo', 'hatfoo'],
    ['sigma_1_new', 'sigma_1_new'],
  ])('%s is %s', (text, expected) => expect(printUnicode(exprOf(text))).toBe(expected));
});
