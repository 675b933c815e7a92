import { describe, expect, it } from 'vitest';
import { assess, prepareQuestion } from '../../src/answers/index.js';
import { solve } from '../../src/em/index.js';
import { loadProblem } from '../../src/problem/load.js';
import type { Answer, Remark, Verdict } from '../../src/types.js';

const reading = await loadProblem('em-two-gaussians');
if (reading.kind !== 'problem') throw new Error('the homework does not load');
const { problem } = reading;
const solution = solve(problem.model);

type Row = readonly [answer: Answer, verdict: Verdict, ...remarks: Remark['code'][]];

const check = (id: string, right: readonly Answer[], rows: readonly Row[]): void => {
  describe(id, () => {
    const question = problem.questions.find((each) => each.id === id);
    if (question === undefined) throw new Error(`no question ${id}`);
    const prepared = prepareQuestion(question, problem, solution);
    it.each(right)('%j is right', (answer) => {
      const { verdict, share, remarks } = assess(prepared, answer);
      expect([verdict, share, remarks.filter(({ code }) => code !== 'note')]).toEqual(['correct', 1, []]);
    });
    for (const [answer, verdict, ...remarks] of rows) {
      it(`${JSON.stringify(answer)} is ${verdict}${remarks.length === 0 ? '' : `: ${remarks.join(', ')}`}`, () => {
        const found = assess(prepared, answer);
        expect(found.verdict).toBe(verdict);
        const codes = found.remarks.map(({ code }) => code).filter((code) => code !== 'note' && code !== 'witness');
        expect(codes).toEqual(remarks);
      });
    }
    it('gives right answers one fingerprint and wrong ones others', () => {
      const keys = (answers: readonly Answer[]) =>
        new Set(answers.map((answer) => assess(prepared, answer).fingerprint));
      const reference = assess(prepared, (question.answer as { formula: string }).formula).fingerprint;
      expect(reference).toBeDefined();
      const wrong = keys(rows.filter(([, verdict]) => verdict === 'incorrect').map(([answer]) => answer));
      expect(wrong.has(reference)).toBe(false);
      expect(keys(right).has(reference)).toBe(true);
    });
  });
};

