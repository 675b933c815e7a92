import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addRational,
  bitLength,
  compareRational,
  exactValue,
  invertRational,
  multiplyRational,
  ONE,
  parseDecimal,
  rational,
  toDouble,
} from '../../src/equivalence/rational.js';
import { read } from './corpus/confirm.js';

const shown = (text: string): string | undefined => {
  const value = exactValue(read(text));
  return value && `${value.numerator}/${value.denominator}`;
};

describe('a formula without symbols is', () => {
  test.each<[text: string, value: string | undefined]>([
    ['1/2+1/3', '5/6'],
    ['1/2-1/2', '0/1'],
    ['2/3*3/2', '1/1'],
    ['-(1/2)', '-1/2'],
    ['(-1)/(-2)', '1/2'],
    ['1/(-2)', '-1/2'],
    ['1/0', undefined],
    ['(1/0)*0', undefined],
    ['0/(1/0)', undefined],
    ['pi', undefined],
    ['x', undefined],
    ['x/2', undefined],
    ['2/x', undefined],
    ['x^2', undefined],
    ['2^x', undefined],
    ['-x', undefined],
    ['0*x', undefined],
    ['0^0', undefined],
    ['0^1', '0/1'],
    ['0^-1', undefined],
    ['5^0', '1/1'],
    ['(2/3)^-2', '9/4'],
    ['(-2)^3', '-8/1'],
    ['(-1)^1000001', '-1/1'],
    ['(-1)^1000000', '1/1'],
    ['1^99999999', '1/1'],
    ['2^99999999', undefined],
    ['4^0.5', '2/1'],
    ['(1/4)^0.5', '1/2'],
    ['4^-0.5', '1/2'],
    ['4^1.5', '8/1'],
    ['2^0.5', undefined],
    ['(4/3)^0.5', undefined],
    ['(3/4)^0.5', undefined],
    ['(-4)^0.5', undefined],
    ['(-8)^(1/3)', undefined],
    ['8^(1/3)', '2/1'],
    ['0^(1/2)', '0/1'],
    ['1^(1/65)', undefined],
    ['1^(1/64)', '1/1'],
    ['sqrt(0)', '0/1'],
    ['sqrt(1)', '1/1'],
    ['sqrt(16)', '4/1'],
    ['sqrt(15)', undefined],
    ['sqrt(-4)', undefined],
    ['cbrt(27)', '3/1'],
    ['cbrt(-27/8)', '-3/2'],
    ['cbrt(0)', '0/1'],
    ['cbrt(9)', undefined],
    ['cbrt(-9)', undefined],
    ['abs(-3/4)', '3/4'],
    ['abs(3/4)', '3/4'],
    ['min(2,1,3)', '1/1'],
    ['max(2,3,1)', '3/1'],
    ['min(-1,1)', '-1/1'],
    ['max(-1,1)', '1/1'],
    ['max(1,pi)', undefined],
    ['min(1/3,0.3334)', '1/3'],
    ['0!', '1/1'],
    ['6!', '720/1'],
    ['(-1)!', undefined],
    ['(1/2)!', undefined],
    ['1001!', undefined],
    ['exp(0)', '1/1'],
    ['cos(0)', '1/1'],
    ['cosh(0)', '1/1'],
    ['exp(1)', undefined],
    ['cos(1)', undefined],
    ['ln(1)', '0/1'],
    ['log2(1)', '0/1'],
    ['log10(1)', '0/1'],
    ['acos(1)', '0/1'],
    ['ln(2)', undefined],
    ['ln(1/2)', undefined],
    ['sin(0)', '0/1'],
    ['tan(0)', '0/1'],
    ['asin(0)', '0/1'],
    ['atan(0)', '0/1'],
    ['sinh(0)', '0/1'],
    ['tanh(0)', '0/1'],
    ['sin(1)', undefined],
    ['sqrt(pi)', undefined],
  ])('%s = %s', (text, value) => {
    expect(shown(text)).toBe(value);
  });

  test('not carried exactly where that costs too much', () => {
    expect(shown('1000!')).toBeDefined();
    expect(shown('3^6000')).toBeDefined();
    expect(shown('3^7000')).toBeUndefined();
    expect(shown('(1/3)^7000')).toBeUndefined();
    expect(shown('3^6000*3^6000')).toBeDefined();
    expect(shown('3^6600*3^6600')).toBeUndefined();
    expect(shown('1/3^6000+1/5^4900')).toBeUndefined();
    expect(shown('sqrt(3^1200)')).toBe(`${3n ** 600n}/1`);
    expect(shown('sqrt(3^1400)')).toBeUndefined();
    expect(shown('sqrt(1/3^1400)')).toBeUndefined();
  });
});

