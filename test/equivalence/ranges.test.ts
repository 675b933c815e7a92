import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../src/equivalence/ranges.js';
import type { Domains } from '../../src/types.js';
import { read } from './corpus/confirm.js';

const domains: Domains = {
  r: 'real',
  p: 'positive',
  u: [0, 1],
  v: [-1, 0],
  m: [-2, 3],
  w: [-3, 2],
  a: [2, 5],
  n: [-5, -2],
  up: [1, Infinity],
};
const rangeIn = (text: string): readonly [number, number] => rangeOf(read(text, Object.keys(domains)), domains);
const ALL = [-Infinity, Infinity] as const;
const UP = [0, Infinity] as const;

/** A bound beyond the true one, below (−1) or above (1), and by no more than rounding. */
const expectNear = (value: number, wanted: number, side: -1 | 1): void => {
  if (!Number.isFinite(wanted) || wanted === 0) return expect(value + 0).toBe(wanted);
  expect(side * (value - wanted)).toBeGreaterThanOrEqual(0);
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(Math.abs(wanted) * 2e-15);
};

describe('the values of a formula lie', () => {
  test.each<[text: string, low: number, high: number]>([
    ['3', 3, 3],
    ['0.1', 0.1, 0.1],
    ['pi', Math.PI, Math.PI],
    ['e', Math.E, Math.E],
    ['r', ...ALL],
    ['unknown', ...ALL],
    ['toString', ...ALL],
    ['p', ...UP],
    ['a', 2, 5],
    ['-a', -5, -2],
    ['-p', -Infinity, 0],
    ['a+m', 0, 8],
    ['a-m', -1, 7],
    ['1-u', 0, 1],
    ['u-1', -1, 0],
    ['p-p', ...ALL],
    ['p+1', 1, Infinity],
    ['up+p', 1, Infinity],
    ['2*a', 4, 10],
    ['-2*a', -10, -4],
    ['a*m', -10, 15],
    ['m*m', 0, 9],
    ['m*a*m', -30, 45],
    ['a*m*m*a', 0, 225],
    ['m*n', -15, 10],
    ['0*p', 0, 0],
    ['p*u', ...UP],
    ['1/a', 0.2, 0.5],
    ['1/n', -0.5, -0.2],
    ['1/m', ...ALL],
    ['1/u', 1, Infinity],
    ['1/v', -Infinity, -1],
    ['1/p', ...UP],
    ['a/n', -2.5, -0.4],
    ['m/a', -1, 1.5],
    ['a^2', 4, 25],
    ['n^2', 4, 25],
    ['m^2', 0, 9],
    ['m^3', -8, 27],
    ['n^3', -125, -8],
    ['r^2', ...UP],
    ['r^3', ...ALL],
    ['a^-1', 0.2, 0.5],
    ['n^-2', 0.04, 0.25],
    ['n^-1', -0.5, -0.2],
    ['m^-2', 1 / 9, Infinity],
    ['m^-1', ...ALL],
    ['m^0', 1, 1],
    ['p^0.5', ...UP],
    ['r^0.5', ...UP],
    ['m^0.5', ...UP],
    ['up^p', 1, Infinity],
    ['a^p', 1, Infinity],
    ['a^r', ...UP],
    ['up^-p', ...UP],
    ['u^p', 0, 1],
    ['u^r', ...UP],
    ['u^-p', ...UP],
    ['m^p', ...ALL],
    ['r^p', ...ALL],
    ['m^u', ...ALL],
    ['(m-4)^p', ...ALL],
    ['a^0.5', 1, Infinity],
    ['sqrt(a+2)', 2, Math.sqrt(7)],
    ['sqrt(m+1)', 0, 2],
    ['sqrt(r)', ...UP],
    ['sqrt(n)', 0, 0],
    ['cbrt(m)', Math.cbrt(-2), Math.cbrt(3)],
    ['abs(a)', 2, 5],
    ['abs(n)', 2, 5],
    ['abs(m)', 0, 3],
    ['abs(w)', 0, 3],
    ['abs(r)', ...UP],
    ['abs(-p)', ...UP],
    ['abs(n-m)', 0, 8],
    ['exp(m)', Math.exp(-2), Math.exp(3)],
    ['exp(-p)', 0, 1],
    ['exp(r)', ...UP],
    ['ln(a)', Math.log(2), Math.log(5)],
    ['ln(u)', -Infinity, 0],
    ['ln(m)', -Infinity, Math.log(3)],
    ['ln(up)', 0, Infinity],
    ['log2(a)', 1, Math.log2(5)],
    ['log10(10*a)', Math.log10(20), Math.log10(50)],
    ['min(a,m)', -2, 3],
    ['max(a,m)', 2, 5],
    ['min(a,n,u)', -5, -2],
    ['max(a,n,u)', 2, 5],
    ['p!', 1, Infinity],
    ['sin(r)', -1, 1],
    ['cos(u)', Math.cos(1), 1],
    ['sin(u)', 0, Math.sin(1)],
    ['sin(a)', -1, Math.sin(2)],
    ['cos(a)', -1, Math.cos(5)],
    ['sin(3*u)', 0, 1],
    ['sin(3*v)', -1, 0],
    ['cos(m)', Math.cos(3), 1],
    ['sin(2*m)', -1, 1],
    ['cos(p)', -1, 1],
    ['sin(u+9007199254740993)', -1, 1],
    ['tan(u)', ...ALL],
    ['tanh(r)', -1, 1],
    ['tanh(p)', 0, 1],
    ['tanh(n)', -1, 0],
    ['cosh(r)', 1, Infinity],
    ['sinh(r)', ...ALL],
    ['sinh(p)', ...UP],
    ['sinh(-p)', -Infinity, 0],
    ['asin(u)', 0, Math.PI / 2],
    ['asin(v)', -Math.PI / 2, 0],
    ['atan(r)', -Math.PI / 2, Math.PI / 2],
    ['atan(p)', 0, Math.PI / 2],
    ['atan(-p)', -Math.PI / 2, 0],
    ['acos(u)', 0, Math.PI],
  ])('of %s between %d and %d', (text, low, high) => {
    const found = rangeIn(text);
    expectNear(found[0], low, -1);
    expectNear(found[1], high, 1);
  });

  test.each<[text: string, value: number]>([
    ['0.1+0.2', 0.1 + 0.2],
    ['0.1*3', 0.1 * 3],
    ['1/3', 1 / 3],
    ['0.1^2', 0.1 ** 2],
    ['ln(3)', Math.log(3)],
    ['exp(0.7)', Math.exp(0.7)],
    ['sqrt(2)', Math.SQRT2],
    ['cbrt(-2)', Math.cbrt(-2)],
    ['-1/3', -1 / 3],
    ['pi', Math.PI],
    ['9007199254740993', 2 ** 53],
  ])('of %s within bounds that rounding cannot cross', (text, value) => {
    const [low, high] = rangeIn(text);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });

  test('of sums within bounds that are exact only where the sum is', () => {
    expect(rangeIn('1+2-u')).toEqual([2, 3]);
    // 2^53 + 1 and 2^53 + 3 lie between doubles.
    expect(rangeIn('9007199254740991+2')[1]).toBeGreaterThan(2 ** 53);
    expect(rangeIn('9007199254740991+4')[0]).toBeLessThan(2 ** 53 + 4);
    expect(rangeIn('-9007199254740991-2')[0]).toBeLessThan(-(2 ** 53));
    expect(rangeIn('1000000000000000000+1')[1]).toBeGreaterThan(1e18);
    expect(rangeIn('1+1000000000000000000')[1]).toBeGreaterThan(1e18);
    expect(rangeIn('-1-1000000000000000000')[0]).toBeLessThan(-1e18);
    expect(rangeIn('1000000000000000000+1')[0]).toBeLessThanOrEqual(1e18);
  });

  test.each([
    '1e-400',
    '1e-200*1e-200',
    '(1e-200)^2',
    '1/1e400',
    '1/(1e200*1e200)',
    'exp(-1000)',
    '1/exp(1000)',
    '0.5^(1e400)',
    'u*0+1e-324',
    '0.1-0.1*0.99999999999999999',
  ])('of %s, which is above zero, also where doubles are not', (text) => {
    expect(rangeIn(text)[1]).toBeGreaterThan(0);
    expect(rangeIn(`-(${text})`)[0]).toBeLessThan(0);
    expect(rangeIn(`-1*(${text})`)[0]).toBeLessThan(0);
  });

  test.each(['1e400', '1e200*1e200', '1e308+1e308', 'exp(1000)', '(1e200)^2', '1/1e-400'])(
    'of %s below it: a number beyond doubles is not infinite',
    (text) => {
      const [low, high] = rangeIn(text);
      expect(low).toBeLessThan(Infinity);
      expect(high).toBe(Infinity);
      expect(rangeIn(`-(${text})`)[1]).toBeGreaterThan(-Infinity);
    },
  );

  test.each([
    ['0.99999999999999999', 1],
    ['1.00000000000000001', 1],
    ['9007199254740992.1', 2 ** 53],
    ['0.0000000000000000000000000000001', 1e-31],
  ])('of %s around the double nearest to it', (text, nearest) => {
    expect(rangeIn(text)[0]).toBeLessThan(nearest);
    expect(rangeIn(text)[1]).toBeGreaterThan(nearest);
  });

  test.each(['0', '0.0', '0e5', '1.0', '2e0', '100e-2', '1.00000000000000000000', '900719925474099'])(
    'of %s at it',
    (text) => {
      expect(rangeIn(text)).toEqual([Number(text), Number(text)]);
    },
  );

  test('of a symbol around the decimal that a bound of its domain is written as', () => {
    const [low, high] = rangeOf(read('q'), { q: [0.1, 0.3] });
    expect(low).toBeLessThan(0.1);
    expect(high).toBeGreaterThan(0.3);
    expect(rangeOf(read('q'), { q: [0.25, 1.5] })).toEqual([0.25, 1.5]);
  });

  test('between the values at any points of the domains', () => {
    const texts = ['a*m-n/a', '(m+n)^3/a', 'exp(m)*n', 'abs(m*n)-a', 'm*(a-3)', 'max(m,n+4)/a', 'sqrt(a+m)-u', 'u*v+m'];
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.record({
          a: fc.double({ min: 2, max: 5, noNaN: true }),
          m: fc.double({ min: -2, max: 3, noNaN: true }),
          n: fc.double({ min: -5, max: -2, noNaN: true }),
          u: fc.double({ min: 0, max: 1, noNaN: true }),
          v: fc.double({ min: -1, max: 0, noNaN: true }),
        }),
        (text, values) => {
          const [low, high] = rangeIn(text);
          const [inner, outer] = rangeOf(
            read(text),
            Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value, value] as const])),
          );
          expect(inner).toBeGreaterThanOrEqual(low - 1e-12);
          expect(outer).toBeLessThanOrEqual(high + 1e-12);
          // A bound stands for the decimal it is written as, and a root near zero magnifies that.
          expect(outer - inner).toBeLessThan(1e-7);
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });
});