check(
  'responsibility',
  [
    'pi_k*N_k/(pi_1*N_1+ pi_2*N_2)',
    '(pi_k * N_k) / (pi_1 * N_1 + pi_2 * N_2)',
    'pi_k N_k / (pi_1 N_1 + pi_2 N_2)',
    'N_k*pi_k/(N_2*pi_2+N_1*pi_1)',
    '1/((pi_1*N_1+pi_2*N_2)/(pi_k*N_k))',
    '(pi_1*N_1+pi_2*N_2)^(-1)*pi_k*N_k',
    'pi_k*N_k*(pi_1*N_1+pi_2*N_2)**-1',
    '\\frac{\\pi_k N_k}{\\pi_1 N_1 + \\pi_2 N_2}',
    '\\frac{\\pi_k \\cdot N_k}{\\sum_{i=1}^{2} \\pi_i N_i}',
    '$\\frac{\\pi_{k} N_{k}}{\\pi_{1} N_{1} + \\pi_{2} N_{2}}$',
    'π_k·N_k/(π₁·N₁ + π₂·N₂)',
    'exp(ln(pi_k*N_k) - ln(pi_1*N_1 + pi_2*N_2))',
    'pi_k/(pi_1*N_1/N_k + pi_2*N_2/N_k)',
    '2*pi_k*N_k/(2*pi_1*N_1 + 2*pi_2*N_2)',
    'pi_k*N_k/(pi_1*N_1 + (1-pi_1)*N_2)',
    '1/(1+((1-pi_k)/pi_k)*((N_1+N_2-N_k)/N_k))',
    'pi_k*N_k/(pi_k*N_k + (1-pi_k)*(N_1+N_2-N_k))',
    '1 - (1-pi_k)*(N_1+N_2-N_k)/(pi_1*N_1+pi_2*N_2)',
    'pi_k*N_k/(N_2 + pi_1*(N_1 - N_2))',
    '(pi_1+pi_2)*pi_k*N_k/(pi_1*N_1 + pi_2*N_2)',
    'pi_k*N_k/(pi_1*N_1+pi_2*N_2)+0',
    '1 - (pi_1*N_1 + pi_2*N_2 - pi_k*N_k)/(pi_1*N_1 + pi_2*N_2)',
    'pi_k*N_k/((pi_1*N_1+pi_2*N_2))',
    '(pi_k N_k)/(sum_{i=1}^{2} pi_i N_i)',
  ],
  [
    ['pi_k*N_k', 'incorrect'],
    ['1/(1+((1-pi_k)/pi_k)*((N_1+N_2-N_k)/N_1))', 'incorrect'],
    ['(pi_1*N_1*(2-pi_k)+pi_2*N_2)/(pi_1*N_1+pi_2*N_2)', 'incorrect'],
    ['N_k/(N_1+N_2)', 'incorrect'],
    ['pi_k*N_k/(N_1+N_2)', 'incorrect'],
    ['N_k/(pi_1*N_1+pi_2*N_2)', 'incorrect'],
    ['pi_k*N_k/pi_1*N_1+pi_2*N_2', 'incorrect'],
    ['pi_1*N_1/(pi_1*N_1+pi_2*N_2)', 'incorrect'],
    ['pi_k*N_k/(pi_1*N_1*pi_2*N_2)', 'incorrect'],
    ['pi_k*N_k/(pi_1*N_2+pi_2*N_1)', 'incorrect'],
    ['(pi_1*N_1+pi_2*N_2)/(pi_k*N_k)', 'incorrect'],
    ['pi_k*N_k/(pi_1*N_1-pi_2*N_2)', 'incorrect'],
    ['ln(pi_k*N_k/(pi_1*N_1+pi_2*N_2))', 'incorrect'],
    ['pi_k*N_k/(pi_1*N_1+pi_2*N_2)+1e-30', 'incorrect'],
    ['pi_k*N_k/(pi_1*N_1+1.0000000000000001*pi_2*N_2)', 'incorrect'],
    ['pi_k', 'incorrect'],
    ['N_k', 'incorrect'],
    ['1/2', 'incorrect'],
    [0.5, 'incorrect'],
    ['0', 'incorrect'],
    ['x', 'incorrect', 'foreign-symbol'],
    ['gamma_k', 'incorrect', 'foreign-symbol'],
    ['pi_k*N_k/(pi_1*N_1+pi_2*N_2)+x-x', 'correct'],
    ['pi_k*N_k/(pi_1*N_1+pi_3*N_2)', 'ungradable', 'unknown-symbol'],
    ['p_k*N_k/(p_1*N_1+p_2*N_2)', 'ungradable', 'unknown-symbol', 'unknown-symbol', 'unknown-symbol'],
    ['pi_k*N_k/(pi_1*N_1+pi_2*N_2', 'ungradable', 'unreadable'],
    ['pi_k*N_k/', 'ungradable', 'unreadable'],
    ['pi_k**', 'ungradable', 'unreadable'],
    ['pi_1 = pi_2', 'ungradable', 'unreadable'],
    ['f(x) = x', 'ungradable', 'unreadable'],
    ['cos.constructor', 'ungradable', 'unreadable'],
    ['import("fs")', 'ungradable', 'unreadable'],
    ['a;b', 'ungradable', 'unreadable'],
    [['pi_k'], 'ungradable', 'wrong-shape'],
    [[], 'blank'],
    ['', 'blank'],
    ['  ', 'blank'],
  ],
);

