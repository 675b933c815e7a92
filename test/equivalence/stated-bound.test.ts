import { describe, expect, test } from 'vitest';
import { equivalent } from '../../src/equivalence/index.js';
import { CHAIN_COUNT, makeChain } from '../../src/equivalence/worlds.js';
import type { Domains } from '../../src/types.js';

/**
 * What is claimed, after Schwartz (1980) and Zippel (1979): the degrees of both sides as fractions and one, over the smallest prime; twice that for each
 * branch; and the degrees in exponents and angles and one, over the smallest prime of those. As many points as bring it below 10^-15, at
 * least three, and enough to meet each pattern of signs 24 times.
 */
type Claim = { readonly degree: number; readonly inner?: number; readonly branches?: number; readonly angles?: true };
const moduli = Array.from({ length: CHAIN_COUNT }, (_, index) => makeChain(index).moduli);
const least = (place: number): number => Math.min(...moduli.map((chain) => chain[place] ?? 0));
const claimed = ({ degree, inner = 0, branches = 0, angles }: Claim): number => {
  const chance = ((degree + 1) * 2 ** branches) / least(1) + (inner + 1) / least(angles === true ? 3 : 2);
  const forError = Math.ceil(Math.log(1e-15) / Math.log(chance));
  const points = Math.max(3, forError, branches === 0 ? 0 : 24 * 2 ** branches);
  const missed = branches === 0 ? 0 : (1 - 2 ** -branches) ** points;
  return Math.max(chance ** points, missed, 2 ** -120);
};

const positive: Domains = { s: 'positive', t: 'positive', x: 'real' };