describe('decimals', () => {
  test.each<[text: string, value: string | undefined]>([
    ['12', '12/1'],
    ['0012', '12/1'],
    ['123456789012345678', '123456789012345678/1'],
    ['+1.5', '3/2'],
    ['-1.5', '-3/2'],
    ['.5', '1/2'],
    ['5.', '5/1'],
    ['1e2', '100/1'],
    ['1E2', '100/1'],
    ['1e+2', '100/1'],
    ['15e-1', '3/2'],
    ['1.25e1', '25/2'],
    ['1e5000', undefined],
    ['1e-5001', undefined],
    ['1e5001', undefined],
    ['1.2.3', undefined],
    ['1x', undefined],
    [' 1', undefined],
    ['e5', undefined],
    ['-', undefined],
  ])('%s is %s', (text, wanted) => {
    const value = parseDecimal(text);
    if (text === '1e5000') expect(value?.numerator).toBe(10n ** 5000n);
    else expect(value && `${value.numerator}/${value.denominator}`).toBe(wanted);
  });

  test('are refused beyond five thousand digits', () => {
    expect(parseDecimal('1'.repeat(5000))).toBeDefined();
    expect(parseDecimal('1'.repeat(5001))).toBeUndefined();
  });
});

describe('rational arithmetic', () => {
  test('keeps lowest terms and a positive denominator', () => {
    expect(rational(6n, 4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rational(-6n, -4n)).toEqual({ numerator: 3n, denominator: 2n });
    expect(rational(0n, -4n)).toEqual({ numerator: 0n, denominator: 1n });
    expect(rational(5n)).toEqual({ numerator: 5n, denominator: 1n });
    expect(rational(1n, 0n)).toBeUndefined();
    expect(rational(2n ** 19_999n)).toBeDefined();
    expect(rational(2n ** 20_001n)).toBeUndefined();
    expect(rational(-(2n ** 20_001n))).toBeUndefined();
    expect(rational(3n ** 7000n, 2n ** 12_000n)).toBeUndefined();
    expect(multiplyRational({ numerator: 2n, denominator: 3n }, { numerator: 3n, denominator: 2n })).toEqual(
      rational(1n),
    );
    expect(invertRational({ numerator: -2n, denominator: 3n })).toEqual(rational(-3n, 2n));
    expect(invertRational({ numerator: 0n, denominator: 1n })).toBeUndefined();
  });

  test('adds and multiplies as fractions are, in lowest terms', () => {
    const part = fc.bigInt({ min: -60n, max: 60n });
    const fraction = fc.tuple(part, part).map(([above, below]) => rational(above, below === 0n ? 7n : below) ?? ONE);
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(multiplyRational(a, b)).toEqual(rational(a.numerator * b.numerator, a.denominator * b.denominator));
        expect(addRational(a, b)).toEqual(
          rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
        );
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  test('compares', () => {
    const [third, half] = [
      { numerator: 1n, denominator: 3n },
      { numerator: 1n, denominator: 2n },
    ];
    expect([compareRational(third, half), compareRational(half, third), compareRational(half, half)]).toEqual([
      -1, 1, 0,
    ]);
  });

  test.each<[value: bigint, bits: number]>([
    [0n, 0],
    [1n, 1],
    [-1n, 1],
    [2n, 2],
    [255n, 8],
    [256n, 9],
    [2n ** 100n, 101],
    [-(2n ** 100n) + 1n, 100],
  ])('%d has %d bits', (value, bits) => {
    expect(bitLength(value)).toBe(bits);
  });

  test.each<[numerator: bigint, denominator: bigint, value: number]>([
    [1n, 3n, 1 / 3],
    [-1n, 3n, -1 / 3],
    [10n ** 30n, 3n, 1e30 / 3],
    [1n, 3n * 10n ** 30n, Number('3.333333333333333333333e-31')],
    [2n ** 54n + 2n, 1n, 2 ** 54],
    [2n ** 54n + 6n, 1n, 2 ** 54 + 8],
    [(2n ** 54n + 2n) * 3n ** 50n + 1n, 3n ** 50n, 2 ** 54 + 4],
    [(2n ** 54n + 2n) * 3n ** 50n - 1n, 3n ** 50n, 2 ** 54],
    [10n ** 300n, 1n, 1e300],
    [10n ** 700n, 10n ** 400n, 1e300],
    [10n ** 400n, 10n ** 700n, 1e-300],
    [-(10n ** 400n), 10n ** 710n, -1e-310],
    [10n ** 309n, 1n, Infinity],
    [17n * 10n ** 307n, 1n, 1.7e308],
  ])('%d/%d is nearest to %d', (numerator, denominator, value) => {
    expect(toDouble({ numerator, denominator })).toBe(value);
  });
});