check(
  'mean',
  [
    '(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1+ gamma_k2)',
    'hatmu_k = (gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1+ gamma_k2)',
    'mu_k = (gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1+ gamma_k2)',
    'x_1*gamma_k1/(gamma_k1+gamma_k2) + x_2*gamma_k2/(gamma_k1+gamma_k2)',
    'x_1 + gamma_k2*(x_2 - x_1)/(gamma_k1 + gamma_k2)',
    '(x_1 + gamma_k2/gamma_k1*x_2)/(1 + gamma_k2/gamma_k1)',
    '(gamma_{k1} x_1 + gamma_{k2} x_2)/(gamma_{k1} + gamma_{k2})',
    '\\hat\\mu_k = \\frac{\\gamma_{k1} x^{(1)} + \\gamma_{k2} x^{(2)}}{\\gamma_{k1} + \\gamma_{k2}}',
    '\\frac{\\sum_{i=1}^{2}\\gamma_{ki} x_i}{\\sum_{i=1}^2 \\gamma_{ki}}',
    'μ̂_k = (γ_k1·x₁ + γ_k2·x₂) / (γ_k1 + γ_k2)',
    '(gamma_k1*x_1 + gamma_k2*x_2)*(gamma_k1+ gamma_k2)^-1',
    '(gamma_k1**2*x_1 + gamma_k1*gamma_k2*x_2)/(gamma_k1**2 + gamma_k1*gamma_k2)',
    '-(gamma_k1*x_1 + gamma_k2*x_2)/(-gamma_k1 - gamma_k2)',
    '0.5*(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1/2 + gamma_k2/2)',
    '(γ_{k,1} x_1 + γ_{k,2} x_2) / (γ_{k,1} + γ_{k,2})',
    'x_2 - (gamma_k1*(x_2 - x_1))/(gamma_k1 + gamma_k2)',
  ],
  [
    ['(gamma_k1*x_1 + gamma_k2*x_2)/2', 'incorrect'],
    ['gamma_k1*x_1 + gamma_k2*x_2', 'incorrect'],
    ['gamma_k1*x_1 + gamma_k2*x_2/gamma_k1 + gamma_k2', 'incorrect'],
    ['(x_1 + x_2)/2', 'incorrect'],
    ['(x_1 + x_2)/(gamma_k1 + gamma_k2)', 'incorrect'],
    ['(gamma_k1*x_1 + gamma_k2*x_2)/(x_1 + x_2)', 'incorrect'],
    ['(gamma_k2*x_1 + gamma_k1*x_2)/(gamma_k1 + gamma_k2)', 'incorrect'],
    ['(gamma_k1*x_1 - gamma_k2*x_2)/(gamma_k1 + gamma_k2)', 'incorrect'],
    ['(gamma_k1 + gamma_k2)/(gamma_k1*x_1 + gamma_k2*x_2)', 'incorrect'],
    ['(gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1*gamma_k2)', 'incorrect'],
    ['(gamma_k1^2*x_1 + gamma_k2^2*x_2)/(gamma_k1^2 + gamma_k2^2)', 'incorrect'],
    ['(gamma_k1*x_1 + gamma_k1*x_2)/(gamma_k1 + gamma_k2)', 'incorrect'],
    ['(gamma_11*x_1 + gamma_12*x_2)/(gamma_11 + gamma_12)', 'incorrect', 'foreign-symbol', 'foreign-symbol'],
    ['(gamma_1k*x_1 + gamma_2k*x_2)/(gamma_1k + gamma_2k)', 'incorrect', 'foreign-symbol', 'foreign-symbol'],
    ['(gamma_k1*x_1 + gamma_k2*x_2)/n', 'incorrect', 'foreign-symbol'],
    ['hatmu_k', 'incorrect', 'foreign-symbol'],
    ['mu_k', 'incorrect', 'foreign-symbol'],
    ['x_1', 'incorrect'],
    ['1/0', 'incorrect'],
    ['(gamma_k1*x_1 + gamma_k2*x_2)/0', 'incorrect'],
    ['(gamma_k1*x_1 + gamma_k2*x_3)/(gamma_k1 + gamma_k2)', 'ungradable', 'unknown-symbol'],
    ['(gama_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)', 'ungradable', 'unknown-symbol'],
    ['x_1 = x_2', 'ungradable', 'unreadable'],
    ['hatpi_k = (gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)', 'ungradable', 'unreadable'],
    ['(gamma_k1*x_1 + gamma_k2*x_2', 'ungradable', 'unreadable'],
  ],
);

