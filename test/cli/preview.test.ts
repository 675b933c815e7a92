import { describe, expect, it } from 'vitest';
import { check } from './run-check.js';

describe('check preview', () => {
  it('lays a formula out as on paper, and in one line', () => {
    const { code, out, err } = check(['preview', 'pi_k*N_k/(pi_1*N_1+ pi_2*N_2)']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`
       πₖ·Nₖ
  ───────────────
   π₁·N₁ + π₂·N₂

In one line: pi_k*N_k/(pi_1*N_1 + pi_2*N_2)
`);
  });

  it('keeps to ASCII where the terminal knows no more', () => {
    const { out } = check(['preview', '\\frac{\\hat\\mu_k}{2}'], { env: { LANG: 'C', LC_ALL: 'C' } });
    expect(out).toBe(`
   hatmu_k
  ---------
      2

In one line: hatmu_k/2
`);
  });

  it('says what was taken for granted', () => {
    const { code, out } = check(['preview', 'hatmu_k = log(x)']);
    expect(code).toBe(0);
    expect(out).toContain('Before the equals sign: hatmu_k\n');
    expect(out).toContain('Note: log was read as the natural logarithm, ln.\n');
  });

  it('marks the place of what cannot be read', () => {
    expect(check(['preview', '1/2x'])).toEqual({
      code: 3,
      out: '',
      err: '1/2x\n  ^^\n1/2x can mean (1/2)*x or 1/(2*x).\nWrite the one you mean, with parentheses and *.\n',
    });
  });

  it('never prints what steers a terminal', () => {
    const { err } = check(['preview', 'a\u001b[31mb\u202e']);
    expect(err).toContain('a‹U+001B›[31mb‹U+202E›');
    expect(err).not.toContain('\u202e');
    expect(err).not.toContain('\u001b');
  });

  it('knows the symbols of a question', () => {
    const question = ['--problem', 'em-two-gaussians', '--question', 'mean'];
    expect(check(['preview', 'x^(1)', ...question]).out).toContain('In one line: x_1\n');
    const { code, out } = check(['preview', 'gamma_k1x_1', ...question]);
    expect(code).toBe(3);
    expect(out).toContain('does not offer “gamma_k1x_1”. Did you mean “gamma_k1*x_1”?');
  });

  it.each([
    [['preview', '--', '-x^2'], 'In one line: -x^2'],
    [['preview', '--', '--x'], 'In one line: -(-x)'],
    [['preview', '-24.5'], 'In one line: -24.5'],
  ])('%j takes a minus sign', (args, line) => expect(check(args).out).toContain(line));

  it.each([
    [['preview', '-1/3'], 'check preview -- "-1/3"'],
    [['preview', 'x', '--question', 'mean'], 'Which problem is the question from?'],
    [['preview', 'x', '--problem', 'em-two-gaussians'], 'Which question of the problem?'],
    [['preview', 'x', '--problem', 'em-two-gaussians', '--question', 'men'], 'Did you mean “mean”?'],
  ])('%j is a slip', (args, message) => {
    const { code, err } = check(args);
    expect(code).toBe(2);
    expect(err.replaceAll(/\s+/g, ' ')).toContain(message);
  });
});
