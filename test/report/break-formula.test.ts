import { describe, expect, it } from 'vitest';
import { loadFormulaRenderer } from '../../src/report/index.js';

const render = await loadFormulaRenderer();
const terms = (count: number): string => Array.from({ length: count }, (_, n) => `x_{${n}}`).join(' + ');
const words = (html: string): string => html.replace(/<[^>]*>/g, '');

describe('a formula in a line of its own', () => {
  it('is left alone where it fits on paper', () => {
    expect(render(`\\frac{${terms(5)}}{2}`, 'line').markup).not.toContain('class="long"');
  });

  it('is cut after its operators where it does not, in brackets too, and keeps every sign', () => {
    const latex = `2 \\cdot \\left(${terms(40)}\\right)`;
    const { markup } = render(latex, 'line');
    expect(markup).toContain('class="long"');
    expect(markup.match(/<mo>\+<\/mo><\/mrow>/g)).toHaveLength(39);
    expect(words(markup)).toBe(words(render(latex, 'sentence').markup));
    expect(markup).not.toContain('--fit');
  });

  it('is made smaller where a piece alone is too wide', () => {
    const [, fit] = /--fit:([\d.]+)/.exec(render(`1 + \\frac{${terms(40)}}{2}`, 'line').markup) ?? [];
    expect(Number(fit)).toBeGreaterThan(0.2);
    expect(Number(fit)).toBeLessThan(0.8);
  });

  it('is not cut in a sentence', () => {
    expect(render(terms(60), 'sentence').markup).not.toContain('class="long"');
  });
});