check(
  'variance',
  [
    '(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)',
    '(gamma_k1*(hatmu_k - x_1)^2 + gamma_k2*(hatmu_k - x_2)^2)/(gamma_k1+ gamma_k2)',
    'sigma_k^2 = (gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)',
    '(gamma_k1*abs(x_1 - hatmu_k)^2 + gamma_k2*abs(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)',
    '\\frac{\\gamma_{k1} (x^{(1)} - \\hat\\mu_k)^2 + \\gamma_{k2} (x^{(2)} - \\hat\\mu_k)^2}{\\gamma_{k1} + \\gamma_{k2}}',
    'σ̂_k² = (γ_k1·(x₁ − μ̂_k)² + γ_k2·(x₂ − μ̂_k)²) / (γ_k1 + γ_k2)',
    '(gamma_k1*(x_1^2 - 2*x_1*hatmu_k + hatmu_k^2) + gamma_k2*(x_2^2 - 2*x_2*hatmu_k + hatmu_k^2))/(gamma_k1+gamma_k2)',
    '(gamma_k1*x_1^2 + gamma_k2*x_2^2 - 2*hatmu_k*(gamma_k1*x_1+gamma_k2*x_2))/(gamma_k1+gamma_k2) + hatmu_k^2',
    // Right because hatmu_k is the mean that is asked for before.
    '(gamma_k1*x_1^2 + gamma_k2*x_2^2)/(gamma_k1 + gamma_k2) - hatmu_k^2',
    '(gamma_k1*x_1^2 + gamma_k2*x_2^2)/(gamma_k1 + gamma_k2) - ((gamma_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2))^2',
    'gamma_k1*gamma_k2*(x_1 - x_2)^2/(gamma_k1 + gamma_k2)^2',
    '(gamma_k1*x_1*(x_1 - hatmu_k) + gamma_k2*x_2*(x_2 - hatmu_k))/(gamma_k1 + gamma_k2)',
    'exp(2*ln(abs(x_1 - hatmu_k)))*gamma_k1/(gamma_k1+gamma_k2) + gamma_k2*(x_2-hatmu_k)^2/(gamma_k1+gamma_k2)',
  ],
  [
    ['(gamma_k1*(x_1 - hatmu_k) + gamma_k2*(x_2-hatmu_k))/(gamma_k1+ gamma_k2)', 'incorrect'],
    ['(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/2', 'incorrect'],
    ['gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2', 'incorrect'],
    ['sqrt((gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2))', 'incorrect'],
    ['(gamma_k1*(x_1 - mu_k)^2 + gamma_k2*(x_2-mu_k)^2)/(gamma_k1+ gamma_k2)', 'incorrect', 'foreign-symbol'],
    ['(gamma_k1*(x_1 + hatmu_k)^2 + gamma_k2*(x_2+hatmu_k)^2)/(gamma_k1+ gamma_k2)', 'incorrect'],
    ['(gamma_k1*x_1^2 + gamma_k2*x_2^2)/(gamma_k1+ gamma_k2)', 'incorrect'],
    ['(gamma_k1*x_1^2 + gamma_k2*x_2^2)/(gamma_k1+ gamma_k2) - hatmu_k', 'incorrect'],
    ['(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2 - 1)', 'incorrect'],
    ['(gamma_k1*abs(x_1 - hatmu_k) + gamma_k2*abs(x_2-hatmu_k))/(gamma_k1+ gamma_k2)', 'incorrect'],
    ['((x_1 - hatmu_k)^2 + (x_2-hatmu_k)^2)/2', 'incorrect'],
    ['(gamma_k1*x_1 - hatmu_k^2 + gamma_k2*x_2-hatmu_k^2)/(gamma_k1+ gamma_k2)', 'incorrect'],
    ['((gamma_k1*(x_1 - hatmu_k))^2 + (gamma_k2*(x_2-hatmu_k))^2)/(gamma_k1+ gamma_k2)', 'incorrect'],
    ['(gamma_k1*(x_1 - hatmu_k)^3 + gamma_k2*(x_2-hatmu_k)^3)/(gamma_k1+ gamma_k2)', 'incorrect'],
    ['(gamma_k1*(x_1 - hatmu_k)^2 + gamma_k2*(x_2-hatmu_k)^2)/(gamma_k1+ gamma_k2)^2', 'incorrect'],
    ['hatmu_k', 'incorrect'],
    ['0', 'incorrect'],
    ['(gamma_k1*(x_1 - hatmu)^2 + gamma_k2*(x_2-hatmu)^2)/(gamma_k1+ gamma_k2)', 'ungradable', 'unknown-symbol'],
    ['gamma_k1*(x_1 - hatmu_k)^', 'ungradable', 'unreadable'],
  ],
);