describe('the error that is stated', () => {
  test.each<[left: string, right: string, claim: Claim]>([
    ['x+y', 'y+x', { degree: 2 }],
    ['x-y', '-(y-x)', { degree: 2 }],
    ['x+1', '1+x', { degree: 2 }],
    ['2*3', '6', { degree: 0 }],
    ['x*y*z', 'z*x*y', { degree: 6 }],
    ['x/y/z', 'x/(y*z)', { degree: 6 }],
    ['1/x+1/y', '(x+y)/(x*y)', { degree: 6 }],
    ['1/x-1/y', '(y-x)/(x*y)', { degree: 6 }],
    ['1/(1/x)', 'x', { degree: 2 }],
    ['(x+y)^9', '(y+x)^9', { degree: 18 }],
    ['x^-3', '1/x^3', { degree: 6 }],
    ['(x/y)^-2', '(y/x)^2', { degree: 8 }],
    ['x^3', 'x*x*x', { degree: 6 }],
    ['pi*x', 'x*pi', { degree: 4 }],
    ['(x+y)^90', '(y+x)^90', { degree: 180 }],
    ['(x+y)^6000', '(y+x)^6000', { degree: 12_000 }],
    // Roots of one symbol: t² or t³ in its place.
    ['cbrt(x)*cbrt(x)', 'x^(2/3)', { degree: 8 }],
    ['cbrt(x)^3', 'x', { degree: 4 }],
    ['sqrt(s)*t', 't*sqrt(s)', { degree: 6 }],
    ['sqrt(s)*sqrt(t)', 'sqrt(t)*sqrt(s)', { degree: 4 }],
    ['sqrt(s)*s^0.25', 's^0.75', { degree: 6 }],
    ['s^0.01', 's^0.005*s^0.005', { degree: 3 }],
    ['s^(1/2)*t^(1/3)', 't^(1/3)*s^(1/2)', { degree: 10 }],
    // Roots of sums: two of each.
    ['sqrt(x^2+1)', 'sqrt(1+x^2)', { degree: 4, branches: 2 }],
    ['cbrt(x+1)', 'cbrt(1+x)', { degree: 2 }],
    ['cbrt(x+1)*cbrt(x+2)', 'cbrt(x+2)*cbrt(x+1)', { degree: 12 }],
    ['(x+1)^0.2', '(1+x)^0.2', { degree: 6, branches: 2 }],
    ['sqrt((x+1)*s)', 'sqrt(s*(1+x))', { degree: 4, branches: 4 }],
    ['abs(x)', 'abs(-x)', { degree: 2, branches: 2 }],
    ['abs(x)*y', 'y*abs(x)', { degree: 4, branches: 2 }],
    // Exponents, logarithms and angles have worlds of their own.
    ['e^x', '1/e^(-x)', { degree: 2, inner: 2 }],
    ['exp(x*y)', 'exp(y*x)', { degree: 2, inner: 4 }],
    ['exp(x/y)', 'exp(-x/(-y))', { degree: 2, inner: 4 }],
    ['exp(sqrt(s))', '1/exp(-sqrt(s))', { degree: 4, inner: 2 }],
    ['ln(x+1)', 'ln(1+x)', { degree: 2, inner: 2 }],
    ['ln(s*t)', 'ln(t)+ln(s)', { degree: 2 }],
    ['s^x', '1/s^-x', { degree: 2, inner: 4 }],
    ['sin(x)', '-sin(-x)', { degree: 8, inner: 2, angles: true }],
    ['sinh(x)', '-sinh(-x)', { degree: 6, inner: 2 }],
  ])('of %s and %s', (left, right, claim) => {
    const found = equivalent(left, right, { domains: positive });
    expect(found).toMatchObject({ verdict: 'equal', method: 'field' });
    if (found.verdict !== 'equal') return;
    expect((found.errorBound ?? 0) / claimed(claim)).toBeCloseTo(1, 9);
  });

  /** Pinned: a bound that changes says that formulas are taken apart in another way, with more branches or a higher degree. */
  test.each<[left: string, right: string, bound: number]>([
    ['sqrt(x*y*x)', 'abs(x)*sqrt(y)', 7.33747e-12],
    ['sqrt(x*x)', 'abs(x)', 1.01363e-12],
    ['(x^4)^(1/4)', 'abs(x)', 1.01363e-12],
    ['sqrt(x^2*s)', 'sqrt(s)*abs(x)', 1.01363e-12],
    ['sqrt(n*m)', 'sqrt(-m)*sqrt(-n)', 1.72572e-11],
    ['sqrt(n*x)', 'sqrt(-n)*sqrt(-x)', 1.72572e-11],
    ['sqrt(x^3)', 'x*sqrt(x)', 3.55271e-15],
    ['sqrt((x+1)^3)', '(x+1)*sqrt(x+1)', 1.01363e-12],
    ['sqrt(s/t)', 'sqrt(s)/sqrt(t)', 1.46736e-18],
    ['sqrt(x/t)', 'sqrt(x)/sqrt(t)', 1.46736e-18],
    ['sqrt(sqrt(s+1))', '(s+1)^0.25', 1.01363e-12],
    ['sqrt(abs(x))', 'abs(x)^0.5', 1.72572e-11],
    ['abs(x*y)', 'abs(x)*abs(y)', 1.72572e-11],
    ['abs(x/y)', 'abs(x)/abs(y)', 1.72572e-11],
    ['abs(n*x)', '-n*abs(x)', 1.01363e-12],
    ['abs(-x)*s', 's*abs(x)', 1.01363e-12],
    ['sqrt(12)*x', '2*sqrt(3)*x', 5.34751e-19],
    ['12^(1/4)*x', 'sqrt(2)*3^(1/4)*x', 5.34751e-19],
    ['ln(x*s)', 'ln(x)+ln(s)', 5.69402e-18],
    ['ln(x*y*s)', 'ln(x*y)+ln(s)', 1.44383e-17],
    ['ln(s/t)', 'ln(s)-ln(t)', 5.34751e-19],
    ['ln(s^x)', 'x*ln(s)', 1.46736e-18],
    ['ln(sqrt(s))', 'ln(s)/2', 5.34751e-19],
    ['ln(exp(x))', 'x', 5.34751e-19],
    ['ln(x)*2', 'ln(x)+ln(x)', 5.69402e-18],
    ['ln(e*s)', '1+ln(s)', 5.34751e-19],
    ['ln(pi)', 'ln(pi*s)-ln(s)', 5.34751e-19],
    ['(e^x)^y', 'e^(x*y)', 1.44383e-17],
    ['exp(x)^2', 'exp(2*x)', 4.278e-18],
    ['x^y*x', 'x^(y+1)', 1.17388e-17],
    ['max(s,0)*x', 'x*s', 1.46736e-18],
    ['max(x,y)', 'max(y,x)', 1.01363e-12],
    ['min(x,y,z)', 'min(z,min(x,y))', 1.72572e-11],
    ['max(n,s,t)', 'max(s,t)', 1.01363e-12],
    ['x!', 'x!*1', 3.11867e-18],
    ['(x+1)!', '(x+1)*x!', 5.69402e-18],
    ['(x-1)!*x', 'x!', 5.69402e-18],
    ['sin(pi*x)', 'cos(pi*(x-1/2))', 2.91206e-19],
    ['sin(2*asin(x))', '2*x*sqrt(1-x^2)', 1.01363e-12],
    ['sin(3*atan(x))', '(3*x-x^3)/(1+x^2)^1.5', 1.01363e-12],
    ['sin(pi/7)*x', 'x*sin(pi/7)', 1.98301e-16],
    ['sin(x/3)', '-sin(-x/3)', 1.96139e-16],
    ['tan(x)*y', 'y*tan(x)', 2.07125e-16],
    ['sin(x)+sin(y)', 'sin(y)+sin(x)', 3.00969e-19],
    ['asin(x)*y', 'y*asin(x)', 5.69402e-18],
    ['acos(x)', 'pi/2-asin(x)', 3.11867e-18],
    ['atan(x)/y', 'atan(x)*(1/y)', 5.69402e-18],
    ['sinh(x)*y', 'y*sinh(x)', 1.44383e-17],
    ['cosh(x)', 'cosh(-x)', 9.39878e-18],
    ['tanh(x)', '-tanh(-x)', 2.93428e-17],
    ['log2(x)', 'ln(x)/ln(2)', 5.69402e-18],
    ['log10(s*t)', 'log10(t)+log10(s)', 3.11867e-18],
    ['e*x', 'x*e', 1.46736e-18],
    ['e^(e^x)', 'e^(e^(x+0))', 9.39878e-18],
    ['e^(x^y)', '1/e^(-x^y)', 9.39878e-18],
    ['2^x^y', '2^(x^y*1)', 9.39878e-18],
    ['sin(ln(s))', '-sin(-ln(s))', 2.91206e-19],
    ['ln(ln(s))', 'ln(1*ln(s))', 9.39878e-18],
    ['cbrt(x*y)', 'cbrt(x)*cbrt(y)', 5.69402e-18],
    ['sin(e^x)', '-sin(-e^x)', 2.91206e-19],
  ])('of %s and %s is %d', (left, right, bound) => {
    const found = equivalent(left, right, { domains: { ...positive, n: [-5, -1], m: [-3, -1] } });
    expect(found).toMatchObject({ verdict: 'equal', method: 'field' });
    if (found.verdict === 'equal') expect((found.errorBound ?? 0) / bound).toBeCloseTo(1, 4);
  });

  test('is never below what a defect of the primes could excuse, and small enough', () => {
    expect(claimed({ degree: 1, branches: 6 })).toBeGreaterThanOrEqual(2 ** -120);
    for (const degree of [1, 100, 10_000, 1e6]) expect(claimed({ degree })).toBeLessThan(1e-15);
  });

  test('is not stated where the degree is beyond what the fields can tell', () => {
    expect(equivalent('(x+y)^1999999', '(y+x)^1999999')).not.toMatchObject({ method: 'field' });
    expect(equivalent('x^0.1234567*y', 'y*x^0.1234567', { domains: { x: 'positive' } })).toMatchObject({
      verdict: 'equal',
      method: 'digits',
    });
  });
});

