import { describe, expect, it } from 'vitest';
import { loadFormulaRenderer } from '../../src/report/index.js';
import { trusted } from '../../src/report/html.js';
import { renderProse } from '../../src/report/prose.js';

const asLatex = (text: string): string => renderProse(`$${text}$`, (latex) => trusted(latex)).markup;

describe('a formula in an author’s text', () => {
  it.each([
    ['pi_k*N_k', String.raw`\pi_k \cdot N_k`],
    ['pi_2*N_2 > pi_1*N_1', String.raw`\pi_2 \cdot N_2 > \pi_1 \cdot N_1`],
    ['hatmu_k = gamma_k1*x_1', String.raw`\hat{\mu}_k = \gamma_{k1} \cdot x_1`],
    ['0 <= gamma_ki <= 1', String.raw`0 \le \gamma_{ki} \le 1`],
    ['N(x; mu_k, sigma_k^2)*pi_k', String.raw`N(x; \mu_k, \sigma_k^2) \cdot \pi_k`],
    ['log(p(x))/pi', String.raw`\log(p(x))/\pi`],
    ['p(y = k | x)', 'p(y = k | x)'],
    [String.raw`\pi_1 N_1`, String.raw`\pi_1 N_1`],
  ])('is set with its symbols: %s', (text, latex) => expect(asLatex(text)).toBe(`<p>${latex}</p>`));

  it('spells no name out letter by letter', async () => {
    const { markup } = renderProse('where $pi_2*N_2 > pi_1*N_1$', await loadFormulaRenderer());
    expect(markup).not.toMatch(/<mi>p<\/mi>|∗/);
    expect(markup).toContain('<mi>π</mi>');
  });
});