check(
  'mixing-weight',
  [
    '(gamma_k1+ gamma_k2)/2',
    '(gamma_k1 + gamma_k2) / 2',
    'gamma_k1/2 + gamma_k2/2',
    '0.5*(gamma_k1+gamma_k2)',
    '0,5*(gamma_k1+gamma_k2)',
    '1/2*gamma_k1 + 1/2*gamma_k2',
    '(gamma_k1+gamma_k2)/(1+1)',
    'hatpi_k = (gamma_k1+ gamma_k2)/2',
    'pi_k = (gamma_k1+ gamma_k2)/2',
    '2^(-1)*(gamma_k1+gamma_k2)',
    '\\frac{\\gamma_{k1}+\\gamma_{k2}}{2}',
    '\\tfrac{1}{2} (\\gamma_{k,1} + \\gamma_{k,2})',
    '½·(γ_k1 + γ_k2)',
    'gamma_k1 + (gamma_k2 - gamma_k1)/2',
    '50%*(gamma_k1+gamma_k2)',
  ],
  [
    ['(gamma_k1 + gamma_k2)/(gamma_11 + gamma_12 + gamma_21 + gamma_22)', 'partial', 'not-simplified'],
    ['(gamma_k1 + gamma_k2)/(1 + gamma_12 + gamma_22)', 'partial', 'not-simplified'],
    ['gamma_k1/2 + gamma_k2/(2*(gamma_12+gamma_22))', 'partial', 'not-simplified'],
    ['(gamma_k1 + gamma_k2)*(gamma_11 + gamma_21)/2', 'partial', 'not-simplified'],
    ['gamma_k1 + gamma_k2', 'incorrect'],
    ['gamma_k1 + gamma_k2/2', 'incorrect'],
    ['gamma_k1*gamma_k2', 'incorrect'],
    ['sqrt(gamma_k1*gamma_k2)', 'incorrect'],
    ['1/2', 'incorrect'],
    ['0.5', 'incorrect'],
    [0.5, 'incorrect'],
    ['(gamma_k1 + gamma_k2)/(gamma_k1 + gamma_k2)', 'incorrect'],
    ['(gamma_k1 + gamma_k2)/5', 'incorrect'],
    ['(gamma_k1 + gamma_k2)/4', 'incorrect'],
    ['(gamma_11 + gamma_12)/2', 'incorrect'],
    ['(gamma_k1 - gamma_k2)/2', 'incorrect'],
    ['gamma_k1/(gamma_k1 + gamma_k2)', 'incorrect'],
    ['(gamma_k1*x_1 + gamma_k2*x_2)/2', 'incorrect', 'foreign-symbol', 'foreign-symbol'],
    ['1 - (gamma_k1 + gamma_k2)/2', 'incorrect'],
    ['2/(gamma_k1 + gamma_k2)', 'incorrect'],
    ['max(gamma_k1, gamma_k2)', 'incorrect'],
    ['(gamma_k1 + gamma_k2)/N', 'incorrect', 'foreign-symbol'],
    ['0.3333*(gamma_k1 + gamma_k2)', 'incorrect'],
    ['0.49999999999999999*(gamma_k1 + gamma_k2)', 'incorrect'],
    ['(gamma_k1 + gamma_k2)/n', 'ungradable', 'unknown-symbol'],
    ['(gamma_k1 + gamma_k3)/2', 'ungradable', 'unknown-symbol'],
    ['(gamma_k1 + gamma_k2)/2)', 'ungradable', 'unreadable'],
  ],
);