describe('numbers made to vanish in the fields are told apart', () => {
  const product = [0, 1, 2, 3].reduce((total, index) => total * BigInt(moduli[index]?.[1] ?? 1), 1n);
  const below = [0, 1, 2, 3].reduce((total, index) => total * BigInt(moduli[index]?.[2] ?? 1), 1n);
  test.each([
    ['x', `x+${product}e-60`],
    ['x+1', `x+1+${product}*y*10^-60`],
    ['1', `1+${product}e-60`],
    [
      'x',
      `x+${moduli
        .slice(0, 3)
        .map((chain) => `${chain[1]}e-20`)
        .join('*')}`,
    ],
    [
      'x',
      `x+${moduli
        .slice(0, 4)
        .map((chain) => `${chain[1]}e-12`)
        .join('*')}`,
    ],
    ['exp(x)', `exp(x+${below}*x*10^-60)`],
    ['x', `x*(1+${product}e-60)`],
  ])('%s and %s', (left, right) => {
    for (const found of [equivalent(left, right), equivalent(right, left)]) {
      expect(found).toMatchObject({ verdict: 'different', method: 'digits' });
      if (found.verdict === 'different') expect(found.witness?.left).not.toBe(found.witness?.right);
    }
  });

  test('and long numbers that are equal are equal', () => {
    const digits = '3.14159265358979323846264338327950288';
    expect(equivalent(`x*${digits}`, `${digits}*x`)).toMatchObject({ verdict: 'equal', method: 'field' });
    expect(equivalent(digits, `${digits}0`)).toMatchObject({ verdict: 'equal' });
  });
});
