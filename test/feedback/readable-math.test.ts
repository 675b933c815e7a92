import { describe, expect, it } from 'vitest';
import { readableMath } from '../../src/feedback/terminal/readable-math.js';

const style = { width: 80, colour: false, unicode: true, plain: false };

describe('mathematics in a text', () => {
  it.each([
    ['the joint probability $pi_k*N_k$ of both', 'the joint probability πₖ·Nₖ of both'],
    ['$\\pi_1 N_1 + \\pi_2 N_2$', 'π₁·N₁ + π₂·N₂'],
    ['$hatmu_k = (gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)$', 'μ̂ₖ = (γₖ₁·x₁ + γₖ₂·x₂)/(γₖ₁ + γₖ₂)'],
    ['$\\sum_i \\gamma_{ki} \\log N(x_i; \\mu_k, \\sigma_k^2)$', 'Σ_i γ_ki log N(x_i; μ_k, σ_k^2)'],
    ['$p(y = k | x)$', 'p(y = k | x)'],
    ['$p(x)$ and $x^{(0)}$', 'p(x) and x₀'],
    ['$\\sum_i \\gamma_{ki}/\\pi_k + \\lambda = 0$', 'Σ_i γ_ki/π_k + λ = 0'],
    ['it costs 5 $', 'it costs 5 $'],
  ])('%s', (text, shown) => {
    expect(readableMath(text, style)).toBe(shown);
  });

  it('is plain text for a screen reader', () => {
    expect(readableMath('$\\pi_1 N_1$', { ...style, plain: true })).toBe('pi_1*N_1');
  });
});