const assessed = (id: string, answer: Answer) => {
  const question = problem.questions.find((each) => each.id === id);
  if (question === undefined) throw new Error(`no question ${id}`);
  return assess(prepareQuestion(question, problem, solution), answer);
};

describe('remarks on formulas', () => {
  it('say what could be simplified', () => {
    const { remarks, share } = assessed('mixing-weight', 'gamma_k1/2 + gamma_k2/(2*(gamma_12+gamma_22))');
    expect([share, remarks]).toEqual([0.5, [{ code: 'not-simplified', replace: '2*(gamma_12 + gamma_22)', by: '2' }]]);
  });
  it('suggest a symbol that is offered', () => {
    const { remarks } = assessed('mean', '(gama_k1*x_1 + gamma_k2*x_2)/(gamma_k1 + gamma_k2)');
    expect(remarks).toMatchObject([{ code: 'unknown-symbol', symbol: 'gama_k1', suggestion: 'gamma_k1' }]);
    const old = assessed('variance', '(gamma_k1*(x_1 - mu_k)^2 + gamma_k2*(x_2-mu_k)^2)/(gamma_k1+ gamma_k2)');
    expect(old.remarks).toMatchObject([{ code: 'foreign-symbol', symbol: 'mu_k' }, { code: 'witness' }]);
  });
  it('carry a witness inside the domains for a wrong formula', () => {
    const { remarks, proof } = assessed('responsibility', 'N_k/(N_1+N_2)');
    const [witness] = remarks.flatMap((remark) => (remark.code === 'witness' ? [remark.witness] : []));
    expect(Number(witness?.left)).not.toBe(Number(witness?.right));
    expect(proof).toMatchObject({ method: 'formula', equality: { verdict: 'different' } });
  });
  it('say how an equal formula is known to be equal', () => {
    const { proof } = assessed('responsibility', '1/((pi_1*N_1+pi_2*N_2)/(pi_k*N_k))');
    expect(proof).toMatchObject({ method: 'formula', equality: { verdict: 'equal', method: 'field' } });
  });
});

/** The verdict on Σgx²/Σg − m², for so many samples, where another question asks for m as the mean of two. */
const definedFor = (count: number) => {
  const points = Array.from({ length: count }, (_, i) => i + 1);
  const total = (term: (i: number) => string): string => points.map(term).join(' + ');
  const symbols = Object.fromEntries([
    ...points.flatMap((i) => [
      [`x_${i}`, 'real'],
      [`g_${i}`, [0, 1]],
    ]),
    ['m', 'real'],
  ]) as Record<string, 'real'>;
  const variance = {
    id: 'variance',
    prompt: '',
    points: 1,
    answer: {
      kind: 'formula' as const,
      formula: `(${total((i) => `g_${i}*(x_${i} - m)^2`)})/(${total((i) => `g_${i}`)})`,
      symbols,
      given: [],
    },
  };
  const mean = problem.questions.find(({ id }) => id === 'mean');
  if (mean === undefined) throw new Error('no mean');
  const own = { x_1: 'real', x_2: 'real', g_1: [0, 1], g_2: [0, 1] } as const;
  const formula = '(g_1*x_1 + g_2*x_2)/(g_1 + g_2)';
  const defining = {
    ...mean,
    answer: { kind: 'formula' as const, formula, symbols: own, given: [], leftHandSide: ['m'] },
  };
  const prepared = prepareQuestion(variance, { ...problem, questions: [defining, variance] }, solution);
  return assess(prepared, `(${total((i) => `g_${i}*x_${i}^2`)})/(${total((i) => `g_${i}`)}) - m^2`).verdict;
};

/** How it is known that an answer is right where this is the reference, and its share of the points. */
const proofOf = (formula: string, text: string) => {
  const found = problem.questions.find(({ id }) => id === 'mixing-weight');
  if (found?.answer.kind !== 'formula') throw new Error('no such formula');
  const question = { ...found, answer: { ...found.answer, formula } };
  const { proof, share } = assess(prepareQuestion(question, problem, solution), text);
  return [proof.method === 'formula' ? proof.equality.method : proof.method, share];
};

describe('a formula that is the reference but for order, brackets and numbers', () => {
  it('is right without any computing', () => {
    expect(proofOf('(gamma_k1 + gamma_k2)/2', '0.5*(gamma_k2+gamma_k1)')).toEqual(['canonical', 1]);
    expect(proofOf('(gamma_k1 + gamma_k2)/2', 'gamma_k2/2 + gamma_k1*3/6')).toEqual(['canonical', 1]);
  });
  it('still has to have the form that is asked for, where the reference has not', () => {
    const long = '(gamma_k1+gamma_k2)/(gamma_11+gamma_12+gamma_21+gamma_22)';
    expect(proofOf(long, long)).toEqual(['identical', 1]);
    expect(proofOf(long, '(gamma_k2+gamma_k1)/(gamma_22+gamma_21+gamma_12+gamma_11)')).toEqual(['canonical', 0.5]);
  });
});

describe('what another question defines', () => {
  it('holds in a question about the same samples', () => expect(definedFor(2)).toBe('correct'));
  it('does not hold in one about others', () => expect(definedFor(3)).toBe('incorrect'));
});

describe('an index that ranges over numbers', () => {
  const question = problem.questions.find((each) => each.id === 'responsibility');
  if (question?.answer.kind !== 'formula') throw new Error('no formula');
  const { index, ...answerWithout } = question.answer;
  const prepared = prepareQuestion(question, problem, solution);

  it('is proved one number after the other', () => {
    const { proof } = assess(prepared, '1/(1+((1-pi_k)/pi_k)*((N_1+N_2-N_k)/N_k))');
    expect(proof).toMatchObject({ method: 'formula', equality: { verdict: 'equal', detail: 'for k = 1; k = 2' } });
  });

  it.each(['pi_k*N_k/(N_1+N_2)', '1/(1+((1-pi_k)/pi_k)*((N_1+N_2-N_k)/N_1))', 'pi_k', 'N_k/(pi_1*N_1)'])(
    'shows that %s differs at values that it allows',
    (answer) => {
      const { proof } = assess(prepared, answer);
      if (proof.method !== 'formula' || proof.equality.verdict !== 'different') throw new Error('not different');
      const { values = {} } = proof.equality.witness ?? {};
      expect(Object.keys(values)).not.toEqual([]);
      const pairs = [values['pi_k'] ?? values['pi_1'], values['N_k'] ?? values['N_1']];
      const allowed = [1, 2].map((k) => [values[`pi_${k}`], values[`N_${k}`]]);
      expect(allowed.some(([p, n]) => (p === undefined || p === pairs[0]) && (n === undefined || n === pairs[1]))).toBe(
        true,
      );
    },
  );

  it('changes nothing where a formula is wrong for one of the numbers', () => {
    const only = { ...question, answer: { ...answerWithout, index: { k: [2, 1] } } };
    const turned = prepareQuestion(only, problem, solution);
    expect(assess(turned, 'pi_1*N_1/(pi_1*N_1+pi_2*N_2)').verdict).toBe('incorrect');
    expect(assess(turned, 'pi_2*N_2/(pi_1*N_1+pi_2*N_2)').verdict).toBe('incorrect');
  });

  it('is needed: without it such a symbol is free', () => {
    expect(index).toEqual({ k: [1, 2] });
    const free = prepareQuestion({ ...question, answer: answerWithout }, problem, solution);
    expect(assess(free, '1/(1+((1-pi_k)/pi_k)*((N_1+N_2-N_k)/N_k))').verdict).toBe('incorrect');
  });
});
